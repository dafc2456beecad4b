/// Scalars to and from UTF-8.
enum UTF8Scalar {
  /// The scalar at `index`, and how many bytes it takes; U+FFFD and one byte for what is not valid.
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = UInt32(text[index])
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : first < 0x80 ? 1 : 0
    guard count > 0, index + count <= text.count, first < 0xF5 else { return (0xFFFD, 1) }
    if count == 1 { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(count))
    for offset in 1..<count {
      let byte = UInt32(text[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    let isValid = count == 2 || (count == 3 ? scalar >= 0x800 : scalar >= 0x10000)
    guard isValid, scalar < 0x110000, !(0xD800..<0xE000).contains(scalar) else {
      return (0xFFFD, 1)
    }
    return (scalar, count)
  }

  /// Appends a scalar's UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
    if scalar < 0x80 {
      bytes.append(byte(scalar))
    } else if scalar < 0x800 {
      bytes.append(byte(0xC0 | scalar >> 6))
      bytes.append(byte(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(byte(0xE0 | scalar >> 12))
      bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
      bytes.append(byte(0x80 | scalar & 0x3F))
    } else {
      bytes.append(byte(0xF0 | scalar >> 18))
      bytes.append(byte(0x80 | scalar >> 12 & 0x3F))
      bytes.append(byte(0x80 | scalar >> 6 & 0x3F))
      bytes.append(byte(0x80 | scalar & 0x3F))
    }
  }
}
