extension DocumentRenderer {
  /// True once the section of footnotes has begun; footnotes come last in cmark's tree.
  var isInFootnotes: Bool { footnoteNumber > 0 }

  mutating func enterFootnote(_ node: SyntaxNode) {
    startLine()
    if footnoteNumber == 0 {
      html.markup("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
    }
    footnoteNumber += 1
    html.markup("<li id=\"fn:")
    html.number(footnoteNumber)
    html.markup("\">\n")
    raw.enterContainer(.block)
  }

  mutating func leaveFootnote(_ node: SyntaxNode) {
    leaveRawContainer()
    if Self.lastChild(of: node)?.kind != .paragraph { appendBackReferences(node) }
    startLine()
    html.markup("</li>\n")
    endPlainBlock()
  }

  /// Writes the arrows back to each place that refers to a footnote.
  mutating func appendBackReferences(_ node: SyntaxNode) {
    for reference in 1...max(1, node.referenceCount) {
      if reference > 1 { html.markup(" ") }
      html.markup("<a class=\"footnote-back\" href=\"#fnref:")
      appendReferenceName(footnote: footnoteNumber, reference: reference)
      html.markup("\" aria-label=\"Back to the text\">\u{21A9}</a>")
    }
  }

  /// Writes the mark of a footnote; cmark has replaced its label by its number.
  mutating func appendFootnoteReference(_ node: SyntaxNode) {
    let number = node.literal.reduce(0) { value, byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        ? value &* 10 &+ Int(byte - UInt8(ascii: "0")) : value
    }
    mark(.footnote, detail: number)
    html.markup("<sup class=\"footnote-ref\"><a href=\"#fn:")
    html.number(number)
    html.markup("\" id=\"fnref:")
    appendReferenceName(footnote: number, reference: node.referenceIndex)
    html.markup("\">")
    html.number(number)
    html.markup("</a></sup>")
  }

  private mutating func appendReferenceName(footnote: Int, reference: Int) {
    html.number(footnote)
    if reference > 1 {
      html.markup("-")
      html.number(reference)
    }
  }

  private static func lastChild(of node: SyntaxNode) -> SyntaxNode? {
    var last = node.firstChild
    while let next = last?.next { last = next }
    return last
  }
}
