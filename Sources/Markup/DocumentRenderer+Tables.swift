extension DocumentRenderer {
  /// What is known of the table that is being written.
  struct TableState {
    var alignments: [UInt8] = []
    var column = 0
    var isInHeader = false
    var hasBody = false
  }

  mutating func enterTable(_ node: SyntaxNode) {
    startLine()
    table = TableState(alignments: Array(node.columnAlignments))
    tableCount += 1
    guard style == .site else {
      html.markup("<table>")
      return
    }
    html.markup("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table ")
    html.number(tableCount)
    if let heading = document.headings.last {
      html.markup(": ")
      html.text(heading.text)
    }
    html.markup("\"><table>")
  }

  mutating func enterRow(_ node: SyntaxNode) {
    table.column = 0
    startLine()
    if node.isHeaderRow {
      table.isInHeader = true
      html.markup("<thead>\n")
    } else if !table.hasBody {
      table.hasBody = true
      html.markup("<tbody>\n")
    }
    html.markup("<tr>")
  }

  mutating func enterCell() {
    startLine()
    html.markup(table.isInHeader ? "<th" : "<td")
    let alignment = table.column < table.alignments.count ? table.alignments[table.column] : 0
    table.column += 1
    let name: StaticString? =
      switch alignment {
      case UInt8(ascii: "l"): "left"
      case UInt8(ascii: "c"): "center"
      case UInt8(ascii: "r"): "right"
      default: nil
      }
    if style == .site, table.isInHeader { html.markup(" scope=\"col\"") }
    if let name {
      html.markup(style == .site ? " class=\"align-" : " align=\"")
      html.markup(name)
      html.markup("\"")
    }
    html.markup(">")
    raw.enterContainer(.block)
  }
}
