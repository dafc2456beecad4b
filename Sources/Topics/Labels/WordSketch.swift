internal import Bytes

/// Which words a text may have, in 64 bits: what a heading lacks is seen without reading it as a name.
///
/// A Bloom filter (Bloom 1970, "Space/time trade-offs in hash coding with allowable errors") of the
/// first two letters of each word, which all forms of a word share. It may say yes where the answer is
/// no, and never the reverse.
struct WordSketch: Sendable {
  private var bits: UInt64

  /// Set where the text must be looked at more closely, whatever its words.
  private static let anything: UInt64 = 1 << 63

  /// What a topic's words ask of a heading.
  init(asking name: TopicName) {
    bits = 0
    for word in name.content {
      let letters = word.utf8
      guard let first = letters.first, first < 0x80 else { continue }
      let second = letters.dropFirst().first ?? 0
      if second < 0x80 { bits |= Self.bit(first, second) }
    }
  }

  /// The words of a heading; `aliases` are words that may stand for others.
  init(of text: String, _ aliases: AliasWords) {
    bits = text.withBytes { Self.bits(of: $0, aliases) }
  }

  /// True where the heading can hold all words that are asked for.
  func mayHold(_ asked: WordSketch) -> Bool {
    bits & Self.anything != 0 || asked.bits & ~bits == 0
  }

  private static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((UInt32(first) &* 31 &+ UInt32(second) &* 17) % 63)
  }

  private static func bits(
    of text: UnsafeBufferPointer<UInt8>, _ aliases: AliasWords
  ) -> UInt64 {
    var bits: UInt64 = 0
    var scan = AliasWords.Scan()
    var first: UInt8 = 0
    var second: UInt8 = 0
    var length = 0
    for index in 0...text.count {
      var byte = index < text.count ? text[index] : 0x20
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte |= 0x20
      case UInt8(ascii: "+"), UInt8(ascii: "#"):
        if length == 0 { continue }
      case UInt8(ascii: "'"): return anything
      case UInt8(ascii: "."):
        // A point within a number or before a name belongs to the word.
        if index + 1 < text.count, text[index + 1] > 0x20 { return anything }
        byte = 0x20
      case 0x80...: return anything
      default: byte = 0x20
      }
      if byte != 0x20 {
        if length == 0 { first = byte }
        if length == 1 { second = byte }
        length += 1
        scan.take(byte)
      } else if length > 0 {
        bits |= bit(first, length > 1 ? second : 0)
        if scan.endsAlias(in: aliases) { return anything }
        length = 0
      }
    }
    return bits
  }
}

/// Words that stand for other words, alone or with the one after them.
struct AliasWords: Sendable {
  private var singles: Set<UInt32> = []
  private var pairs: Set<UInt32> = []

  /// Takes a name that is an alias, in words.
  mutating func insert(_ name: [String]) {
    guard let first = name.first else { return }
    var scan = Scan()
    for byte in first.utf8 { scan.take(byte) }
    guard name.count > 1 else {
      singles.insert(scan.word)
      return
    }
    scan.endWord()
    for byte in name[1].utf8 { scan.take(byte) }
    pairs.insert(scan.pair)
  }

  /// Reads words byte by byte.
  ///
  /// Hashes are those of Fowler, Noll and Vo (1991, FNV-1a). Of a second word the first three letters
  /// count, which its plural shares.
  struct Scan {
    private static let seed: UInt32 = 2_166_136_261
    private(set) var word = seed
    private var beforeLast = seed
    private var last: UInt8 = 0
    private var start = seed
    private var length = 0
    private var former: UInt32 = 0

    mutating func take(_ byte: UInt8) {
      beforeLast = word
      last = byte
      word = (word ^ UInt32(byte)) &* 16_777_619
      length += 1
      if length <= 3 { start = word }
    }

    /// Of the word before and the beginning of this one.
    var pair: UInt32 { former &* 31 &+ start }

    mutating func endWord() {
      former = word
      word = Self.seed
      beforeLast = word
      start = word
      length = 0
    }

    /// Ends a word; true where it is an alias, the plural of one, or ends the beginning of one.
    mutating func endsAlias(in aliases: AliasWords) -> Bool {
      let isAlias =
        aliases.singles.contains(word)
        || last == UInt8(ascii: "s") && aliases.singles.contains(beforeLast)
        || aliases.pairs.contains(pair)
      endWord()
      return isAlias
    }
  }
}
