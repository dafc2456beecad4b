/// The lexer of shell scripts and of Dockerfiles, whose instructions contain shell.
struct ShellLexer {
  /// The language around the commands.
  enum Dialect {
    case script
    case docker
  }

  /// What the next word is.
  enum Position {
    case command
    case argument
    /// A part of a value in front of a command, as in `LANG=C sort`.
    case assignment
    /// An argument that may be an assignment, as after `export`.
    case declaration
    /// A pattern of `case`.
    case pattern
    /// An instruction of a Dockerfile.
    case instruction
  }

  /// An open parenthesis and what comes behind its partner.
  struct Frame {
    enum Kind {
      case group
      case array
      case arithmetic
      /// A substitution inside of a string, which then goes on.
      case string
    }

    let kind: Kind
    let position: Position
  }

  let code: Code
  let dialect: Dialect
  var position: Position
  /// The open parentheses, the innermost last.
  var frames: [Frame] = []
  /// The here-documents that begin on the next line.
  var heredocs: [Heredoc] = []
  /// How many `case` are open.
  var cases = 0
  /// What follows `in`, after `for`, `select` and `case`.
  var behindIn: Position?
  /// What follows the next backtick when it closes.
  var behindBacktick: Position?

  /// Marks the tokens of the code from an index on.
  static func paint(
    _ code: Code, from start: Int = 0, on page: inout SpanWriter, dialect: Dialect = .script
  ) {
    var lexer = ShellLexer(
      code: code, dialect: dialect, position: dialect == .docker ? .instruction : .command)
    var index = start
    while index < code.count { index = lexer.step(at: index, on: &page) }
  }

  private mutating func step(at index: Int, on page: inout SpanWriter) -> Int {
    switch code[index] {
    case 0x20, 0x09, 0x0D:
      if position == .assignment { position = .command }
      return index + 1
    case 0x0A: return endLine(at: index, on: &page)
    case 0x23 where startsWord(index): return paintComment(at: index, on: &page)
    case 0x27:
      passValue()
      return paintLiteral(from: index, content: index + 1, escape: 0, on: &page)
    case 0x22:
      passValue()
      return paintQuoted(from: index, on: &page)
    case 0x60: return passBacktick(at: index)
    case 0x24: return paintDollar(at: index, on: &page)
    case 0x5C:
      let next = index + 1
      if code[next] == 0x0A { return next + 1 }
      if code[next] == 0x0D, code[next + 1] == 0x0A { return next + 2 }
      passValue()
      return next + 1
    case 0x26, 0x3B, 0x7C: return paintOperator(at: index, on: &page)
    case 0x3C, 0x3E: return paintRedirect(at: index, on: &page)
    case 0x28: return open(at: index)
    case 0x29: return close(at: index, on: &page)
    default: return paintWord(at: index, on: &page)
    }
  }

  /// True where no word goes on at the index.
  func startsWord(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch code[index - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x26, 0x28, 0x3B, 0x7C: return true
    default: return false
    }
  }

  /// Notes that a string or a variable stands where a word could.
  mutating func passValue() {
    if position == .command || position == .instruction { position = .argument }
  }

  private mutating func endLine(at feed: Int, on page: inout SpanWriter) -> Int {
    var index = feed + 1
    for heredoc in heredocs {
      index = min(heredoc.paintBody(from: index, of: code, on: &page) + 1, code.count)
    }
    heredocs.removeAll(keepingCapacity: true)
    behindIn = nil
    if dialect == .docker {
      position = .instruction
    } else if position != .pattern, frames.last?.kind != .array {
      position = .command
    }
    return index
  }

  private func paintComment(at start: Int, on page: inout SpanWriter) -> Int {
    let end = code.lineEnd(from: start)
    page.mark(start, end, .comment)
    // In a Dockerfile a comment may stand between the lines of an instruction.
    return dialect == .docker && code.isFirstOnLine(start) ? min(end + 1, code.count) : end
  }

  private mutating func paintOperator(at start: Int, on page: inout SpanWriter) -> Int {
    var end = start + 1
    while code[end] == 0x26 || code[end] == 0x3B || code[end] == 0x7C { end += 1 }
    if code[end - 1] == 0x26, code[end] == 0x3E { return paintRedirect(at: start, on: &page) }
    page.mark(start, end, .operator)
    if code[start] == 0x3B, code[start + 1] == 0x3B, cases > 0 {
      position = .pattern
    } else if position != .pattern {
      position = .command
    }
    return end
  }

  private mutating func paintRedirect(at start: Int, on page: inout SpanWriter) -> Int {
    if frames.last?.kind != .arithmetic, let heredoc = Heredoc(in: code, at: start) {
      page.mark(start, heredoc.end, .keyword)
      heredocs.append(heredoc)
      return heredoc.end
    }
    var end = start + 1
    while code[end] == 0x3C || code[end] == 0x3E || code[end] == 0x26 { end += 1 }
    if code[end - 1] == 0x26 {
      while code[end].isDigit || code[end] == 0x2D { end += 1 }
    }
    page.mark(start, end, .operator)
    passValue()
    return end
  }
}
