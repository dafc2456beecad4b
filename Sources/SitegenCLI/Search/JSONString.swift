/// Reads a JSON string (RFC 8259), the only value that the commands for tests take.
enum JSONString {
  /// The text of a JSON string; nil where a line is none.
  ///
  /// Lone surrogates become U+FFFD.
  static func read(_ line: String) -> String? {
    var bytes = Array(line.utf8)[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    bytes = bytes.drop(while: isSpace)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"")
    else { return nil }
    bytes = bytes.dropFirst().dropLast()
    var units: [UInt16] = []
    var text = ""
    var plain: [UInt8] = []
    func flush() {
      text += String(decoding: units, as: UTF16.self)
      text += String(decoding: plain, as: UTF8.self)
      units = []
      plain = []
    }
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        guard byte != UInt8(ascii: "\"") else { return nil }
        if !units.isEmpty { flush() }
        plain.append(byte)
        continue
      }
      guard let escape = bytes.popFirst() else { return nil }
      if escape == UInt8(ascii: "u") {
        if !plain.isEmpty { flush() }
        let digits = String(decoding: bytes.prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { return nil }
        units.append(unit)
        bytes = bytes.dropFirst(4)
      } else {
        guard let character = escapes[escape] else { return nil }
        if !units.isEmpty { flush() }
        plain.append(character)
      }
    }
    flush()
    return text
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]
}
