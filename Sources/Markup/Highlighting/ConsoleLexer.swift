/// The lexer of terminal sessions: commands behind prompts, and what they print.
enum ConsoleLexer {
  /// Marks prompts and commands; without any prompt all is a script.
  static func paint(_ code: Code, on page: inout SpanWriter) {
    guard hasPrompt(code) else { return ShellLexer.paint(code, on: &page) }
    var line = 0
    while line < code.count {
      var end = code.lineEnd(from: line)
      if isPrompt(at: line, in: code) {
        page.mark(line, line + 1, .header)
        while end > line + 1, code[end - 1] == 0x5C, end + 1 < code.count,
          !isPrompt(at: end + 1, in: code)
        {
          end = code.lineEnd(from: end + 1)
        }
        ShellLexer.paint(code.upTo(end), from: line + 2, on: &page)
      } else if code[line] == 0x23 {
        page.mark(line, end, .comment)
      }
      line = end + 1
    }
  }

  /// True where the first line has a prompt.
  static func startsWithPrompt(_ code: Code) -> Bool {
    code[0] == 0x24 && code[1] == 0x20
  }

  private static func hasPrompt(_ code: Code) -> Bool {
    var line = 0
    while line < code.count {
      if isPrompt(at: line, in: code) { return true }
      line = code.lineEnd(from: line) + 1
    }
    return false
  }

  /// True for `$`, `%` and `>` with a blank.
  private static func isPrompt(at line: Int, in code: Code) -> Bool {
    switch code[line] {
    case 0x24, 0x25, 0x3E: code[line + 1] == 0x20
    default: false
    }
  }
}
