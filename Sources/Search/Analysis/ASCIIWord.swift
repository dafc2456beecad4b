/// A run of letters and digits in a line of nothing but ASCII.
struct ASCIIWord {
  /// What a byte is for the analysis.
  struct Sign {
    let rawValue: UInt8

    static let lower: UInt8 = 1
    static let digit: UInt8 = 2
    static let upper: UInt8 = 4
    /// May join two runs: what stands behind it decides.
    static let joint: UInt8 = 8

    var isWord: Bool { rawValue & 7 != 0 }
    var isJoint: Bool { rawValue == Self.joint }
  }

  /// For each byte below 0x80 its sign.
  static let signs: [Sign] = (0..<0x80).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Sign(rawValue: Sign.lower)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Sign(rawValue: Sign.digit)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Sign(rawValue: Sign.upper)
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      Sign(rawValue: Sign.joint)
    default: Sign(rawValue: 0)
    }
  }

  let start: Int
  let end: Int
  /// True where it is a token and nothing else: no compound, no camel case, no dot or suffix.
  let isPlain: Bool
  let hasDigits: Bool
  private let hasUpper: Bool

  var length: Int { end - start }

  /// Reads the run that begins at `start`.
  @inline(__always)
  init(in line: UnsafeBufferPointer<UInt8>, at start: Int, _ signs: UnsafeBufferPointer<Sign>) {
    let first = signs[Int(line[start])].rawValue
    var rest: UInt8 = 0
    var end = start + 1
    while end < line.count {
      let sign = signs[Int(line[end])]
      guard sign.isWord else { break }
      rest |= sign.rawValue
      end += 1
    }
    self.start = start
    self.end = end
    hasDigits = (first | rest) & Sign.digit != 0
    hasUpper = (first | rest) & Sign.upper != 0
    // Camel case takes an upper letter behind the first, and another kind beside it.
    isPlain =
      (rest & Sign.upper == 0 || first | rest == Sign.upper)
      && Self.isAlone(start..<end, in: line, signs)
  }

  /// The run that begins at `start`, if it is one of the usual; `reach` is how many bytes may be read of `line`.
  @inline(__always)
  static func plain(
    in line: UnsafeBufferPointer<UInt8>, at start: Int, reach: Int,
    _ signs: UnsafeBufferPointer<Sign>
  ) -> PlainWord? {
    guard start + 16 <= reach, let base = line.baseAddress,
      let word = PlainWord(at: base + start),
      isAlone(start..<(start + word.length), in: line, signs)
    else { return nil }
    return word
  }

  /// Whether nothing beside a run joins it with another, or belongs to it.
  @inline(__always)
  private static func isAlone(
    _ run: Range<Int>, in line: UnsafeBufferPointer<UInt8>, _ signs: UnsafeBufferPointer<Sign>
  ) -> Bool {
    let end = run.upperBound
    if end < line.count {
      if signs[Int(line[end])].isJoint, end + 1 < line.count, signs[Int(line[end + 1])].isWord {
        return false
      }
      if run.count == 1, line[end] == UInt8(ascii: "+") || line[end] == UInt8(ascii: "#") {
        return false
      }
    }
    return run.lowerBound == 0 || line[run.lowerBound - 1] != UInt8(ascii: ".")
  }

  /// Its token: the bytes where they lie, or in lower case in a room for them.
  @inline(__always)
  func lowered(
    in line: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard hasUpper else { return UnsafeBufferPointer(rebasing: line[start..<end]) }
    for index in 0..<length {
      let byte = line[start + index]
      room[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    return UnsafeBufferPointer(rebasing: room[..<length])
  }
}

/// A word that most are like: up to 15 letters and digits, none but the first in upper case.
struct PlainWord {
  /// The word in lower case.
  let word: ShortWord
  let length: Int

  /// nil where it may be another than that; at least 16 bytes have to stand behind `start`.
  @inline(__always)
  init?(at start: UnsafeRawPointer) {
    let bytes = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    let signs = Signs(bytes)
    let end = ~signs.words & Signs.all
    if end != 0 {
      length = end.trailingZeroBitCount / 8
      let kept: UInt64 = (1 &<< UInt64(8 * length)) &- 1
      guard signs.uppers & kept & ~0xFF == 0 else { return nil }
      word = ShortWord(first: Self.lowered(bytes) & kept, last: 0)
    } else {
      let rest = UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      let restSigns = Signs(rest)
      let end = ~restSigns.words & Signs.all
      guard end != 0 else { return nil }
      length = 8 + end.trailingZeroBitCount / 8
      let kept: UInt64 = (1 &<< UInt64(8 * (length - 8))) &- 1
      guard signs.uppers & ~0xFF == 0, restSigns.uppers & kept == 0 else { return nil }
      word = ShortWord(first: Self.lowered(bytes), last: Self.lowered(rest) & kept)
    }
  }

  /// Digits have the bit that tells lower letters from upper ones, too.
  private static func lowered(_ bytes: UInt64) -> UInt64 { bytes | 0x2020_2020_2020_2020 }

  /// What eight bytes are: for each of them its highest bit.
  private struct Signs {
    /// The letters and digits of ASCII.
    let words: UInt64
    /// The upper letters among them.
    let uppers: UInt64

    static let all: UInt64 = 0x8080_8080_8080_8080

    /// A sum of seven bits and a number has the highest bit from a limit on, and no sum reaches the next byte.
    @inline(__always)
    init(_ bytes: UInt64) {
      let low = bytes & ~Self.all
      let folded = PlainWord.lowered(low)
      // From `a`, and not from behind `z`; from `0`, and not from behind `9`.
      let letters = (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505)
      let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
      words = (letters | digits) & ~bytes & Self.all
      uppers = letters & ~(bytes << 2) & ~bytes & Self.all
    }
  }
}
