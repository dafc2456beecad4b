internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Responsibility

/// The way into the matrix: how much of it there is, what to read first, and every view.
struct MatrixOverviewPage {
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan) -> HTML {
    var page = MatrixOverviewPage(writer: MatrixWriter(site, plan, at: plan.overview))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    let notes = Set(matrix.claims.compactMap(\.provenance.note)).count
    writer.begin(
      "Who does what",
      lead: "\(Site.count(matrix.rows.count, "duty", "duties")), read from"
        + " \(Site.count(matrix.claims.count, "statement")) in \(Site.count(notes, "note")). Every"
        + " cell leads to the sentence behind it; what nobody says stays undetermined.",
      in: .overview)
    writer.tally(matrix.counts(isEverything: true))
    firstThings()
    counts()
    views()
    services()
    data()
  }

  /// The way to the same as data, where that is written.
  private mutating func data() {
    guard writer.site.writes(MatrixFile.path) else { return }
    writer.html.markup("<p class=\"more\">The same as data: ")
    writer.link(MatrixFile.path, MatrixFile.path.string)
    writer.html.markup("</p>\n")
  }

  // MARK: - What to read first

  private mutating func firstThings() {
    let counts = matrix.counts(isEverything: true)
    writer.html.markup("<h2>Read first</h2>\n<ul class=\"first\">\n")
    if let gaps = writer.plan.gaps.first?.path {
      if counts.conflicts > 0 {
        first(
          gaps, "Conflicts",
          "\(Site.count(counts.conflicts, "cell")) in which statements"
            + " contradict each other, side by side")
      }
      let errors = matrix.findings.count(of: .error)
      let warnings = matrix.findings.count(of: .warning)
      first(
        gaps, "Gaps",
        "\(Site.count(errors, "error")), \(Site.count(warnings, "warning")):"
          + " what is missing, and where to write it")
    }
    let asked = matrix.cells.filter(\.asksForHowTo)
    let unexplained = Set(asked.lazy.filter { $0.howTo.isEmpty }.map(\.row)).count
    if let list = writer.plan.checklists.first(where: {
      matrix.parties[$0.party].kind == .customer
    }) {
      let total = Set(asked.map(\.row)).count
      first(
        list.path, "The customer\u{2019}s checklist",
        "\(Site.count(total, "duty", "duties")), \(unexplained) of them without a note that says how"
      )
    }
    if let sheet = writer.plan.sheets.max(by: { $0.rows.count < $1.rows.count }) {
      first(
        sheet.path, "The matrix: \(matrix.name(of: sheet.axis).lowercased())",
        "the table with the most rows")
    }
    writer.html.markup("</ul>\n")
  }

  private mutating func first(_ path: SitePath, _ title: String, _ words: String) {
    writer.html.markup("<li>")
    writer.link(path, title)
    writer.html.markup(" <span>")
    writer.html.text(words)
    writer.html.markup("</span></li>\n")
  }

  // MARK: - Counts

  private mutating func counts() {
    writer.html.markup(
      """
      <h2>Counts</h2>
      <div class="table"><table class="counts"><thead><tr><th scope="col">Table</th>\
      <th scope="col" class="align-right">Rows</th><th scope="col" class="align-right">Cells</th>\
      <th scope="col" class="align-right">Provider</th><th scope="col" class="align-right">Customer</th>\
      <th scope="col" class="align-right">Shared</th><th scope="col" class="align-right">Others</th>\
      <th scope="col" class="align-right">Conflicts</th>\
      <th scope="col" class="align-right">Undetermined</th></tr></thead><tbody>

      """)
    var axes: [Axis.Kind?] = []
    for sheet in writer.plan.sheets where !axes.contains(sheet.axis) {
      axes.append(sheet.axis)
      line(matrix.counts(on: sheet.axis), matrix.name(of: sheet.axis), sheet.path)
    }
    if axes.count > 1 { line(matrix.counts(isEverything: true), "Together", nil) }
    writer.html.markup("</tbody></table></div>\n")
  }

  private mutating func line(
    _ counts: ResponsibilityMatrix.Counts, _ title: String, _ path: SitePath?
  ) {
    writer.html.markup("<tr><th scope=\"row\">")
    if let path { writer.link(path, title) } else { writer.html.text(title) }
    writer.html.markup("</th>")
    number(counts.rows, of: matrix.rows.count)
    number(counts.cells, of: nil)
    for count in [
      counts.provider, counts.customer, counts.shared, counts.thirdParty, counts.conflicts,
      counts.undetermined,
    ] {
      number(count, of: counts.cells)
    }
    writer.html.markup("</tr>\n")
  }

  /// A count, and what part of the whole it is.
  private mutating func number(_ count: Int, of total: Int?) {
    writer.html.markup("<td class=\"align-right\">")
    writer.html.number(count)
    if let total, total > 0 {
      writer.html.markup("<small>")
      writer.html.number((count * 200 + total) / (2 * total))
      writer.html.markup("\u{00A0}%</small>")
    }
    writer.html.markup("</td>")
  }

  // MARK: - Views

  private mutating func views() {
    writer.html.markup("<h2>What moves</h2>\n<ul class=\"first\">\n")
    var axes: [Axis.Kind] = []
    for beside in writer.plan.comparisons {
      guard let axis = beside.column.axis, !axes.contains(axis) else { continue }
      axes.append(axis)
      first(
        beside.path, "\(axis.name) beside each other",
        "choose two, and see which duties change hands")
    }
    if let reference = writer.plan.reference {
      first(
        reference, "Beside published models",
        matrix.comparisons.map(\.reference.name).joined(separator: "; "))
    }
    writer.html.markup("</ul>\n")
  }

  private mutating func services() {
    var seen = -1
    let first = writer.plan.services.filter { view in
      defer { seen = view.service }
      return view.service != seen
    }
    guard !first.isEmpty else { return }
    writer.html.markup("<h2>Services</h2>\n<ul class=\"folders\">\n")
    for view in first {
      let total = writer.plan.services.reduce(0) {
        $1.service == view.service ? $0 + $1.rows.count : $0
      }
      writer.html.markup("<li>")
      writer.link(view.path, matrix.services[view.service].name)
      writer.html.markup(" <span class=\"count\">")
      writer.html.text(Site.count(total, "duty", "duties"))
      writer.html.markup("</span></li>\n")
    }
    writer.html.markup("</ul>\n")
  }
}

extension Site {
  /// A number with its noun.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }
}
