internal import CPrefetch

/// The postings of some pages, term by term, each term's in the order of the pages.
struct PostingTable: ~Copyable, Sendable {
  /// Where a term's postings begin, and how many there are.
  struct List: BitwiseCopyable {
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private let bytes: Pile<UInt8>
  private let lists: [List]
  /// How many postings there are.
  let count: Int
  /// How many bytes the positions take.
  let positionsSize: Int

  /// `lists` has where the postings of each term lie in `bytes`.
  init(_ bytes: consuming Pile<UInt8>, _ lists: [List], positionsSize: Int) {
    self.bytes = bytes
    self.lists = lists
    self.positionsSize = positionsSize
    count = lists.reduce(0) { $0 + Int($1.count) }
  }

  /// How far ahead of what is read memory is asked for, in bytes.
  private static let ahead = 512

  /// How many postings a term has.
  func count(of term: Int) -> Int { Int(lists[term].count) }

  /// Hands over a term's postings, each with where its headings and positions begin.
  @inline(__always)
  func read(_ term: Int, _ body: (Posting, Int) -> Void) {
    bytes.read { bytes in
      var place = Int(lists[term].start)
      for _ in 0..<lists[term].count {
        // Lists of several batches are read in turn, which no processor foresees.
        if let base = bytes.baseAddress { sitegen_prefetch(base + place + Self.ahead) }
        let posting = Posting(bytes, at: &place)
        body(posting, place)
        if posting.headingCount > 0 { place += 1 + 2 * Int(bytes[place]) }
        place += Int(posting.positionsSize)
      }
    }
  }

  /// Hands over all bytes where they lie.
  @inline(__always)
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.read(body)
  }
}

/// The postings of a batch while its pages are read: parts of the terms have a pile each.
///
/// Each part fits into a processor's cache, where its postings are put term by term when all are there;
/// what is read then lies one behind the other. Source: Boncz, Manegold, Kersten, "Database architecture
/// optimized for the new bottleneck: memory access" (1999).
struct PostingParts: ~Copyable {
  /// What stands before each posting: its term, and how many bytes it takes.
  private struct Head: BitwiseCopyable {
    var term: UInt32
    var size: UInt32
  }

  /// An array cannot hold piles; this memory is nobody else's, and is full from the first to the last use.
  private let parts: UnsafeMutablePointer<Pile<UInt8>>
  private var positionsSize = 0

  /// How many postings a term has, and how many bytes they take.
  struct Total: BitwiseCopyable {
    var count: UInt32 = 0
    var size: UInt32 = 0
  }

  private static let partCount = 128
  /// From how many bytes of text on each part has a large block.
  private static let largeSize = 1 << 20

  /// `textSize` is the size of the texts that are going to be read, in bytes.
  init(textSize: Int) {
    parts = .allocate(capacity: Self.partCount)
    // Large blocks grow where they lie, and go back to the system as soon as they are free.
    let capacity = textSize < Self.largeSize ? 1 << 10 : 1 << 20
    for part in 0..<Self.partCount { (parts + part).initialize(to: Pile(capacity: capacity)) }
  }

  deinit {
    parts.deinitialize(count: Self.partCount)
    parts.deallocate()
  }

  /// Appends a posting of a term; `write` puts its headings and positions behind it, at most `room` bytes.
  @inline(__always)
  mutating func append(
    _ posting: Posting, to term: UInt32, _ total: inout Total, room: Int,
    _ write: (inout ByteCursor) -> Void
  ) {
    let headSize = MemoryLayout<Head>.size
    var own = 0
    let whole = headSize + Posting.mostSize + room
    parts[Int(term) % Self.partCount].append(room: whole) { cursor in
      let start = cursor.place
      cursor.place += headSize
      posting.write(to: &cursor)
      write(&cursor)
      own = cursor.place - start - headSize
      start.storeBytes(of: Head(term: term, size: UInt32(own)), as: Head.self)
    }
    total.count += 1
    total.size += UInt32(own)
    positionsSize += Int(posting.positionsSize)
  }

  /// All postings, those of the terms in this order; `total` gives those of a term.
  func table(_ order: [UInt32], _ total: (Int) -> Total) -> PostingTable {
    var bytes = Pile<UInt8>(capacity: order.indices.reduce(0) { $0 + Int(total($1).size) })
    var lists = [PostingTable.List](repeating: .init(), count: order.count)
    let most = order.count / Self.partCount + 1
    for part in 0..<Self.partCount {
      // Of the part's terms alone, so that they lie close together.
      var next = [UInt32](repeating: 0, count: most)
      var end = UInt32(bytes.count)
      for (place, term) in stride(from: part, to: order.count, by: Self.partCount).enumerated() {
        let total = total(term)
        lists[term] = PostingTable.List(start: end, count: total.count)
        (next[place], end) = (end, end + total.size)
      }
      bytes.extend(by: Int(end) - bytes.count)
      parts[part].read { part in
        bytes.change { Self.group(part, into: $0, &next) }
      }
      // There is no time at which all are there twice.
      parts[part] = Pile()
    }
    return PostingTable(
      bytes, order.map { lists[Int($0)] }, positionsSize: positionsSize)
  }

  /// Puts each posting where the next one of its term goes.
  private static func group(
    _ part: UnsafeBufferPointer<UInt8>, into all: UnsafeMutableBufferPointer<UInt8>,
    _ next: inout [UInt32]
  ) {
    let bytes = UnsafeRawBufferPointer(part)
    var place = 0
    while place < bytes.count {
      let head = bytes.loadUnaligned(fromByteOffset: place, as: Head.self)
      place += MemoryLayout<Head>.size
      let size = Int(head.size)
      let term = Int(head.term) / Self.partCount
      let target = Int(next[term])
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(all)[target...])
        .copyWords(UnsafeRawBufferPointer(rebasing: bytes[place..<(place + size)]))
      next[term] += head.size
      place += size
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Copies bytes, at least eight, that are too few for a call: eight at once, of which the last may be copied twice.
  @inline(__always)
  fileprivate func copyWords(_ source: UnsafeRawBufferPointer) {
    precondition(source.count >= 8 && source.count <= count)
    let last = source.count - 8
    var offset = 0
    while offset < last {
      storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset,
        as: UInt64.self)
      offset += 8
    }
    storeBytes(
      of: source.loadUnaligned(fromByteOffset: last, as: UInt64.self), toByteOffset: last,
      as: UInt64.self)
  }
}
