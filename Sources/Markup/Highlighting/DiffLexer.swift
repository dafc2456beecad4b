/// The lexer of patches, line by line.
enum DiffLexer {
  /// What stands at the start of the lines that Git writes between two files.
  private static let headers: [Pattern] = [
    "diff ", "index ", "new file", "deleted ", "old mode", "new mode", "rename ", "copy ",
    "similari", "dissimil", "Binary f", "Only in ",
  ]

  /// Marks the lines of the code.
  static func paint(_ code: Code, on page: inout SpanWriter) {
    var line = 0
    var isBehindOldName = false
    while line < code.count {
      let end = code.lineEnd(from: line)
      let token = token(at: line, next: end + 1, of: code, isBehindOldName: isBehindOldName)
      isBehindOldName = token == .header && code[line] == 0x2D
      page.mark(line, end, token)
      line = end + 1
    }
  }

  private static func token(
    at line: Int, next: Int, of code: Code, isBehindOldName: Bool
  ) -> TokenClass {
    switch code[line] {
    case 0x2B: isBehindOldName && code.has("+++ ", at: line) ? .header : .inserted
    // A removed `-- comment` also begins with three dashes, but no `+++ ` line follows it.
    case 0x2D: code.has("--- ", at: line) && code.has("+++ ", at: next) ? .header : .deleted
    case 0x3E: .inserted
    case 0x3C: .deleted
    case 0x40: code.has("@@", at: line) ? .header : .plain
    case 0x5C: .comment
    case 0x20: .plain
    default: headers.contains { code.has($0, at: line) } ? .header : .plain
    }
  }
}
