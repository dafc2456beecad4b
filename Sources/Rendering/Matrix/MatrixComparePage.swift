internal import Files
internal import Markup
internal import Responsibility

/// One column beside another that the reader chooses: what moves from one to the other.
///
/// All others are in the page; radio buttons and the style sheet show one of them.
struct MatrixComparePage {
  private let beside: MatrixPlan.Beside
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, comparison: Int) -> HTML {
    let own = plan.comparisons[comparison]
    var page = MatrixComparePage(beside: own, writer: MatrixWriter(site, plan, at: own.path))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    let name = matrix.name(of: beside.column)
    writer.begin("What moves: \(name) beside others")
    let parts = writer.plan.comparisons.filter { $0.column == beside.column }
    writer.parts("Parts of this comparison", parts.map(\.path)) { $0.span(of: parts[$1].rows) }
    others()
    guard !beside.rows.isEmpty else {
      writer.html.markup("<p>Nothing moves: every duty stays with the same party.</p>\n")
      return
    }
    writer.html.markup("<div class=\"sheet compare\">\n")
    writer.picker(
      beside.others, checked: 2, first: 2,
      remarks: beside.others.map { other in
        let count = beside.rows.count { label($0, other) != label($0, beside.column) }
        return "(\(count) move)"
      })
    table(name)
    writer.html.markup("</div>\n")
    if beside.sameCount > 0 {
      writer.html.markup("<p class=\"more\">")
      writer.html.number(beside.sameCount)
      writer.html.markup(" more stay with the same party in every column.</p>\n")
    }
  }

  /// The way to the same page of the other columns.
  private mutating func others() {
    let columns = matrix.columns(on: beside.column.axis)
    writer.html.markup("<p class=\"cite\">Begin with another: ")
    for (index, column) in columns.enumerated() {
      if index > 0 { writer.html.markup(", ") }
      if column != beside.column, let path = writer.plan.comparePages[column] {
        writer.link(path, matrix.name(of: column))
      } else {
        writer.html.markup("<b>")
        writer.html.text(matrix.name(of: column))
        writer.html.markup("</b>")
      }
    }
    writer.html.markup("</p>\n")
  }

  private mutating func table(_ name: String) {
    writer.html.markup("<div class=\"matrix\"><table>\n")
    writer.columnHeads([beside.column] + beside.others, corner: "Duty")
    writer.html.markup("<tbody>\n")
    for row in beside.rows {
      let own = matrix.cell(row: row, at: beside.column)
      let others = beside.others.map { matrix.cell(row: row, at: $0) }
      writer.rowStart(row, [own] + others, comparesToFirst: true)
      writer.cell(own, row: row, number: 1)
      for (index, other) in others.enumerated() {
        writer.cell(other, row: row, number: index + 2)
      }
      writer.html.markup("</tr>\n")
    }
    writer.html.markup("</tbody></table></div>\n")
  }

  private func label(_ row: Int, _ column: Coordinates) -> Label? {
    matrix.cell(row: row, at: column).map { matrix.cells[$0].label }
  }
}
