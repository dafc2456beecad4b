/// One to eight ASCII characters that are compared at once.
struct Pattern: ExpressibleByStringLiteral {
  let bits: UInt64
  let mask: UInt64
  let count: Int

  init(stringLiteral text: String) {
    var bits: UInt64 = 0
    for byte in text.utf8.reversed() { bits = bits << 8 | UInt64(byte) }
    self.bits = bits
    count = text.utf8.count
    mask = UInt64.max >> UInt64(64 - 8 * count)
  }

  /// The first character.
  var first: UInt8 { UInt8(truncatingIfNeeded: bits) }
}

/// A set of bytes in which all bytes outside of ASCII are members or none is.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private let hasOthers: Bool

  /// The characters of `text`, turned round with `inverted`.
  init(_ text: String, inverted: Bool = false) {
    for byte in text.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
    if inverted { (low, high) = (~low, ~high) }
    hasOthers = inverted
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return hasOthers }
    return (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }

  /// Letters, digits and the underscore.
  static let name = ByteSet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
  /// What a key is made of in YAML's flow, in INI files and in XML.
  static let dottedName = ByteSet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:")
}

extension UInt8 {
  /// True for `0` to `9`.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// True for `A` to `Z` and `a` to `z`.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// True for `A` to `Z`.
  @inline(__always) var isCapital: Bool { self &- 0x41 < 26 }
  /// True for blank, tab, line feed and carriage return.
  @inline(__always) var isSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D
  }
}
