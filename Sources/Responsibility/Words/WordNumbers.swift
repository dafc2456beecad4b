internal import Bytes

/// Words of UTF-8 as numbers: equal for words that ``Words`` folds to the same, and nothing is allocated.
///
/// What is looked for in every note is looked for in this way.
enum WordNumbers {
  /// The number of a word that is folded already.
  static func number(of word: String) -> UInt64 {
    var hash = basis
    for byte in word.utf8 { add(byte, to: &hash) }
    return hash
  }

  /// Hands over each word's number and range, from left to right, until `body` returns false.
  ///
  /// A word that is no word once it is folded, a sign such as an emoji, has the number of nothing.
  @inline(__always)
  static func each(
    in text: UnsafeBufferPointer<UInt8>, from start: Int = 0,
    _ body: (_ number: UInt64, _ range: Range<Int>) -> Bool
  ) {
    var index = start
    let end = text.count
    while index < end {
      guard isWordByte(text[index]) else {
        index += 1
        continue
      }
      let first = index
      var hash = basis
      var bits: UInt8 = 0
      while index < end, isWordByte(text[index]) {
        // Digits have this bit already.
        add(text[index] | 0x20, to: &hash)
        bits |= text[index]
        index += 1
      }
      let last = index
      // "customer's" is said of the customer.
      while index < end, text[index] == UInt8(ascii: "'") || isWordByte(text[index]) { index += 1 }
      let number: UInt64
      if bits >= 0x80 {
        number = folded(UnsafeBufferPointer(rebasing: text[first..<last]))
      } else if text[last - 1] | 0x20 == UInt8(ascii: "s"), last - first > 3 {
        number = singular(UnsafeBufferPointer(rebasing: text[first..<last]), hash)
      } else {
        number = hash
      }
      if !body(number, first..<index) { return }
    }
  }

  /// The same for a string, in which the typographic apostrophe is as good as the plain one.
  @inline(__always)
  static func each(in text: String, _ body: (_ number: UInt64, _ range: Range<Int>) -> Bool) {
    Words.plain(text).withBytes { each(in: $0, body) }
  }

  /// The number of a word with letters beyond ASCII: rare, and therefore left to ``Words``.
  private static func folded(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    number(of: Words(word).folded.first ?? "")
  }

  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  // FNV-1a, 64 bits (Fowler, Noll, Vo 1991).
  fileprivate static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  fileprivate static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static let unchanged = NumberSet(Words.unchanged)

  /// What ``Words/singular(_:)`` makes of an ASCII word with an s at its end, whose own number is known.
  private static func singular(_ word: UnsafeBufferPointer<UInt8>, _ whole: UInt64) -> UInt64 {
    if unchanged.contains(whole) { return whole }
    // The last four letters, the last one lowest.
    let letters = word.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
    switch letters & 0xFFFF {
    case 0x7373, 0x7573, 0x6973: return whole
    default: break
    }
    if letters & 0xFFFFFF == 0x69_6573, word.count > 4 {
      var hash = number(of: word.dropLast(3))
      add(UInt8(ascii: "y"), to: &hash)
      return hash
    }
    let isLong =
      letters & 0xFFFFFF == 0x78_6573 || letters == 0x6368_6573 || letters == 0x7368_6573
      || letters == 0x7373_6573
    return number(of: word.dropLast(isLong ? 2 : 1))
  }

  private static func number(of word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash = basis
    for byte in word { add(byte | 0x20, to: &hash) }
    return hash
  }
}

/// A set of words' numbers that is asked for every word of every note.
struct NumberSet: Sendable {
  /// A power of two of places, half of them free; 0 is free.
  private var slots: [UInt64]

  init(_ words: some Sequence<String>) {
    self.init(numbers: words.map { WordNumbers.number(of: $0) })
  }

  init(numbers: some Collection<UInt64>) {
    var size = 16
    while size < numbers.count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for number in numbers where number != 0 && !contains(number) {
      var place = Int(truncatingIfNeeded: number) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = number
    }
  }

  @inline(__always)
  func contains(_ number: UInt64) -> Bool {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: number) & mask
    while slots[place] != 0 {
      if slots[place] == number { return true }
      place = (place + 1) & mask
    }
    return false
  }
}

/// What some names begin with: names of one word, and the first two words of longer ones.
struct NameSigns: Sendable {
  private let words: NumberSet
  private let pairs: NumberSet

  /// Names in words, folded.
  init(_ names: [[String]]) {
    words = NumberSet(names.filter { $0.count == 1 }.joined())
    pairs = NumberSet(
      numbers: names.filter { $0.count > 1 }.map {
        Self.pair(WordNumbers.number(of: $0[0]), WordNumbers.number(of: $0[1]))
      })
  }

  @inline(__always)
  func hasWord(_ number: UInt64) -> Bool { words.contains(number) }

  @inline(__always)
  func hasPair(_ first: UInt64, _ second: UInt64) -> Bool {
    pairs.contains(Self.pair(first, second))
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first << 7 | first >> 57) ^ second
  }
}
