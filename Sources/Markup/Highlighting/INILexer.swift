/// The lexer of INI files, property files and plain configuration, line by line.
enum INILexer {
  private static let keyBytes = ByteSet(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./*@")
  private static let valueBytes = ByteSet(" \t\r\n,;#\"'$", inverted: true)

  /// Marks the tokens of the code.
  static func paint(_ code: Code, on page: inout SpanWriter) {
    var line = 0
    while line < code.count {
      let end = code.lineEnd(from: line)
      paintLine(code.upTo(end), from: code.skipBlanks(from: line), on: &page)
      line = end + 1
    }
  }

  private static func paintLine(_ line: Code, from start: Int, on page: inout SpanWriter) {
    switch line[start] {
    case 0x23, 0x3B: page.mark(start, line.count, .comment)
    case 0x5B:
      let end = line.end(of: "]", from: start)
      page.mark(start, end, .header)
      paintValue(of: line, from: end, on: &page)
    default:
      let end = line.skip(keyBytes, from: start)
      let next = line[line.skipBlanks(from: end)]
      // `key = value`, `key: value` or `Key value`.
      let isKey = next == 0x3D || next == 0x3A || line[end] == 0x20 || line[end] == 0x09
      page.mark(start, end, isKey ? .attribute : .plain)
      paintValue(of: line, from: isKey ? end : start, on: &page)
    }
  }

  private static func paintValue(of line: Code, from start: Int, on page: inout SpanWriter) {
    var index = start
    while index < line.count {
      let byte = line[index]
      var end = index + 1
      switch byte {
      case 0x23 where line[index - 1].isSpace, 0x3B where line[index - 1].isSpace:
        page.mark(index, line.count, .comment)
        return
      case 0x22, 0x27:
        // An apostrophe inside of a word is none.
        guard index == start || !line[index - 1].isLetter else { break }
        while end < line.count, line[end] != byte { end += line[end] == 0x5C ? 2 : 1 }
        end += 1
        page.mark(index, end, .string)
      case 0x24:
        end = line.endOfVariable(at: index)
        if end > index + 1 { page.mark(index, end, .variable) }
      default:
        end = line.skip(valueBytes, from: index)
        page.mark(index, end, line.scalarToken(from: index, to: end))
        if end == index { end += 1 }
      }
      index = end
    }
  }
}
