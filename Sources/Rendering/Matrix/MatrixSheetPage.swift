internal import Files
internal import Markup
internal import Responsibility

/// A table of one axis, or of a part of it: rows are duties, columns what they hold for.
struct MatrixSheetPage {
  private let sheet: MatrixPlan.Sheet
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, sheet: Int) -> HTML {
    var page = MatrixSheetPage(
      sheet: plan.sheets[sheet], writer: MatrixWriter(site, plan, at: plan.sheets[sheet].path))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    let title = matrix.name(of: sheet.axis)
    writer.begin(title, in: .axis(sheet.axis))
    writer.tally(matrix.counts(on: sheet.axis))
    parts("Parts of this table")
    writer.html.markup("<div class=\"sheet\">\n")
    writer.picker(sheet.columns)
    filter()
    table(title)
    writer.html.markup("</div>\n")
    parts("Parts of this table, again")
  }

  /// The parts of the axis, named by their rows, and by their columns where these differ.
  private mutating func parts(_ label: StaticString) {
    let all = writer.plan.sheets.filter { $0.axis == sheet.axis }
    let isWide = all[0].columns != all[all.count - 1].columns
    writer.parts(label, all.map(\.path)) { writer, index in
      let part = all[index]
      let span = Self.heading(of: part.rows, writer)
      guard isWide, let first = part.columns.first, let last = part.columns.last else {
        return span
      }
      return "\(span), \(writer.matrix.name(of: first)) to \(writer.matrix.name(of: last))"
    }
  }

  /// The groups that rows lie in, and the first and the last of them.
  private static func heading(of rows: [Int], _ writer: MatrixWriter) -> String {
    guard let first = rows.first, let last = rows.last else { return "" }
    let groups = [first, last].map { writer.matrix.group(ofRow: $0) }
    let names = groups[0] == groups[1] ? groups[0] : "\(groups[0]) to \(groups[1])"
    return "\(names), \(writer.span(of: rows))"
  }

  /// Lets readers hide rows in which nothing differs, or nothing is missing; without a script.
  private mutating func filter() {
    let labels = sheet.rows.map { row in
      sheet.columns.map { column in matrix.cell(row: row, at: column).map { matrix.cells[$0].label }
      }
    }
    let varying = labels.count { row in row.contains { $0 != row[0] } }
    let gaps = labels.count { row in row.contains { $0 == .undetermined || $0 == .conflict } }
    guard varying + gaps > 0 else { return }
    writer.html.markup(
      """
      <fieldset class="filter"><legend>Rows</legend>
      <label><input type="radio" name="rows" checked> All (
      """)
    writer.html.number(labels.count)
    writer.html.markup(")</label>\n")
    if varying > 0 {
      writer.html.markup(
        "<label><input type=\"radio\" name=\"rows\" class=\"varies-only\"> Whose columns differ (")
      writer.html.number(varying)
      writer.html.markup(")</label>\n")
    }
    if gaps > 0 {
      writer.html.markup(
        "<label><input type=\"radio\" name=\"rows\" class=\"gaps-only\"> With gaps (")
      writer.html.number(gaps)
      writer.html.markup(")</label>\n")
    }
    writer.html.markup("</fieldset>\n")
  }

  private mutating func table(_ title: String) {
    let isWide = sheet.columns.count > 5
    writer.html.markup(
      isWide
        ? "<div class=\"matrix scrolls\" tabindex=\"0\" role=\"region\" aria-label=\""
        : sheet.columns.count == 1
          ? "<div class=\"matrix single\" role=\"region\" aria-label=\""
          : "<div class=\"matrix\" role=\"region\" aria-label=\"")
    writer.html.text(title)
    writer.html.markup("\"><table>\n")
    writer.columnHeads(sheet.columns, corner: "Duty")
    var group = ""
    for row in sheet.rows {
      let own = matrix.group(ofRow: row)
      if own != group {
        if !group.isEmpty { writer.html.markup("</tbody>\n") }
        group = own
        writer.groupHead(group, width: sheet.columns.count + 1)
      }
      let cells = sheet.columns.map { matrix.cell(row: row, at: $0) }
      writer.rowStart(row, cells)
      for (index, cell) in cells.enumerated() { writer.cell(cell, row: row, number: index + 1) }
      writer.html.markup("</tr>\n")
    }
    if !group.isEmpty { writer.html.markup("</tbody>") }
    writer.html.markup("</table></div>\n")
  }
}
