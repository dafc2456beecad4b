/// The words that occurred last, each with its number: most words of a text are among a few thousand.
///
/// It answers for words of at most 16 bytes, and also counts them, which otherwise would touch another
/// piece of memory with each word.
struct WordCache: ~Copyable {
  /// A word as two numbers and a length, which tell it from all others.
  struct Key: Equatable {
    var first: UInt64
    var last: UInt64
    var length: UInt8

    /// nil for a word that is too long, or empty.
    @inline(__always)
    init?(_ word: UnsafeBufferPointer<UInt8>) {
      guard word.count <= 16, let start = UnsafeRawPointer(word.baseAddress) else { return nil }
      let count = word.count
      length = UInt8(count)
      // What is read twice does no harm: the length says how much that is.
      if count >= 8 {
        first = start.loadUnaligned(as: UInt64.self)
        last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      } else if count >= 4 {
        first = UInt64(start.loadUnaligned(as: UInt32.self))
        last = UInt64(start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      } else if count > 0 {
        first = UInt64(word[0]) | UInt64(word[count / 2]) << 8
        last = UInt64(word[count - 1])
      } else {
        return nil
      }
    }

    /// The key of no word.
    fileprivate init() { (first, last, length) = (0, 0, 0) }

    @inline(__always)
    fileprivate var place: Int {
      let mixed = (first ^ last &* 0x9E37_79B9_7F4A_7C15) &+ UInt64(length)
      let (high, low) = mixed.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      return Int(truncatingIfNeeded: high ^ low) & (WordCache.size - 1)
    }
  }

  struct Entry {
    var key: Key
    var isStopWord: Bool
    var count: UInt32
    var term: UInt32
    var surface: UInt32

    fileprivate static let none = Entry(
      key: Key(), isStopWord: false, count: 0, term: 0, surface: 0)
  }

  private static let size = 1 << 13
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.size)
    entries.initialize(repeating: .none, count: Self.size)
  }

  deinit { entries.deallocate() }

  /// Counts a word that is known.
  @inline(__always)
  func count(_ key: Key) -> (term: UInt32, isStopWord: Bool)? {
    let place = key.place
    guard entries[place].key == key else { return nil }
    entries[place].count += 1
    return (entries[place].term, entries[place].isStopWord)
  }

  /// Takes a word in; gives the one that it takes the place of.
  func insert(_ entry: Entry) -> Entry? {
    let place = entry.key.place
    defer { entries[place] = entry }
    return entries[place].count > 0 ? entries[place] : nil
  }

  /// Takes all words out.
  func removeAll(_ body: (Entry) -> Void) {
    for place in 0..<Self.size {
      if entries[place].count > 0 { body(entries[place]) }
      entries[place] = .none
    }
  }
}
