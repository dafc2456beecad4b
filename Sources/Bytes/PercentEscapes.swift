extension ByteBuffer {
  /// Appends a byte as a percent-escape (RFC 3986): a sign and two digits, in capitals.
  public mutating func append(escape byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(Self.digit(byte >> 4))
    append(Self.digit(byte & 15))
  }

  /// Appends bytes, each as a percent-escape that is not among `plain`.
  public mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, escapingAllBut plain: ASCIISet
  ) {
    for byte in bytes {
      if plain.contains(byte) { append(byte) } else { append(escape: byte) }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension String {
  /// The text with percent-escapes for all bytes that are not among `plain`.
  package func escaped(allBut plain: ASCIISet) -> String {
    var bytes = ByteBuffer()
    withBytes { bytes.append($0, escapingAllBut: plain) }
    return bytes.read { String(decoding: $0, as: UTF8.self) }
  }
}
