/// The lexer of YAML, line by line, with the flow collections and block scalars that span lines.
struct YAMLLexer {
  private let code: Code
  /// How many brackets and braces are open.
  private var flowDepth = 0
  /// Where the line began.
  private var line = 0
  /// The column, from 0, of the innermost key or dash of the line.
  private var column = -1

  private static let plainBytes = ByteSet("\n:#,[]{}", inverted: true)
  private static let nameBytes = ByteSet(" \t\r\n,[]{}", inverted: true)
  private static let blockBytes = ByteSet("0123456789+-")

  /// Marks the tokens of the code.
  static func paint(_ code: Code, on page: inout SpanWriter) {
    var lexer = YAMLLexer(code: code)
    var index = 0
    while index < code.count {
      if lexer.startLine(at: index) {
        index = lexer.paintMarker(at: index, on: &page)
      }
      while index < code.count, code[index] != 0x0A {
        index = lexer.step(at: index, on: &page)
      }
      index += 1
    }
  }

  /// Starts a line; true where it may be a marker between documents.
  private mutating func startLine(at index: Int) -> Bool {
    line = index
    column = -1
    return flowDepth == 0
  }

  private func paintMarker(at start: Int, on page: inout SpanWriter) -> Int {
    var end = start
    if code.has("---", at: start) || code.has("...", at: start) {
      guard endsWord(start + 3) else { return start }
      end = start + 3
    } else if code[start] == 0x25 {
      end = code.lineEnd(from: start)
    }
    page.mark(start, end, .header)
    return end
  }

  private mutating func step(at index: Int, on page: inout SpanWriter) -> Int {
    switch code[index] {
    case 0x20, 0x09, 0x0D: return index + 1
    case 0x23 where index == 0 || code[index - 1].isSpace:
      return mark(index, code.lineEnd(from: index), .comment, on: &page)
    case 0x2D where flowDepth == 0 && endsWord(index + 1),
      0x3F where flowDepth == 0 && endsWord(index + 1):
      column = index - line
      return mark(index, index + 1, .operator, on: &page)
    case 0x26, 0x2A:
      return mark(index, code.skip(Self.nameBytes, from: index + 1), .variable, on: &page)
    case 0x21: return mark(index, code.skip(Self.nameBytes, from: index + 1), .type, on: &page)
    case 0x5B, 0x7B:
      flowDepth += 1
      return index + 1
    case 0x5D where flowDepth > 0, 0x7D where flowDepth > 0:
      flowDepth -= 1
      return index + 1
    case 0x2C where flowDepth > 0: return index + 1
    case 0x3A where flowDepth > 0 || endsWord(index + 1): return index + 1
    case 0x22, 0x27: return paintQuoted(at: index, on: &page)
    case 0x3E where flowDepth == 0, 0x7C where flowDepth == 0:
      return paintBlock(at: index, on: &page)
    default: return paintPlain(at: index, on: &page)
    }
  }

  private func endsWord(_ index: Int) -> Bool {
    index >= code.count || code[index].isSpace
  }

  private func mark(_ start: Int, _ end: Int, _ token: TokenClass, on page: inout SpanWriter) -> Int
  {
    page.mark(start, end, token)
    return end
  }

  private mutating func paintQuoted(at start: Int, on page: inout SpanWriter) -> Int {
    let quote = code[start]
    var end = start + 1
    while end < code.count {
      let isEscape = quote == 0x22 ? code[end] == 0x5C : code[end] == 0x27 && code[end + 1] == 0x27
      guard isEscape || code[end] != quote else { break }
      end += isEscape ? 2 : 1
    }
    end = min(end + 1, code.count)
    let colon = code.skipBlanks(from: end)
    guard code[colon] == 0x3A, flowDepth > 0 || endsWord(colon + 1) else {
      return mark(start, end, .string, on: &page)
    }
    column = start - line
    return mark(start, end, .attribute, on: &page)
  }

  private mutating func paintPlain(at start: Int, on page: inout SpanWriter) -> Int {
    var end = start
    var isKey = false
    scan: while true {
      end = code.skip(Self.plainBytes, from: max(end, start + 1))
      switch code[end] {
      case 0x3A where endsWord(end + 1):
        isKey = true
        break scan
      case 0x23 where code[end - 1] != 0x20: end += 1
      case 0x3A: end += 1
      case 0x2C where flowDepth == 0, 0x5B where flowDepth == 0, 0x5D where flowDepth == 0,
        0x7B where flowDepth == 0, 0x7D where flowDepth == 0:
        end += 1
      default: break scan
      }
    }
    var textEnd = end
    while textEnd > start, code[textEnd - 1].isSpace { textEnd -= 1 }
    if isKey { column = start - line }
    page.mark(start, textEnd, isKey ? .attribute : code.scalarToken(from: start, to: textEnd))
    return isKey ? end + 1 : end
  }

  /// Marks a block scalar: its indicator and all lines that are further right than its owner.
  private func paintBlock(at start: Int, on page: inout SpanWriter) -> Int {
    let end = code.skip(Self.blockBytes, from: start + 1)
    page.mark(start, end, .operator)
    var text = code.lineEnd(from: end)
    let comment = code.skipBlanks(from: end)
    if code[comment] == 0x23 { page.mark(comment, text, .comment) }
    while text < code.count {
      let start = code.skipBlanks(from: text + 1)
      let isBlank = code[start] == 0x0A || code[start] == 0x0D && code[start + 1] == 0x0A
      guard isBlank || start - text - 1 > column else { break }
      let end = code.lineEnd(from: start)
      if !isBlank { page.mark(start, end, .string) }
      text = end
    }
    return text
  }
}
