extension Theme {
  /// A script of the theme as it is served: without comments of whole lines, without indentation, and
  /// mostly without spaces that mean nothing.
  ///
  /// Readers of the sources want both; readers of the site would only wait for them. It goes line by line, so
  /// a script of the theme has no text of several lines, and no comment but whole lines; HouseTests look.
  static func condensed(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var isComment = false
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      if code.starts(with: "/*".utf8) { isComment = true }
      if isComment {
        isComment = !code.suffix(2).elementsEqual("*/".utf8)
        continue
      }
      append(code, to: &result)
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }

  /// Appends a line without the spaces outside of its texts that stand between no two words.
  ///
  /// A line with a template or a slash, which may begin a regular expression, stays as it is.
  private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard !line.contains(UInt8(ascii: "`")), !line.contains(UInt8(ascii: "/")) else {
      return result.append(contentsOf: line)
    }
    var quote: UInt8?
    var isEscaped = false
    for index in line.indices {
      let byte = line[index]
      if let open = quote {
        if !isEscaped, byte == open { quote = nil }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: " "), index + 1 < line.endIndex,
        !divides(result.last ?? 0, line[index + 1])
      {
        continue
      }
      result.append(byte)
    }
  }

  /// True where two bytes mean something else without a space between them: of two words, of `+ +`.
  private static func divides(_ left: UInt8, _ right: UInt8) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
        true
      default: false
      }
    }
    if isWord(left), isWord(right) { return true }
    return left == right && (left == UInt8(ascii: "+") || left == UInt8(ascii: "-"))
  }
}
