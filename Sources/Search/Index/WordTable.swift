internal import Bytes
internal import CPrefetch

/// Numbers for texts, from 0 in the order of arrival: open addressing over bytes in one arena.
///
/// Most texts are short words, which stand in the table itself: half a cache line has all that is asked of one.
struct WordTable: ~Copyable {
  /// A place of the table.
  private struct Entry: BitwiseCopyable {
    /// The text; `none` for one that is too long, and where nothing is.
    var word = ShortWord.none
    var hash: UInt32 = 0
    /// The number of the text; `free` for none.
    var number = Entry.free
    /// What the owner wants to know of the text.
    var note: UInt32 = 0
    /// How often it was counted.
    var count: UInt32 = 0

    static let free = UInt32.max
  }

  private var arena = Pile<UInt8>(capacity: 1 << 16)
  /// Where each text begins in the arena; one more entry than texts.
  private var starts = Pile<UInt32>()
  // Proof: the memory is this table's alone, and full from the first to the last use; whatever is looked up
  // in it is masked first.
  private var entries: UnsafeMutablePointer<Entry>
  private var mask: Int

  /// `capacity` is a power of two.
  init(capacity: Int) {
    entries = Self.emptyEntries(capacity)
    mask = capacity - 1
    starts.append(0)
  }

  deinit { UnsafeMutableRawPointer(entries).deallocate() }

  /// Entries that lie in two to a cache line.
  private static func emptyEntries(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Entry>.stride, alignment: 64)
    return memory.initializeMemory(as: Entry.self, repeating: Entry(), count: capacity)
  }

  /// How many texts there are.
  var count: Int { starts.count - 1 }

  /// Sees to it that a short word is found without waiting for memory, a while later.
  @inline(__always)
  func prefetch(_ hash: UInt32) { sitegen_prefetch(entries + Int(hash) & mask) }

  /// Counts a short word; its number and note, or nil where it is new.
  @inline(__always)
  mutating func count(_ word: ShortWord, _ hash: UInt32) -> (number: Int, note: UInt32)? {
    var slot = Int(hash) & mask
    while entries[slot].word != word {
      if entries[slot].number == Entry.free { return nil }
      slot = (slot + 1) & mask
    }
    entries[slot].count &+= 1
    return (Int(entries[slot].number), entries[slot].note)
  }

  /// Counts a text; its number and note, or nil where it is new.
  mutating func count(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, note: UInt32)? {
    if let word = ShortWord(text) { return count(word, Self.hash(of: word)) }
    let hash = Self.hash(of: text)
    var slot = Int(hash) & mask
    while entries[slot].number != Entry.free {
      if entries[slot].word == .none, entries[slot].hash == hash,
        isText(Int(entries[slot].number), text)
      {
        entries[slot].count &+= 1
        return (Int(entries[slot].number), entries[slot].note)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a text that is new, counted once; returns its number.
  @discardableResult
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, note: UInt32 = 0) -> Int {
    let number = count
    let word = ShortWord(text)
    place(
      Entry(
        word: word ?? .none, hash: word.map { Self.hash(of: $0) } ?? Self.hash(of: text),
        number: UInt32(number), note: note, count: 1))
    arena.append(text)
    starts.append(UInt32(arena.count))
    if count * 3 > mask * 2 { grow() }
    return number
  }

  private mutating func place(_ entry: Entry) {
    var slot = Int(entry.hash) & mask
    while entries[slot].number != Entry.free { slot = (slot + 1) & mask }
    entries[slot] = entry
  }

  private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    arena.read { arena in
      self.text(number, in: arena).order(text) == 0
    }
  }

  private mutating func grow() {
    let former = UnsafeMutableBufferPointer(start: entries, count: mask + 1)
    mask = former.count * 2 - 1
    entries = Self.emptyEntries(mask + 1)
    for entry in former where entry.number != Entry.free { place(entry) }
    UnsafeMutableRawPointer(former.baseAddress)?.deallocate()
  }

  /// For each text its note, and how often it was counted.
  func counts() -> [(note: UInt32, count: UInt32)] {
    var counts = [(note: UInt32, count: UInt32)](repeating: (0, 0), count: count)
    for slot in 0...mask where entries[slot].number != Entry.free {
      counts[Int(entries[slot].number)] = (entries[slot].note, entries[slot].count)
    }
    return counts
  }

  /// Its texts in another order.
  func texts(_ order: [UInt32]) -> WordList {
    var list = WordList()
    arena.read { arena in
      for number in order { list.append(text(Int(number), in: arena)) }
    }
    return list
  }

  /// The numbers in the order of their texts' bytes.
  func sorted() -> [UInt32] {
    arena.read { arena in
      // Eight bytes as a number tell most texts apart.
      let heads = (0..<count).map { number in
        (head: text(number, in: arena).head, number: UInt32(number))
      }
      return heads.sorted { left, right in
        guard left.head == right.head else { return left.head < right.head }
        return text(Int(left.number), in: arena).order(text(Int(right.number), in: arena)) < 0
      }.map(\.number)
    }
  }

  private func text(
    _ number: Int, in arena: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(starts[number])..<Int(starts[number + 1])])
  }

  // MARK: - Hashes for tables in memory; they differ in no two runs

  /// The hash of a short word.
  @inline(__always)
  static func hash(of word: ShortWord) -> UInt32 {
    folded(mix(word.first ^ word.last &* 0x9E37_79B9_7F4A_7C15))
  }

  private static func hash(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return folded(mix(hash ^ rest))
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }

  @inline(__always)
  private static func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first eight bytes, the first of them the most significant; zeros stand for what is missing.
  fileprivate var head: UInt64 {
    guard count < 8 else {
      return UInt64(
        bigEndian: UnsafeRawPointer(baseAddress.unsafelyUnwrapped).loadUnaligned(as: UInt64.self))
    }
    var head: UInt64 = 0
    for index in indices { head |= UInt64(self[index]) << UInt64(56 - 8 * index) }
    return head
  }
}
