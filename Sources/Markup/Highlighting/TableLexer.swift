/// The lexer of all languages that a `LanguageTable` describes.
struct TableLexer {
  /// A place in a string where code stands, until its bracket closes.
  struct Hole {
    let form: Form
    /// How many `#` the string has around it.
    let hashes: Int
    /// How many brackets opened inside.
    var depth = 0
  }

  let code: Code
  let table: LanguageTable
  /// `table.kinds`.
  let kinds: UnsafePointer<UInt8>
  /// The holes in which the lexer is, the innermost last.
  var holes: [Hole] = []
  /// What the next name is, after a keyword that says so.
  var announced = TokenClass.plain
  /// True where a value ended, so that `/` divides.
  var followsValue = false

  /// Marks the tokens of the code from an index on.
  static func paint(
    _ code: Code, from start: Int = 0, with table: LanguageTable, on page: inout SpanWriter
  ) {
    table.kinds.withUnsafeBufferPointer { kinds in
      guard let kinds = kinds.baseAddress else { return }
      var lexer = TableLexer(code: code, table: table, kinds: kinds)
      lexer.run(from: start, on: &page)
    }
  }

  private mutating func run(from start: Int, on page: inout SpanWriter) {
    var index = start
    while index < code.count {
      let byte = code[index]
      switch LanguageTable.Start(rawValue: kinds[Int(byte)] & LanguageTable.startBits) {
      case .blank:
        index &+= 1
      case .word:
        index = paintWord(at: index, on: &page)
      case .digit:
        let end = endOfNumber(from: index)
        page.mark(index, end, .number)
        index = end
        followsValue = true
      case .form:
        index = paintForm(at: index, on: &page)
      case .attribute:
        index = paintAttribute(at: index, on: &page)
      case .hash:
        index = paintHashes(at: index, on: &page)
      case .heredoc:
        index = paintHeredoc(at: index, on: &page)
      case .section:
        index = paintSection(at: index, on: &page)
      case .open:
        index = pass(byte, at: index)
        if !holes.isEmpty { holes[holes.count - 1].depth += 1 }
      case .close:
        index = pass(byte, at: index)
        guard let hole = holes.last else { break }
        if hole.depth > 0 {
          holes[holes.count - 1].depth -= 1
        } else {
          holes.removeLast()
          index = paintString(
            hole.form, from: index - 1, content: index, hashes: hole.hashes, on: &page)
        }
      case .other, nil:
        index = pass(byte, at: index)
      }
    }
  }

  /// Leaves punctuation plain.
  @inline(__always)
  mutating func pass(_ byte: UInt8, at index: Int) -> Int {
    announced = .plain
    followsValue = byte == 0x29 || byte == 0x5D || byte == 0x7D
    return index &+ 1
  }

  /// Where the name that begins before the index ends.
  @inline(__always)
  func endOfWord(from start: Int) -> Int {
    var index = start
    while index < code.count, kinds[Int(code[index])] & LanguageTable.wordBit != 0 { index &+= 1 }
    return index
  }

  private func endOfNumber(from start: Int) -> Int {
    var index = start
    let isDecimal = code[start] != 0x30 || !code[start + 1].isLetter
    while index < code.count {
      let byte = code[index]
      if kinds[Int(byte)] & LanguageTable.wordBit != 0 {
        index &+= 1
      } else if byte == 0x2E, code[index + 1].isDigit {
        index &+= 1
      } else if byte == 0x2D || byte == 0x2B, isDecimal, index > start,
        code[index - 1] | 0x20 == 0x65, code[index + 1].isDigit
      {
        index &+= 1
      } else {
        break
      }
    }
    return index
  }
}
