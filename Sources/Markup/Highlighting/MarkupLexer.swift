/// The lexer of XML and HTML.
struct MarkupLexer {
  private let code: Code
  private let isHTML: Bool

  private static let textBytes = ByteSet("<&", inverted: true)
  private static let nameBytes = ByteSet(" \t\r\n=></\"'", inverted: true)
  private static let valueBytes = ByteSet(" \t\r\n>\"'", inverted: true)

  /// Marks the tokens of the code.
  static func paint(_ code: Code, on page: inout SpanWriter, isHTML: Bool) {
    let lexer = MarkupLexer(code: code, isHTML: isHTML)
    var index = 0
    while index < code.count {
      index = code.skip(textBytes, from: index)
      if code[index] == 0x26 {
        index = lexer.paintEntity(at: index, on: &page)
      } else {
        index = lexer.paintMarkup(at: index, on: &page)
      }
    }
  }

  private func paintEntity(at start: Int, on page: inout SpanWriter) -> Int {
    let name = code[start + 1] == 0x23 ? start + 2 : start + 1
    let end = code.skip(.name, from: name)
    guard end > name, code[end] == 0x3B else { return min(end, code.count) }
    page.mark(start, end + 1, .builtin)
    return end + 1
  }

  private func paintMarkup(at start: Int, on page: inout SpanWriter) -> Int {
    let next = code[start + 1]
    guard next == 0x21 || next == 0x3F else {
      let name = next == 0x2F ? start + 2 : start + 1
      guard code[name].isLetter || code[name] == 0x5F else { return min(name, code.count) }
      return paintTag(at: start, name: name, on: &page)
    }
    let end: Int
    let token: TokenClass
    if code.has("<!--", at: start) {
      (end, token) = (code.end(of: "-->", from: start + 4), .comment)
    } else if code.has("<![CDATA", at: start) {
      (end, token) = (code.end(of: "]]>", from: start + 8), .string)
    } else if next == 0x3F {
      (end, token) = (code.end(of: "?>", from: start + 2), .header)
    } else {
      (end, token) = (code.end(of: ">", from: start + 2), .header)
    }
    page.mark(start, end, token)
    return end
  }

  /// Marks a tag with its attributes.
  private func paintTag(at start: Int, name: Int, on page: inout SpanWriter) -> Int {
    let nameEnd = code.skip(Self.nameBytes, from: name)
    // A `>` directly behind the name shares its span; below it is then already written.
    page.mark(start, code[nameEnd] == 0x3E ? nameEnd + 1 : nameEnd, .type)
    var index = nameEnd
    while index < code.count {
      switch code[index] {
      case 0x3E:
        page.mark(index, index + 1, .type)
        return paintRaw(at: index + 1, in: code.upTo(nameEnd), name: name, on: &page)
      case 0x2F where code[index + 1] == 0x3E:
        page.mark(index, index + 2, .type)
        return index + 2
      case 0x3C: return index
      case 0x22, 0x27:
        let end = min(code.next(code[index], from: index + 1) + 1, code.count)
        page.mark(index, end, .string)
        index = end
      case 0x3D:
        let value = code.skipBlanks(from: index + 1)
        index = code.skip(Self.valueBytes, from: value)
        page.mark(value, index, .string)
      case 0x2F, 0x20, 0x09, 0x0A, 0x0D: index += 1
      default:
        let end = code.skip(Self.nameBytes, from: index)
        page.mark(index, end, .attribute)
        index = end
      }
    }
    return index
  }

  /// Marks a script and passes a style sheet, in which `<` is no markup.
  private func paintRaw(
    at start: Int, in tag: Code, name: Int, on page: inout SpanWriter
  ) -> Int {
    guard isHTML, code[name - 1] == 0x3C else { return start }
    let isScript = tag.count - name == 6 && tag.has("script", at: name)
    guard isScript || tag.count - name == 5 && tag.has("style", at: name) else { return start }
    let closing: Pattern = isScript ? "</script" : "</style"
    var end = code.next(0x3C, from: start)
    while end < code.count, !code.has(closing, at: end) { end = code.next(0x3C, from: end + 1) }
    if isScript { TableLexer.paint(code.upTo(end), from: start, with: .javaScript, on: &page) }
    return end
  }
}
