/// Looks at bytes as UTF-8 without making a string of them.
enum UTF8Text {
  /// True for bytes that are well-formed UTF-8 (Unicode Standard, table 3-7).
  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index < raw.count {
        if index + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
          continue
        }
        let length = sequenceLength(raw, index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }

  /// The length of the sequence that begins at an offset; 0 where none does.
  private static func sequenceLength(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let first = raw[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), index + length <= raw.count else { return 0 }
    let second: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(raw[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where !(0x80...0xBF).contains(raw[index + offset]) { return 0 }
    return length
  }
}
