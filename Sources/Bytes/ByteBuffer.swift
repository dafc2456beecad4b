/// Bytes that grow at their end: what pages and data files are written into.
///
/// Most of what is appended is a few bytes long, and to ask an array for room each time costs more than
/// they do. Here the array is as long as its memory allows, and a number says how much of it is written.
///
/// All of it is public: of types that belong to the package alone, the compiler inlines nothing in other
/// rooms.
public struct ByteBuffer: Sendable {
  /// What lies behind the bytes that are written means nothing, and nobody gets to see it.
  @usableFromInline var memory: [UInt8]
  @usableFromInline var written: Int

  /// Nothing.
  @inlinable
  public init() {
    memory = []
    written = 0
  }

  /// Bytes that are there.
  @inlinable
  public init(_ bytes: [UInt8]) {
    memory = bytes
    written = bytes.count
  }

  /// How many bytes are written.
  @inlinable public var count: Int { written }

  /// True where there is nothing.
  @inlinable public var isEmpty: Bool { written == 0 }

  /// The last byte; nil where there is none.
  @inlinable public var last: UInt8? { written > 0 ? memory[written - 1] : nil }

  /// The bytes in an array of their own, which has no more memory than they need.
  public var bytes: [UInt8] { Array(memory[..<written]) }

  /// Gives the bytes away, without a copy, and is empty then.
  public mutating func take() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &memory)
    bytes.removeLast(bytes.count - written)
    written = 0
    return bytes
  }

  /// The bytes where they lie.
  @inlinable
  @inline(__always)
  public func read<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    memory.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<written])) }
  }

  /// Makes room for `more` bytes.
  public mutating func reserve(_ more: Int) {
    if memory.count - written < more { grow(to: written + more) }
  }

  /// Forgets the bytes and keeps the room.
  public mutating func removeAll() {
    written = 0
  }

  /// Appends a byte.
  public mutating func append(_ byte: UInt8) {
    if written == memory.count { grow(to: written + 1) }
    memory[written] = byte
    written += 1
  }

  /// Appends bytes that lie elsewhere.
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = written
    let end = start + bytes.count
    if end > memory.count { grow(to: end) }
    memory.withUnsafeMutableBufferPointer { memory in
      guard let place = memory.baseAddress, let bytes = bytes.baseAddress else { return }
      copyFew(UnsafeRawPointer(bytes), end - start, to: UnsafeMutableRawPointer(place + start))
    }
    written = end
  }

  /// Appends text that stands in the program's source.
  @inlinable
  @inline(__always)
  public mutating func append(_ literal: StaticString) {
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a number.
  public mutating func append(number: Int) {
    write(atMost: BytePen.digits) { $0.put(number: number) }
  }

  /// Appends text that stands in the program's source, and the number that follows it.
  public mutating func append(_ literal: StaticString, number: Int) {
    write(atMost: literal.utf8CodeUnitCount + BytePen.digits) {
      $0.put(literal)
      $0.put(number: number)
    }
  }

  /// Appends other bytes.
  public mutating func append(_ other: ByteBuffer) {
    if !other.isEmpty { other.read { append($0) } }
  }

  /// Appends what `body` writes, `size` bytes or fewer: several parts for which room is made once.
  @inlinable
  @inline(__always)
  public mutating func write(atMost size: Int, _ body: (inout BytePen) -> Void) {
    let start = written
    if memory.count - start < size { grow(to: start + size) }
    written = memory.withUnsafeMutableBytes { memory in
      guard let base = memory.baseAddress else { return start }
      var pen = BytePen(place: base + start, room: memory.count - start)
      body(&pen)
      return memory.count - pen.room
    }
  }

  @inline(never)
  @usableFromInline
  mutating func grow(to size: Int) {
    let length = max(Self.leastMemory, size, memory.count * 2)
    // Only what is written is carried over.
    memory.removeLast(memory.count - written)
    memory.reserveCapacity(length)
    memory.append(addingCapacity: memory.capacity - written) { rest in
      rest.withUnsafeMutableBufferPointer { $1 = $0.count }
    }
  }

  /// A buffer for less is made as soon, and most become longer than that.
  private static var leastMemory: Int { 240 }
}

extension ByteBuffer: Equatable {
  /// True where the same bytes are written.
  public static func == (left: ByteBuffer, right: ByteBuffer) -> Bool {
    left.read { left in right.read { left.elementsEqual($0) } }
  }
}

/// Writes into memory from its beginning on; what does not fit stops the program.
public struct BytePen {
  /// The most bytes that a number has.
  public static var digits: Int { 20 }

  @usableFromInline var place: UnsafeMutableRawPointer
  /// How many bytes still fit.
  @usableFromInline var room: Int

  @inlinable
  init(place: UnsafeMutableRawPointer, room: Int) {
    self.place = place
    self.room = room
  }

  /// Writes a byte.
  @inlinable
  @inline(__always)
  public mutating func put(_ byte: UInt8) {
    precondition(room >= 1)
    place.storeBytes(of: byte, as: UInt8.self)
    place += 1
    room -= 1
  }

  /// Writes text that stands in the program's source.
  @inlinable
  @inline(__always)
  public mutating func put(_ literal: StaticString) {
    put(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Writes bytes that lie elsewhere.
  @inline(never)
  public mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    precondition(room >= count)
    guard let start = bytes.baseAddress else { return }
    copyFew(UnsafeRawPointer(start), count, to: place)
    place += count
    room -= count
  }

  /// Writes a number.
  @inline(never)
  public mutating func put(number: Int) {
    // The digits of most numbers fit into a word, the first in the lowest place.
    guard (0..<100_000_000).contains(number), room >= 8 else {
      var text = String(number)
      text.withUTF8 { put($0) }
      return
    }
    var rest = UInt32(truncatingIfNeeded: number)
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    place.storeBytes(of: digits.littleEndian, as: UInt64.self)
    place += count
    room -= count
  }
}

/// Copies bytes of which there mostly are a few.
///
/// Two words, of which the second ends where the bytes end, are written sooner than the library is called.
@inline(__always)
private func copyFew(_ start: UnsafeRawPointer, _ count: Int, to place: UnsafeMutableRawPointer) {
  func copy<Word: BitwiseCopyable>(_: Word.Type) {
    let last = count - MemoryLayout<Word>.size
    let words = (
      start.loadUnaligned(as: Word.self), start.loadUnaligned(fromByteOffset: last, as: Word.self)
    )
    place.storeBytes(of: words.0, as: Word.self)
    place.storeBytes(of: words.1, toByteOffset: last, as: Word.self)
  }
  if count > 16 {
    place.copyMemory(from: start, byteCount: count)
  } else if count >= 8 {
    copy(UInt64.self)
  } else if count >= 4 {
    copy(UInt32.self)
  } else {
    for offset in 0..<count {
      let byte = start.load(fromByteOffset: offset, as: UInt8.self)
      place.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }
  }
}
