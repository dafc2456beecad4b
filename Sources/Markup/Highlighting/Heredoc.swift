/// The start of a here-document: `<<NAME`, `<<-NAME`, `<<~NAME`, with or without quotes.
struct Heredoc {
  /// Where its name stands in the code.
  let name: Range<Int>
  /// Where the whole start ends.
  let end: Int
  /// True where blanks may stand in front of the closing name.
  let isIndented: Bool
  /// True where variables in the text are none.
  let isQuoted: Bool

  /// Reads the start at an index; nil where none stands there.
  init?(in code: Code, at index: Int) {
    guard code[index] == 0x3C, code[index + 1] == 0x3C else { return nil }
    var place = index + 2
    isIndented = code[place] == 0x2D || code[place] == 0x7E
    if isIndented { place += 1 }
    let quote = code[place]
    isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { place += 1 }
    let nameEnd = code.skip(.name, from: place)
    guard nameEnd > place, !code[place].isDigit else { return nil }
    name = place..<nameEnd
    end = isQuoted && code[nameEnd] == quote ? nameEnd + 1 : nameEnd
  }

  /// Marks the text from the start of its first line on; returns where the closing line's end is.
  func paintBody(from start: Int, of code: Code, on page: inout SpanWriter) -> Int {
    var line = start
    while line < code.count {
      let lineEnd = code.lineEnd(from: line)
      let text = isIndented ? code.skipBlanks(from: line) : line
      if closes(at: text, in: code) {
        page.mark(text, text + name.count, .keyword)
        return lineEnd
      }
      paintText(from: line, to: lineEnd, of: code, on: &page)
      line = lineEnd + 1
    }
    return code.count
  }

  private func closes(at start: Int, in code: Code) -> Bool {
    for place in 0..<name.count where code[start + place] != code[name.lowerBound + place] {
      return false
    }
    let next = code[start + name.count]
    return next == 0x0A || next == 0x0D || next == 0
  }

  private func paintText(from start: Int, to end: Int, of code: Code, on page: inout SpanWriter) {
    var done = start
    let line = code.upTo(end)
    while !isQuoted {
      let dollar = line.next(0x24, from: done)
      guard dollar < end else { break }
      page.mark(done, dollar, .string)
      let next = line.endOfVariable(at: dollar)
      page.mark(dollar, next, next > dollar + 1 ? .variable : .string)
      done = next
    }
    page.mark(done, end, .string)
  }
}

extension Code {
  /// Where `$name`, `$1` or `${…}` ends; one behind the dollar where that is none.
  ///
  /// A brace without a partner runs to the line's end.
  func endOfVariable(at dollar: Int) -> Int {
    let next = self[dollar + 1]
    if next.isLetter || next == 0x5F { return skip(.name, from: dollar + 1) }
    if next == 0x7B {
      var depth = 0
      var index = dollar + 1
      while index < count, self[index] != 0x0A {
        if self[index] == 0x7B { depth += 1 }
        if self[index] == 0x7D { depth -= 1 }
        index += 1
        if depth == 0 { break }
      }
      return index
    }
    switch next {
    case 0x30...0x39, 0x40, 0x2A, 0x23, 0x3F, 0x24, 0x21, 0x2D: return min(dollar + 2, count)
    default: return dollar + 1
    }
  }
}

extension TableLexer {
  /// Marks a here-document with its text, which must begin on the next line.
  mutating func paintHeredoc(at start: Int, on page: inout SpanWriter) -> Int {
    guard let heredoc = Heredoc(in: code, at: start) else { return pass(0x3C, at: start) }
    let feed = code[heredoc.end] == 0x0D ? heredoc.end + 1 : heredoc.end
    guard code[feed] == 0x0A else { return pass(0x3C, at: start) }
    page.mark(start, heredoc.end, .keyword)
    return heredoc.paintBody(from: feed + 1, of: code, on: &page)
  }
}
