extension Theme {
  /// A script of the theme as it is served: without comments of whole lines and without indentation.
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
      result.append(contentsOf: code)
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }
}
