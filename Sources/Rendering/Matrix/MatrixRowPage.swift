internal import Files
internal import Markup
internal import Responsibility

/// A row: who does it where, and the sentences that say so.
struct MatrixRowPage {
  /// The row that is being written.
  private var row: Int
  private var writer: MatrixWriter

  /// The page's content: one row, or several small ones.
  static func html(_ site: Site, _ plan: MatrixPlan, page index: Int) -> HTML {
    let own = plan.rowPages[index]
    var page = MatrixRowPage(row: own.rows[0], writer: MatrixWriter(site, plan, at: own.path))
    if own.isShared { page.write(own) } else { page.write() }
    page.pager(from: own.rows[0], to: own.rows[own.rows.count - 1])
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    cite()
    writer.begin(matrix.rows[row].title)
    invariants()
    let groups = groups()
    summary(groups)
    for group in groups { section(group) }
    findings("<h2>Findings</h2>\n")
  }

  /// What is to be mended about the row, beside conflicts and gaps that stand with the cells.
  private mutating func findings(_ heading: StaticString) {
    guard let own = writer.plan.findingsOfRow[row] else { return }
    writer.html.markup(heading)
    writer.html.markup("<ul class=\"gaps\">\n")
    for index in own { writer.finding(index) }
    writer.html.markup("</ul>\n")
  }

  /// Rows of which little is said, below each other.
  private mutating func write(_ own: MatrixPlan.RowPage) {
    writer.begin(writer.plan.title(of: own))
    for row in own.rows {
      self.row = row
      writer.html.markup("<section class=\"cell\">\n<h2")
      writer.html.attribute("id", matrix.rows[row].id)
      writer.html.markup(">")
      writer.html.text(matrix.rows[row].title)
      writer.html.markup("</h2>\n")
      cite()
      invariants()
      for group in groups() {
        let cell = group[0]
        verdict(cell, at: group.map { matrix.name(of: $0.coordinates) }.joined(separator: ", "))
        published(at: group.map(\.coordinates), cell)
        parts(of: cell)
        writer.howTo(of: cell)
        for index in cell.claims { writer.claim(index) }
      }
      findings("<h3>Findings</h3>\n")
      writer.html.markup("</section>\n")
    }
  }

  /// How the row is cited, and its layers.
  private mutating func cite() {
    let own = matrix.rows[row]
    writer.html.markup("<p class=\"cite\">")
    writer.html.text(own.citation)
    writer.html.markup(" \u{00B7} <code>")
    writer.html.text(own.id)
    writer.html.markup("</code>")
    let layers = own.layers.compactMap { matrix.layer($0)?.name }
    if !layers.isEmpty {
      writer.html.markup(layers.count == 1 ? " \u{00B7} layer " : " \u{00B7} layers ")
      writer.html.text(layers.joined(separator: ", "))
    }
    writer.html.markup("</p>\n")
  }

  /// What holds for the row's layer, whatever the service.
  private mutating func invariants() {
    switch matrix.rows[row].layer.flatMap({ matrix.layer($0) })?.invariant {
    case .alwaysCustomer:
      writer.html.markup("<p>This never leaves the customer, whatever the service.</p>\n")
    case .alwaysProvider:
      writer.html.markup("<p>This never leaves the provider, except on premises.</p>\n")
    case nil: break
    }
  }

  /// The cells, those together that say the same for the same reason.
  private func groups() -> [[Cell]] {
    var groups: [[Cell]] = []
    for cell in matrix.cells(ofRow: row) {
      let place = groups.firstIndex { group in
        let first = group[0]
        return first.status == cell.status && first.label == cell.label
          && first.claims == cell.claims && first.outranked == cell.outranked
          && first.parts == cell.parts && first.howTo == cell.howTo
          && first.modality == cell.modality
          && first.coordinates.axis == cell.coordinates.axis
      }
      if let place { groups[place].append(cell) } else { groups.append([cell]) }
    }
    return groups
  }

  /// Where and who, before the evidence.
  private mutating func summary(_ groups: [[Cell]]) {
    guard groups.count > 1 else { return }
    writer.html.markup(
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">Where</th><th scope=\"col\">Who</th></tr></thead><tbody>\n"
    )
    for group in groups {
      writer.html.markup("<tr><th scope=\"row\">")
      for (index, cell) in group.enumerated() {
        if index > 0 { writer.html.markup(", ") }
        writer.link(
          writer.page, matrix.name(of: cell.coordinates),
          anchor: writer.plan.anchors[cell.coordinates])
      }
      writer.html.markup("</th><td>")
      writer.html.who(MatrixLook(group[0], in: matrix))
      writer.html.markup("</td></tr>\n")
    }
    writer.html.markup("</tbody></table></div>\n")
  }

  // MARK: - Evidence

  private mutating func section(_ group: [Cell]) {
    let cell = group[0]
    writer.html.markup("<section class=\"cell\">\n<h2>")
    for (index, cell) in group.enumerated() {
      if index > 0 { writer.html.markup(", ") }
      writer.html.markup("<span")
      if let anchor = writer.plan.anchors[cell.coordinates] {
        writer.html.attribute("id", anchor)
      }
      writer.html.markup(">")
      writer.html.text(matrix.name(of: cell.coordinates))
      writer.html.markup("</span>")
    }
    writer.html.markup("</h2>\n")
    verdict(cell)
    published(at: group.map(\.coordinates), cell)
    parts(of: cell)
    writer.howTo(of: cell)
    evidence(of: cell)
    writer.html.markup("</section>\n")
  }

  /// What a cell comes to, and why; with its column where no heading names it.
  private mutating func verdict(_ cell: Cell, at column: String? = nil) {
    writer.html.markup("<p class=\"verdict\">")
    writer.html.who(MatrixLook(cell, in: matrix))
    writer.html.markup(" <span>")
    if let column {
      writer.html.text(column)
      writer.html.markup(": ")
    }
    writer.html.text(cell.status.sentence)
    if let words = cell.modality.words, cell.label != .undetermined {
      writer.html.markup("; ")
      writer.html.text(words)
    }
    writer.html.markup(".</span></p>\n")
  }

  /// What a published model says where the notes settle nothing.
  private mutating func published(at columns: [Coordinates], _ cell: Cell) {
    guard cell.label == .undetermined || cell.label == .conflict else { return }
    for comparison in matrix.comparisons {
      guard let line = comparison.lines.first(where: { $0.layer == matrix.rows[row].layer }),
        let entry = line.entries.first(where: { columns.contains($0.column) }),
        entry.expected != .unstated, let reference = writer.plan.reference
      else { continue }
      writer.html.markup("<p class=\"published\">For comparison: the published model ")
      writer.link(reference, comparison.reference.name, anchor: comparison.reference.id)
      writer.html.markup(" has ")
      writer.html.who(MatrixLook(entry.expected))
      writer.html.markup(" for ")
      writer.html.text(matrix.name(of: entry.column))
      writer.html.markup(".</p>\n")
    }
  }

  private mutating func parts(of cell: Cell) {
    // One part in the words of the only statement says nothing that the quote below does not.
    let quotes = cell.claims.map { matrix.claims[$0].provenance.text }
    let told = cell.parts.filter { part in
      cell.parts.count > 1 || part.condition != nil
        || !part.duty.isEmpty && !quotes.contains(part.duty)
    }
    guard !told.isEmpty else { return }
    writer.html.markup("<ul class=\"duties\">\n")
    for part in told {
      writer.html.markup("<li>")
      writer.html.who(MatrixLook(party: part.party, in: matrix))
      writer.html.markup(" ")
      writer.html.text(part.involvement.words)
      if let other = part.dependsOn {
        writer.html.markup(", once ")
        writer.html.text(matrix.name(ofParty: other))
        writer.html.markup(" has acted")
      }
      if !part.duty.isEmpty {
        writer.html.markup(": ")
        writer.html.text(part.duty.shortened(to: 300))
      }
      if let condition = part.condition {
        writer.html.markup(" <span class=\"condition\">Only if: ")
        writer.html.text(condition.shortened(to: 300))
        writer.html.markup("</span>")
      }
      writer.html.markup("</li>\n")
    }
    writer.html.markup("</ul>\n")
  }

  private mutating func evidence(of cell: Cell) {
    if cell.label == .conflict {
      writer.html.markup("<h3>What contradicts what</h3>\n")
      writer.sides(of: cell)
    } else if !cell.claims.isEmpty {
      writer.html.markup("<h3>Why</h3>\n")
      for index in cell.claims.prefix(MatrixWriter.claimCap) { writer.claim(index) }
      writer.more(cell.claims.count - MatrixWriter.claimCap)
    }
    guard !cell.outranked.isEmpty else { return }
    writer.html.markup("<details><summary>Heard and outranked: ")
    writer.html.number(cell.outranked.count)
    writer.html.markup("</summary>\n")
    for index in cell.outranked.prefix(MatrixWriter.claimCap) {
      writer.claim(index, isOutranked: true, showsParties: true)
    }
    writer.more(cell.outranked.count - MatrixWriter.claimCap)
    writer.html.markup("</details>\n")
  }

  /// The rows before and after those of this page.
  private mutating func pager(from first: Int, to last: Int) {
    writer.html.markup("<nav class=\"pager\" aria-label=\"Previous and next duty\">")
    if first > 0 { step("previous", "Previous", to: first - 1) }
    if last + 1 < matrix.rows.count { step("next", "Next", to: last + 1) }
    writer.html.markup("</nav>\n")
  }

  private mutating func step(_ name: StaticString, _ label: StaticString, to other: Int) {
    writer.html.markup("<a class=\"")
    writer.html.markup(name)
    writer.html.markup("\" href=\"")
    let place = writer.plan.place(ofRow: other)
    writer.html.path(place.path, section: place.anchor, from: writer.page)
    writer.html.markup("\"><span>")
    writer.html.markup(label)
    writer.html.markup("</span>")
    writer.html.text(matrix.rows[other].title.shortened(to: 120))
    writer.html.markup("</a>")
  }
}
