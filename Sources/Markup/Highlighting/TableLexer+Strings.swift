extension TableLexer {
  /// Marks the comment or string that opens at an index, or passes punctuation that only looks so.
  mutating func paintForm(at start: Int, on page: inout SpanWriter) -> Int {
    paintForm(at: start, opening: start, on: &page)
  }

  /// Marks the comment or string that opens at `opening`, with what stands in front from `start` on.
  mutating func paintForm(at start: Int, opening: Int, on page: inout SpanWriter) -> Int {
    let word = code.word(at: opening)
    for form in table.forms where word & form.opening.mask == form.opening.bits {
      let content = opening + form.opening.count
      switch form.kind {
      case .lineComment:
        return mark(start, code.lineEnd(from: content), .comment, on: &page)
      case .blockComment(false):
        return mark(start, code.end(of: form.closing, from: content), .comment, on: &page)
      case .blockComment(true):
        return mark(start, endOfNested(form, from: content), .comment, on: &page)
      case .string:
        return paintString(form, from: start, content: content, on: &page)
      }
    }
    if code[start] == 0x2F, table.traits.contains(.hasRegexes), !followsValue {
      return paintRegex(at: start, on: &page)
    }
    return pass(code[start], at: start)
  }

  /// Marks a string from `start` to its end or to its next hole; `content` is where to look on.
  mutating func paintString(
    _ form: Form, from start: Int, content: Int, hashes: Int = 0, on page: inout SpanWriter
  ) -> Int {
    var index = content
    scan: while index < code.count {
      let byte = code[index]
      guard kinds[Int(byte)] & LanguageTable.stopBit != 0 else {
        index &+= 1
        continue
      }
      if byte == form.closing.first, code.has(form.closing, at: index) {
        let end = index + form.closing.count
        if form.doublesQuote, code[end] == byte {
          index = end + 1
          continue
        }
        if hashes == 0 || countHashes(from: end, atMost: hashes) == hashes {
          return finish(start, end + hashes, on: &page)
        }
      }
      if let hole = form.hole, hashes == 0 || byte == 0x5C, byte == hole.first {
        let bracket = index + 1 + countHashes(from: index + 1, atMost: hashes)
        if bracket == index + 1 + hashes, UInt64(code[bracket]) == hole.bits >> 8 {
          page.mark(start, bracket + 1, form.token)
          holes.append(Hole(form: form, hashes: hashes))
          followsValue = false
          return bracket + 1
        }
      }
      if byte == form.escape, byte != 0 {
        if hashes == 0 || countHashes(from: index + 1, atMost: hashes) == hashes {
          index += hashes + 1
        }
      } else if byte == 0x0A, case .string(spansLines: false) = form.kind {
        break scan
      }
      index += 1
    }
    return finish(start, index, on: &page)
  }

  /// Marks the end of a string, as a key where it is one.
  private mutating func finish(_ start: Int, _ end: Int, on page: inout SpanWriter) -> Int {
    let isKey = table.keySeparator != 0 && isKey(endingAt: end)
    followsValue = true
    return mark(start, end, isKey ? .attribute : .string, on: &page)
  }

  private func mark(
    _ start: Int, _ end: Int, _ token: TokenClass, on page: inout SpanWriter
  ) -> Int {
    let end = min(end, code.count)
    page.mark(start, end, token)
    return end
  }

  private func endOfNested(_ form: Form, from start: Int) -> Int {
    var depth = 1
    var index = start
    while index < code.count {
      let byte = code[index]
      if byte == form.opening.first, code.has(form.opening, at: index) {
        depth += 1
        index += 2
      } else if byte == form.closing.first, code.has(form.closing, at: index) {
        depth -= 1
        index += 2
        if depth == 0 { break }
      } else {
        index &+= 1
      }
    }
    return index
  }

  /// Marks a regular expression, which ends with its line at the latest.
  private mutating func paintRegex(at start: Int, on page: inout SpanWriter) -> Int {
    // `</tag>` of JSX is none.
    guard start == 0 || code[start - 1] != 0x3C else { return pass(0x2F, at: start) }
    var index = start + 1
    var isInSet = false
    scan: while index < code.count {
      switch code[index] {
      case 0x5C: index += 1
      case 0x5B: isInSet = true
      case 0x5D: isInSet = false
      case 0x2F where !isInSet: break scan
      case 0x0A: break scan
      default: break
      }
      index += 1
    }
    let end = code[index] == 0x2F ? endOfWord(from: index + 1) : index
    followsValue = true
    return mark(start, end, .string, on: &page)
  }

  /// Marks what begins with `#`: a raw string, a directive or nothing.
  mutating func paintHashes(at start: Int, on page: inout SpanWriter) -> Int {
    let hashes = countHashes(from: start, atMost: code.count)
    let next = start + hashes
    for form in table.forms where code[next] == 0x22 && code.has(form.opening, at: next) {
      let content = next + form.opening.count
      return paintString(form, from: start, content: content, hashes: hashes, on: &page)
    }
    let end = endOfWord(from: next)
    if hashes == 1, end > next { return mark(start, end, .keyword, on: &page) }
    return next
  }

  private func countHashes(from start: Int, atMost limit: Int) -> Int {
    var count = 0
    while count < limit, code[start + count] == 0x23 { count += 1 }
    return count
  }
}
