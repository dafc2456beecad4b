extension TableLexer {
  /// Marks a name by what it means or by what stands around it.
  mutating func paintWord(at start: Int, on page: inout SpanWriter) -> Int {
    let end = endOfWord(from: start)
    let traits = table.traits
    if traits.contains(.hasPrefixes), end - start <= 2, code[end] == 0x22 || code[end] == 0x27,
      isPrefix(from: start, to: end)
    {
      return paintForm(at: start, opening: end, on: &page)
    }
    let token = token(from: start, to: end)
    page.mark(start, end, token)
    return end
  }

  private mutating func token(from start: Int, to end: Int) -> TokenClass {
    followsValue = true
    if table.keySeparator != 0, isKey(endingAt: end) { return .attribute }
    if table.traits.contains(.hasBlocks), opensBlock(from: start, to: end) { return .keyword }
    let isMember = start > 0 && code[start - 1] == 0x2E && (start < 2 || code[start - 2] != 0x2E)
    if !isMember,
      let role = LanguageTable.WordRole(rawValue: table.words.value(in: code, from: start, to: end))
    {
      followsValue = role.token != .keyword
      announced =
        switch role {
        case .startsFunction: .function
        case .startsType: .type
        default: .plain
        }
      return role.token
    }
    if announced != .plain {
      defer { announced = .plain }
      return announced
    }
    let first = code[start]
    if first == 0x24 { return .variable }
    if table.traits.contains(.marksCapitals), first.isCapital { return .type }
    return table.traits.contains(.marksCalls) && code[end] == 0x28 ? .function : .plain
  }

  /// True where the separator of keys follows, which neither `==` nor `=>` is.
  func isKey(endingAt end: Int) -> Bool {
    let separator = code.skipBlanks(from: end)
    guard code[separator] == table.keySeparator else { return false }
    return table.keySeparator != 0x3D
      || (code[separator + 1] != 0x3D && code[separator + 1] != 0x3E)
  }

  private func opensBlock(from start: Int, to end: Int) -> Bool {
    let next = code.skipBlanks(from: end)
    guard next > end else { return false }
    let byte = code[next]
    return (byte == 0x22 || byte == 0x7B || byte.isLetter) && code.isFirstOnLine(start)
  }

  private func isPrefix(from start: Int, to end: Int) -> Bool {
    for index in start..<end {
      switch code[index] | 0x20 {
      case 0x62, 0x66, 0x72, 0x74, 0x75: continue
      default: return false
      }
    }
    return true
  }

  /// Marks `@name`, with dots.
  mutating func paintAttribute(at start: Int, on page: inout SpanWriter) -> Int {
    var end = endOfWord(from: start + 1)
    guard end > start + 1 else { return pass(0x40, at: start) }
    while code[end] == 0x2E {
      let next = endOfWord(from: end + 1)
      guard next > end + 1 else { break }
      end = next
    }
    page.mark(start, end, .attribute)
    followsValue = false
    return end
  }

  /// Marks `[name]` where it is alone on its line.
  mutating func paintSection(at start: Int, on page: inout SpanWriter) -> Int {
    guard code.isFirstOnLine(start) else { return pass(0x5B, at: start) }
    let lineEnd = code.lineEnd(from: start)
    let comment = code.upTo(lineEnd).next(0x23, from: start)
    var end = comment
    while code[end - 1].isSpace { end -= 1 }
    guard code[end - 1] == 0x5D else { return pass(0x5B, at: start) }
    page.mark(start, end, .header)
    return end
  }
}
