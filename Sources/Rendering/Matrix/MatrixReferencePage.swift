internal import Files
internal import Markup
internal import Responsibility

/// The notes beside the published models.
struct MatrixReferencePage {
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, at page: SitePath) -> HTML {
    var page = MatrixReferencePage(writer: MatrixWriter(site, plan, at: page))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    writer.begin(
      "Beside published models",
      lead: "What the notes say next to what providers publish. A model never fills a cell.",
      in: .reference)
    for comparison in matrix.comparisons {
      writer.html.markup("<h2 id=\"")
      writer.html.text(comparison.reference.id)
      writer.html.markup("\">")
      writer.html.text(comparison.reference.name)
      writer.html.markup("</h2>\n")
      counts(comparison)
      writer.html.markup("<div class=\"sheet\">\n")
      table(comparison)
      writer.html.markup("</div>\n")
    }
  }

  private mutating func counts(_ comparison: Comparison) {
    let entries = comparison.lines.flatMap(\.entries)
    let total = entries.count { $0.outcome != .open }
    writer.html.markup("<p>")
    writer.share(entries.count { $0.outcome == .same }, of: total)
    writer.html.markup(" agree, ")
    writer.html.number(entries.count { $0.outcome == .different })
    writer.html.markup(" differ, ")
    writer.html.number(entries.count { $0.outcome == .unsaid })
    writer.html.markup(" are not mentioned.</p>\n")
  }

  private mutating func table(_ comparison: Comparison) {
    let reference = comparison.reference
    writer.html.markup(
      "<div class=\"matrix reference\"><table>\n<thead><tr><th scope=\"col\">Layer</th>")
    for column in reference.columns {
      writer.html.markup("<th scope=\"col\">")
      writer.html.text(matrix.name(of: column, otherwise: column.member))
      writer.html.markup("</th>")
    }
    writer.html.markup("</tr></thead>\n<tbody>\n")
    for (index, line) in comparison.lines.enumerated() {
      writer.html.markup("<tr><th scope=\"row\">")
      writer.html.text(matrix.layer(line.layer)?.name ?? line.layer)
      let remark = reference.lines[index].remark
      if !remark.isEmpty {
        writer.html.markup("<small>")
        writer.html.text(remark)
        writer.html.markup("</small>")
      }
      writer.html.markup("</th>")
      for (entry, column) in zip(line.entries, reference.columns) {
        self.entry(entry, matrix.name(of: column, otherwise: column.member))
      }
      writer.html.markup("</tr>\n")
    }
    writer.html.markup("</tbody></table></div>\n")
  }

  private mutating func entry(_ entry: Comparison.Entry, _ column: String) {
    writer.html.markup("<td class=\"")
    switch entry.outcome {
    case .same: writer.html.markup("same")
    case .different: writer.html.markup("different")
    case .unsaid: writer.html.markup("unsaid")
    case .open: writer.html.markup("open")
    }
    writer.html.markup("\"><span class=\"of\">")
    writer.html.text(column)
    writer.html.markup("</span>")
    writer.html.who(MatrixLook(entry.expected))
    writer.html.markup("<span class=\"outcome\">")
    switch entry.outcome {
    case .same: writer.html.markup("agrees: ")
    case .different: writer.html.markup("differs: ")
    case .unsaid: writer.html.markup("not mentioned")
    case .open: writer.html.markup("open")
    }
    if let index = entry.cell, entry.outcome != .unsaid {
      let cell = matrix.cells[index]
      if entry.outcome == .open { writer.html.markup(": ") }
      let place = writer.plan.place(ofRow: cell.row, at: cell.coordinates)
      writer.link(place.path, MatrixLook(cell, in: matrix).words, anchor: place.anchor)
    }
    writer.html.markup("</span></td>")
  }
}

extension ResponsibilityMatrix {
  /// A column's name; another word for one that no cell has.
  func name(of column: Coordinates, otherwise word: String) -> String {
    let isKnown = axes.contains { axis in
      axis.members.contains { $0.coordinates == column }
    }
    return isKnown ? name(of: column) : word
  }
}
