internal import Files
internal import Markup
internal import Notes
internal import Responsibility
internal import Topics

/// What is said of one service, and the notes about it.
struct MatrixServicePage {
  /// The most notes that are listed as naming the service.
  private static let noteCap = 12

  private let view: MatrixPlan.ServiceView
  private let service: Service
  private var writer: MatrixWriter

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, view: Int) -> HTML {
    let own = plan.services[view]
    var page = MatrixServicePage(
      view: own, service: plan.matrix.services[own.service],
      writer: MatrixWriter(site, plan, at: own.path))
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    writer.begin("\(service.name): who does what")
    about()
    let all = writer.plan.services.filter { $0.service == view.service }
    writer.parts("Parts of this list", all.map(\.path)) { $0.span(of: all[$1].rows) }
    table()
    notes()
  }

  private mutating func about() {
    writer.html.markup("<p class=\"cite\">")
    writer.html.text("Offered by \(matrix.name(ofParty: service.provider))")
    let kinds =
      columns(.serviceCategory, service.categories)
      + columns(.serviceModel, [service.model].compactMap { $0 })
    for kind in kinds {
      writer.html.markup(" \u{00B7} ")
      writer.html.text(kind)
    }
    if let beside = writer.plan.comparePages[view.column] {
      writer.html.markup(" \u{00B7} ")
      writer.link(beside, "what moves beside other services")
    }
    writer.html.markup("</p>\n")
  }

  /// The names of members of an axis, their ids where the matrix has no such column.
  private func columns(_ axis: Axis.Kind, _ ids: [String]) -> [String] {
    ids.map { id in
      let member = matrix.axes.first { $0.kind == axis }?.members
        .first { $0.coordinates.member == id }
      return "\(axis.singular.lowercased()) \(member?.name ?? id)"
    }
  }

  private mutating func table() {
    writer.html.markup(
      "<div class=\"matrix stacked\"><table>\n<thead><tr><th scope=\"col\">Duty</th><th scope=\"col\">Who</th><th scope=\"col\">What</th></tr></thead>\n"
    )
    var group = ""
    for row in view.rows {
      let own = matrix.group(ofRow: row)
      if own != group {
        if !group.isEmpty { writer.html.markup("</tbody>\n") }
        group = own
        writer.groupHead(group, width: 3)
      }
      let index = matrix.cell(row: row, at: view.column)
      writer.rowStart(row, [index])
      writer.cell(index, row: row, number: 1)
      writer.html.markup("<td>")
      if let index { words(of: matrix.cells[index]) }
      writer.html.markup("</td></tr>\n")
    }
    if !group.isEmpty { writer.html.markup("</tbody>") }
    writer.html.markup("</table></div>\n")
  }

  /// The parts in the notes' words, one for each party.
  private mutating func words(of cell: Cell) {
    for part in cell.parts.prefix(4) where !part.duty.isEmpty {
      writer.html.markup("<p class=\"duty\">")
      if cell.parts.count > 1 {
        writer.html.markup("<b>")
        writer.html.text(matrix.name(ofParty: part.party))
        writer.html.markup("</b> ")
      }
      writer.html.text(part.duty.shortened(to: 200))
      writer.html.markup("</p>")
    }
    if let first = cell.howTo.first, let note = first.note {
      writer.html.markup("<p class=\"how\"><b>How:</b> ")
      writer.link(writer.site.notebook.notes[note].page, first.title, anchor: first.anchor)
      writer.html.markup("</p>")
    } else if cell.asksForHowTo, cell.howTo.isEmpty {
      writer.html.markup("<p class=\"how\"><span class=\"lack\">no note explains it</span></p>")
    }
  }

  // MARK: - The topic

  /// The notes that treat the service's topic, the surest first, and those that name it as a next step.
  private mutating func notes() {
    guard let topic = view.topic else { return }
    let graph = writer.site.studies.topics
    let treatments = graph.treatments(of: topic).map { edge in
      (note: graph.edges[edge].from, anchor: graph.edges[edge].anchor)
    }
    list(treatments.filter { $0.note < graph.noteCount }, "Read about it")
    list(
      graph.askers(of: topic).map { (graph.nextSteps[$0].note, nil) }, "Named as a next step by")
  }

  private mutating func list(_ places: [(note: Int, anchor: String?)], _ title: StaticString) {
    guard !places.isEmpty else { return }
    let notes = writer.site.notebook.notes
    writer.html.markup("<h2>")
    writer.html.markup(title)
    writer.html.markup("</h2>\n<ul>\n")
    for (note, anchor) in places.prefix(Self.noteCap) {
      writer.html.markup("<li>")
      writer.link(notes[note].page, notes[note].title, anchor: anchor)
      writer.html.markup("</li>\n")
    }
    writer.html.markup("</ul>\n")
    writer.more(places.count - Self.noteCap)
  }
}
