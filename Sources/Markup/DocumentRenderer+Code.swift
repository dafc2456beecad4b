extension DocumentRenderer {
  mutating func appendCodeBlock(_ node: SyntaxNode) {
    let info = node.fenceInfo
    let language = UnsafeBufferPointer(
      rebasing: info.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") })
    startLine()
    if style == .site {
      html.markup("<div class=\"code\">")
      if !language.isEmpty {
        html.markup("<div class=\"code-label\">")
        html.text(language)
        html.markup("</div>")
      }
      html.markup("<pre tabindex=\"0\"><code")
    } else {
      html.markup("<pre><code")
    }
    if !language.isEmpty {
      html.markup(" class=\"language-")
      html.text(language)
      html.markup("\"")
    }
    html.markup(">")
    let hasControls = node.literal.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    if style == .site, !hasControls, let highlighter = Highlighter(language: language) {
      html.highlighted(node.literal, by: highlighter)
    } else {
      html.text(node.literal)
    }
    html.markup("</code></pre>")
    html.markup(style == .site ? "</div>\n" : "\n")
    plain.append(contentsOf: node.literal)
    endPlainBlock()
  }
}
