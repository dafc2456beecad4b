extension DocumentRenderer {
  mutating func enterBlock(_ node: SyntaxNode) -> Descent {
    if isTooDeep {
      reportDepth()
      return node.kind == .codeBlock || node.kind == .htmlBlock ? skipDeepBlock(node) : .children
    }
    if raw.openCount > 0, !raw.acceptsText, node.kind != .htmlBlock { closeRawStructures() }
    switch node.kind {
    case .document: raw.enterContainer(.block)
    case .footnoteDefinition: enterFootnote(node)
    case .paragraph: return enterParagraph(node)
    case .heading: return enterHeading(node)
    case .blockQuote: return enterBlockQuote(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .thematicBreak:
      startLine()
      html.markup("<hr />\n")
      return .skip
    case .codeBlock:
      appendCodeBlock(node)
      return .skip
    case .htmlBlock:
      startLine()
      appendRaw(node, kind: .block)
      startLine()
      return .skip
    case .table: enterTable(node)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell()
    default: break
    }
    return .children
  }

  mutating func leaveBlock(_ node: SyntaxNode) {
    guard !isTooDeep else { return endPlainBlock() }
    switch node.kind {
    case .document:
      leaveRawContainer()
      if isInFootnotes { html.markup("</ol>\n</section>\n") }
    case .footnoteDefinition: leaveFootnote(node)
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .blockQuote:
      leaveRawContainer()
      startLine()
      html.markup(alert?.quote == node ? "</div>\n" : "</blockquote>\n")
      if alert?.quote == node { alert = nil }
    case .list:
      if let range = document.contentsList, range.upperBound == Int.max, depth == 1 {
        document.contentsList = range.lowerBound..<document.links.count
      }
      html.markup(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item:
      leaveRawContainer()
      html.markup("</li>\n")
      endPlainBlock()
    case .table:
      if table.hasBody { html.markup("</tbody>") }
      html.markup("</table>\n")
      if style == .site { html.markup("</div>\n") }
    case .tableRow:
      html.markup("</tr>")
      if table.isInHeader { html.markup("\n</thead>") }
      table.isInHeader = false
      endPlainBlock()
    case .tableCell:
      leaveRawContainer()
      html.markup(table.isInHeader ? "</th>" : "</td>")
      plain.append(UInt8(ascii: " "))
    default: break
    }
  }

  /// Begins a new line in the HTML unless one has begun.
  mutating func startLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.markup("\n") }
  }

  /// Ends a block in the plain text unless one has ended.
  mutating func endPlainBlock() {
    if plain.last == UInt8(ascii: " ") { plain.removeLast() }
    if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
  }

  private mutating func skipDeepBlock(_ node: SyntaxNode) -> Descent {
    html.text(node.literal)
    plain.append(contentsOf: node.literal)
    return .skip
  }

  // MARK: - Paragraphs and headings

  private func isTightParagraph(_ node: SyntaxNode) -> Bool {
    guard let list = node.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func enterParagraph(_ node: SyntaxNode) -> Descent {
    if let alert, alert.paragraph == node {
      guard let rest = alert.rest else { return .skip }
      html.markup("<p>")
      raw.enterContainer(.inline)
      return .from(rest)
    }
    if !isTightParagraph(node) {
      startLine()
      html.markup("<p>")
    }
    raw.enterContainer(.inline)
    if depth == 1 { paragraphStart = plain.count }
    return .children
  }

  private mutating func leaveParagraph(_ node: SyntaxNode) {
    leaveRawContainer()
    if node.parent?.kind == .footnoteDefinition, node.next == nil {
      html.markup(" ")
      if let definition = node.parent { appendBackReferences(definition) }
    }
    if !isTightParagraph(node) { html.markup("</p>\n") }
    if depth == 1, document.lead.isEmpty, saysSomething(paragraphStart..<plain.count) {
      document.lead = paragraphStart..<plain.count
    }
    endPlainBlock()
  }

  /// True for a paragraph that can stand for the note: some words, and no announcement of a list.
  private func saysSomething(_ range: Range<Int>) -> Bool {
    var text = plain[range]
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    return text.count >= 30 && text.last != UInt8(ascii: ":")
  }

  private mutating func enterHeading(_ node: SyntaxNode) -> Descent {
    let level = promoted == node ? 1 : node.headingLevel
    startLine()
    guard style == .site else {
      html.markup(Self.headingStart[node.headingLevel - 1])
      raw.enterContainer(.inline)
      return .children
    }
    let text = Self.plainText(of: node, withImages: false)
    let anchor = slugger.slug(for: text)
    document.headings.append(
      Heading(
        level: level, text: Self.trimmed(text), anchor: anchor,
        line: node.line + lineOffset, column: node.column, plainOffset: plain.count))
    if level > 1, !anchor.isEmpty { html.markup("<div class=\"heading\">") }
    html.markup(Self.headingOpen[level - 1])
    if !anchor.isEmpty { html.attribute("id", anchor) }
    html.markup(">")
    raw.enterContainer(.inline)
    return .children
  }

  /// The text without spaces around it, which tags that are not shown may have left.
  private static func trimmed(_ text: [UInt8]) -> String {
    let start = text.drop { $0 == UInt8(ascii: " ") }
    let end = start.lastIndex { $0 != UInt8(ascii: " ") }
    return String(decoding: end.map { start[...$0] } ?? [], as: UTF8.self)
  }

  private mutating func leaveHeading(_ node: SyntaxNode) {
    leaveRawContainer()
    let level = promoted == node ? 1 : node.headingLevel
    html.markup(Self.headingEnd[level - 1])
    if style == .site, level > 1, let heading = document.headings.last, !heading.anchor.isEmpty {
      html.markup("<a class=\"anchor\" href=\"#")
      html.address(heading.anchor)
      html.markup("\" aria-label=\"Link to the section ")
      html.text(heading.text)
      html.markup("\">#</a></div>")
    }
    html.markup("\n")
    endPlainBlock()
  }

  private static let headingStart: [StaticString] = [
    "<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>",
  ]
  private static let headingOpen: [StaticString] = ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"]
  private static let headingEnd: [StaticString] = [
    "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>",
  ]
}
