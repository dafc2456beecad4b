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
    var isPlain = rest & Sign.upper == 0 || first | rest == Sign.upper
    if end < line.count {
      let next = signs[Int(line[end])]
      if next.isJoint, end + 1 < line.count, signs[Int(line[end + 1])].isWord { isPlain = false }
      if end - start == 1, line[end] == UInt8(ascii: "+") || line[end] == UInt8(ascii: "#") {
        isPlain = false
      }
    }
    if start > 0, line[start - 1] == UInt8(ascii: ".") { isPlain = false }
    self.isPlain = isPlain
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
