internal import Bytes

/// Brackets that cmark left in the text: wikilinks, and references without a definition.
extension DocumentRenderer {
  /// The longest target and label of a wikilink together, in bytes.
  private static let longestWikilink = 1000

  /// Writes a text node that has brackets in it.
  mutating func appendBracketed(_ node: SyntaxNode) {
    let text = node.literal
    var done = 0
    var index = 0
    while let open = Self.index(of: UInt8(ascii: "["), in: text, from: index) {
      index = open + 1
      if let end = wikilinkEnd(in: text, from: open), isWritten(text[open..<end], at: node) {
        appendText(text[done..<open])
        if appendWikilink(Array(text[(open + 2)..<(end - 2)]), place: place(of: node)) {
          done = end
        } else {
          done = open
        }
        index = end
      } else {
        findUndefined(in: text, from: open, node)
      }
    }
    appendText(text[done...])
  }

  private mutating func appendText(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    html.text(UnsafeBufferPointer(rebasing: part))
    plain.append(contentsOf: part)
  }

  // MARK: - Wikilinks

  /// Where `[[…]]` ends that begins at an offset; nil where none does.
  private func wikilinkEnd(in text: UnsafeBufferPointer<UInt8>, from open: Int) -> Int? {
    guard openLinks.isEmpty, !raw.hasOpenLink, open + 4 < text.count,
      text[open + 1] == UInt8(ascii: "[")
    else { return nil }
    var index = open + 2
    let last = min(text.count - 1, open + Self.longestWikilink)
    while index < last {
      if text[index] == UInt8(ascii: "[") { return nil }
      if text[index] == UInt8(ascii: "]") {
        return text[index + 1] == UInt8(ascii: "]") && index > open + 2 ? index + 2 : nil
      }
      index += 1
    }
    return nil
  }

  /// Writes the link for what stands between the brackets; false where that names nothing.
  private mutating func appendWikilink(
    _ content: [UInt8], place: (line: Int, column: Int)
  ) -> Bool {
    let parts = content.split(
      separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let target = parts.first.map(Self.trimmed), !target.isEmpty else { return false }
    let label = parts.count > 1 ? Self.trimmed(parts[1]) : target
    document.hasWikilinks = true
    let column = addressColumn(of: String(decoding: content, as: UTF8.self), at: place)
    let start = (line: place.line, column: column > 2 ? column - 2 : column)
    let index = openLink(String(decoding: target, as: UTF8.self), kind: .wikilink, place: start)
    label.withUnsafeBufferPointer { html.text($0) }
    plain.append(contentsOf: label)
    if index == Self.refusedLink { html.markup("</span>") }
    closeLink(index)
    return true
  }

  /// True where the source has the brackets as they are: a backslash before the first makes them text.
  private mutating func isWritten(
    _ brackets: Slice<UnsafeBufferPointer<UInt8>>, at node: SyntaxNode
  ) -> Bool {
    findLines()
    guard let line = lineRange(place(of: node).line) else { return false }
    let whole = Array(brackets)
    // In a table the bar between target and label has a backslash before it.
    let inTable = whole.flatMap { byte in
      byte == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), byte] : [byte]
    }
    for form in [whole, inTable] {
      let found = form.withUnsafeBufferPointer {
        source.firstOffset(of: $0, from: line.lowerBound, to: line.upperBound)
      }
      guard let found else { continue }
      return found == line.lowerBound || source[found - 1] != UInt8(ascii: "\\")
    }
    return false
  }

  // MARK: - Without a definition

  /// Reports `[text][label]` and `[^label]` without a definition, which stay text.
  private mutating func findUndefined(
    in text: UnsafeBufferPointer<UInt8>, from open: Int, _ node: SyntaxNode
  ) {
    guard open + 1 < text.count,
      let close = Self.index(of: UInt8(ascii: "]"), in: text, from: open + 1),
      close - open < Self.longestWikilink
    else { return }
    if text[open + 1] == UInt8(ascii: "^") {
      let label = text[(open + 2)..<close]
      guard !label.isEmpty, label.allSatisfy({ $0.isASCIIAlphanumeric }) else { return }
      reportUndefined(.footnoteUndefined, label, as: text[open...close], node)
      return
    }
    guard !followsWord(text, open), close + 2 < text.count, close > open + 1,
      text[close + 1] == UInt8(ascii: "["),
      let end = Self.index(of: UInt8(ascii: "]"), in: text, from: close + 2)
    else { return }
    let label = text[(close + 2)..<end]
    let content = text[(open + 1)..<close]
    guard label.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
      !label.contains(UInt8(ascii: "[")), !content.contains(UInt8(ascii: "["))
    else { return }
    let whole = text[open...end]
    guard isWritten(whole, at: node) else { return }
    reportUndefined(.referenceUndefined, label, as: whole, node)
  }

  private mutating func reportUndefined(
    _ kind: MarkupProblem.Kind, _ label: Slice<UnsafeBufferPointer<UInt8>>,
    as written: Slice<UnsafeBufferPointer<UInt8>>, _ node: SyntaxNode
  ) {
    let place = place(of: node)
    let mark = String(decoding: written, as: UTF8.self)
    report(
      kind, String(decoding: label, as: UTF8.self), line: place.line,
      column: addressColumn(of: mark, at: place))
  }

  /// True where a word or a bracket stands right before: `array[i][j]` is no link.
  private func followsWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = text[index - 1]
    return before.isASCIIAlphanumeric || before >= 0x80 || before == UInt8(ascii: "]")
      || before == UInt8(ascii: ")") || before == UInt8(ascii: "[")
  }

  private static func index(
    of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < text.count else { return nil }
    let end = byte == UInt8(ascii: "]") ? min(text.count, start + longestWikilink) : text.count
    return text[start..<end].firstIndex(of: byte)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let start = text.drop { $0 == UInt8(ascii: " ") }
    guard let last = start.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return [] }
    return Array(start[...last])
  }
}
