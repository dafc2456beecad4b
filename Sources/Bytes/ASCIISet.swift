/// Some of the ASCII characters, one bit for each.
///
/// It is public: of types that belong to the package alone, the compiler inlines nothing in other rooms.
public struct ASCIISet: Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// The characters of a text.
  public init(_ characters: StaticString) {
    for index in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[index]
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  /// True for one of them.
  @inlinable
  @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
  }
}

extension ASCIISet {
  /// What stands for itself in any address (RFC 3986, unreserved).
  package static let unreserved = ASCIISet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

  /// The same and the slash, which separates the parts of a path.
  package static let unreservedAndSlash = ASCIISet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
}
