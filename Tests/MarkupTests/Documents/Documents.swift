import Markup

/// The document of some Markdown.
func document(_ markdown: String, firstLine: Int = 1) -> MarkdownDocument {
  MarkdownParser().parse(Array(markdown.utf8), firstLine: firstLine)
    ?? MarkdownDocument(unreadable: "there is no parser")
}

/// The HTML of some Markdown, with links that lead where they are written to.
func html(_ markdown: String) -> String {
  plainPage(document(markdown))
}

/// The places of the links of some Markdown: `line:column:addressColumn kind destination`.
func places(_ markdown: String, firstLine: Int = 1) -> [String] {
  document(markdown, firstLine: firstLine).links.map {
    "\($0.line):\($0.column):\($0.addressColumn) \($0.kind) \($0.destination)"
  }
}

/// What is wrong with some Markdown: `line:column kind text`.
func problems(_ markdown: String) -> [String] {
  document(markdown).problems.map { "\($0.line):\($0.column) \($0.kind) \($0.text)" }
}
