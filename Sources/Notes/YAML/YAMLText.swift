/// Bytes that are known to be UTF-8 made of characters that YAML allows, without a byte order mark.
struct YAMLText {
  /// The bytes; they belong to the caller.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The same as a string.
  let string: String

  private init(bytes: UnsafeBufferPointer<UInt8>, string: String) {
    self.bytes = bytes
    self.string = string
  }

  /// Checks the encoding and every character; throws at the first that is not allowed.
  static func check(
    _ input: UnsafeBufferPointer<UInt8>, firstLine: Int
  ) throws(YAMLProblem) -> YAMLText {
    let hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = UnsafeBufferPointer(rebasing: input[(hasMark ? 3 : 0)...])
    guard let string = String(validating: bytes, as: UTF8.self) else {
      // Only here, where the text is refused, is the place looked for: the first replacement.
      let repaired = String(decoding: bytes, as: UTF8.self)
      let offset = zip(repaired.utf8, bytes).enumerated().first { $1.0 != $1.1 }?.offset
      throw YAMLCursor.problem(
        at: offset ?? bytes.count, in: bytes, firstLine: firstLine, "these bytes are not UTF-8",
        help: "save the file with the encoding UTF-8")
    }
    if let (offset, scalar) = firstForbidden(in: bytes, string) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      throw YAMLCursor.problem(
        at: offset, in: bytes, firstLine: firstLine,
        "the control character U+\(padded) is not allowed in YAML",
        help: "remove it")
    }
    return YAMLText(bytes: bytes, string: string)
  }

  private static func firstForbidden(
    in bytes: UnsafeBufferPointer<UInt8>, _ string: String
  ) -> (offset: Int, scalar: Unicode.Scalar)? {
    // Whatever is forbidden has one of these bytes; most text has none of them.
    let suspicious = bytes.contains {
      $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF
    }
    guard suspicious else { return nil }
    var offset = 0
    for scalar in string.unicodeScalars {
      if !isAllowed(scalar.value) { return (offset, scalar) }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// The printable characters of YAML 1.1, section 4.1.1.
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    default: value >= 0x10000
    }
  }
}
