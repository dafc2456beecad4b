// How far a scalar reaches: plain, in quotes, or a block of text.
extension YAMLScan {
  mutating func plainScalar() throws(YAMLProblem) {
    try countNode()
    try saveSimpleKey(.scalar)
    allowsSimpleKey = false
    let startLine = cursor.placeLine
    let minimum = indent + 1
    var crossedLine = false
    var end = cursor.offset
    var lastLine = startLine
    while true {
      if cursor.isMarker(UInt8(ascii: "-")) || cursor.isMarker(UInt8(ascii: ".")) { break }
      if cursor.byte() == UInt8(ascii: "#") { break }
      while !cursor.isBlankOrEnd() {
        let byte = cursor.byte()
        if byte == UInt8(ascii: ":") {
          if isInFlow, ",?[]{}".utf8.contains(cursor.byte(1)) {
            throw cursor.problem("a ':' cannot stand before '\(Unicode.Scalar(cursor.byte(1)))'")
          }
          if cursor.isBlankOrEnd(1) { break }
        }
        if isInFlow, ",[]{}".utf8.contains(byte) { break }
        crossedLine = false
        cursor.advance()
        end = cursor.offset
        lastLine = cursor.placeLine
      }
      guard cursor.isBlank() || cursor.isBreak() else { break }
      while cursor.isBlank() || cursor.isBreak() {
        if cursor.isBreak() {
          cursor.advanceLine()
          crossedLine = true
        } else {
          if crossedLine, cursor.column < minimum, cursor.byte() == UInt8(ascii: "\t") {
            throw cursor.problem("a tab cannot indent YAML", help: "use spaces")
          }
          cursor.advance()
        }
      }
      if !isInFlow, cursor.column < minimum { break }
    }
    if crossedLine { allowsSimpleKey = true }
    longTextLine = lastLine > startLine ? startLine : nil
    simpleKeys[simpleKeys.count - 1].end = end
  }

  mutating func quotedScalar(_ quote: UInt8) throws(YAMLProblem) {
    try countNode()
    try saveSimpleKey(.quoted)
    allowsSimpleKey = false
    longTextLine = nil
    let start = cursor
    let isSingle = quote == UInt8(ascii: "'")
    cursor.advance()
    while true {
      let isMarker = cursor.isMarker(UInt8(ascii: "-")) || cursor.isMarker(UInt8(ascii: "."))
      if isMarker || cursor.isAtEnd {
        throw start.problem(
          "this quote is not closed",
          help: isSingle ? "an apostrophe in single quotes is written twice" : nil)
      }
      let byte = cursor.byte()
      if byte == quote {
        guard isSingle, cursor.byte(1) == quote else {
          break
        }
        cursor.advance()
      } else if byte == UInt8(ascii: "\\"), !isSingle {
        try escape()
        continue
      }
      cursor.step()
    }
    cursor.advance()
    simpleKeys[simpleKeys.count - 1].end = cursor.offset
  }

  mutating func escape() throws(YAMLProblem) {
    let start = cursor
    cursor.advance()
    if cursor.isBreak() { return cursor.advanceLine() }
    let byte = cursor.byte()
    let digits: Int
    switch byte {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case _ where "0abt\tnvfre \"/\\N_LP".utf8.contains(byte) && !cursor.isAtEnd: digits = 0
    default:
      throw start.problem(
        "a backslash in double quotes begins an escape, and this is none that YAML knows",
        help: "use single quotes, or write the backslash twice")
    }
    cursor.advance()
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Character(Unicode.Scalar(cursor.byte())).hexDigitValue else {
        throw start.problem("this escape needs \(digits) hexadecimal digits")
      }
      code = code &<< 4 | UInt32(digit)
      cursor.advance()
    }
    if digits > 0, Unicode.Scalar(code) == nil {
      throw start.problem("this escape names no Unicode character")
    }
  }

  mutating func blockScalar() throws(YAMLProblem) {
    try countNode()
    try dropSimpleKey()
    allowsSimpleKey = true
    longTextLine = nil
    let start = cursor
    cursor.advance()
    let width = try blockHeader(start)
    var textIndent = width == 0 ? 0 : (indent >= 0 ? indent + width : width)
    try blockIndentation(&textIndent)
    while cursor.column == textIndent, !cursor.isAtEnd {
      while !cursor.isLineEnd { cursor.advance() }
      if cursor.isBreak() { cursor.advanceLine() }
      try blockIndentation(&textIndent)
    }
  }

  /// Reads what follows `|` or `>` on its line; the result is the indentation that it asks for or 0.
  mutating func blockHeader(_ start: YAMLCursor) throws(YAMLProblem) -> Int {
    func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
    var width = 0
    let startsWithSign = isSign(cursor.byte())
    if startsWithSign { cursor.advance() }
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(cursor.byte()) {
      width = Int(cursor.byte() - UInt8(ascii: "0"))
      guard width > 0 else { throw cursor.problem("the indentation of block text cannot be 0") }
      cursor.advance()
      if !startsWithSign, isSign(cursor.byte()) { cursor.advance() }
    }
    while cursor.isBlank() { cursor.advance() }
    if cursor.byte() == UInt8(ascii: "#") {
      while !cursor.isLineEnd { cursor.advance() }
    }
    guard cursor.isLineEnd else {
      throw start.problem(
        "'|' and '>' begin block text, which starts on the next line",
        help: "if it is meant as text, put it in quotes")
    }
    if cursor.isBreak() { cursor.advanceLine() }
    return width
  }

  mutating func blockIndentation(_ textIndent: inout Int) throws(YAMLProblem) {
    var widest = 0
    while true {
      while textIndent == 0 || cursor.column < textIndent, cursor.byte() == UInt8(ascii: " ") {
        cursor.advance()
      }
      widest = max(widest, cursor.column)
      if textIndent == 0 || cursor.column < textIndent, cursor.byte() == UInt8(ascii: "\t") {
        throw cursor.problem("a tab cannot indent YAML", help: "use spaces")
      }
      guard cursor.isBreak() else { break }
      cursor.advanceLine()
    }
    if textIndent == 0 { textIndent = max(widest, indent + 1, 1) }
  }
}
