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

extension UnsafeBufferPointer<UInt8> {
  /// The bytes with those that percent-escapes stand for; what is no valid escape stays as it is.
  package var unescaped: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: "%"), index + 2 < count,
        let high = self[index + 1].hexDigitValue, let low = self[index + 2].hexDigitValue
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}

extension UInt8 {
  /// What a digit means among hexadecimal ones, in lower case or capitals; nil where it is none.
  package var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
