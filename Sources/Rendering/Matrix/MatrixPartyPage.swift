internal import Files
internal import Markup
internal import Responsibility

/// All that a party does, as a checklist.
struct MatrixPartyPage {
  private let list: MatrixPlan.Checklist
  private var writer: MatrixWriter
  private let party: Party

  /// The page's content.
  static func html(_ site: Site, _ plan: MatrixPlan, list: Int) -> HTML {
    let own = plan.checklists[list]
    var page = MatrixPartyPage(
      list: own, writer: MatrixWriter(site, plan, at: own.path),
      party: plan.matrix.parties[own.party])
    page.write()
    return page.writer.html
  }

  private var matrix: ResponsibilityMatrix { writer.matrix }

  private mutating func write() {
    let all = writer.plan.checklists.filter { $0.party == list.party }
    let total = all.reduce(0) { $0 + $1.rows.count }
    writer.begin("All that \(party.name) does", in: .party(list.party))
    writer.html.markup("<p class=\"total\">")
    writer.share(total, of: matrix.rows.count)
    writer.html.markup(" duties, alone or with others. <span class=\"ticked\"></span></p>\n")
    let title = { (writer: MatrixWriter, index: Int) in writer.span(of: all[index].rows) }
    writer.parts("Parts of this list", all.map(\.path), title: title)
    var group = ""
    for row in list.rows {
      let own = matrix.group(ofRow: row)
      if own != group {
        writer.html.markup(group.isEmpty ? "<h2>" : "</ul>\n<h2>")
        writer.html.text(own)
        writer.html.markup("</h2>\n<ul class=\"checklist\">\n")
        group = own
      }
      duty(row)
    }
    if !group.isEmpty { writer.html.markup("</ul>\n") }
    writer.parts("Parts of this list, again", all.map(\.path), title: title)
  }

  private mutating func duty(_ row: Int) {
    let cells = matrix.cells(ofRow: row).filter { cell in
      cell.parts.contains { $0.party == party.id }
    }
    let own = matrix.rows[row]
    writer.html.markup("<li><input type=\"checkbox\" aria-labelledby=\"d")
    writer.html.number(own.number)
    writer.html.markup("\" data-row=\"")
    writer.html.text("\(party.id) \(own.id)")
    writer.html.markup("\"><div><p><span id=\"d")
    writer.html.number(own.number)
    writer.html.markup("\">")
    writer.row(row)
    writer.html.markup("</span> <span class=\"cite\">")
    writer.html.text(own.citation)
    writer.html.markup("</span></p>\n")
    words(of: cells, title: own.title)
    places(cells)
    if let cell = cells.first(where: { $0.asksForHowTo }), party.id == Party.customerID {
      writer.howTo(of: cell)
    }
    writer.html.markup("</div></li>\n")
  }

  /// What the notes say that the party does, where that is more than the title.
  private mutating func words(of cells: [Cell], title: String) {
    var told: [String] = []
    for part in cells.lazy.flatMap(\.parts) where part.party == party.id && !part.duty.isEmpty {
      if part.duty != title, !told.contains(part.duty) { told.append(part.duty) }
      if told.count == 3 { break }
    }
    for text in told {
      writer.html.markup("<p class=\"duty\">")
      writer.html.text(text.shortened(to: 200))
      writer.html.markup("</p>\n")
    }
  }

  /// Where the party has it alone, with others, or only helps.
  private mutating func places(_ cells: [Cell]) {
    var groups: [(look: MatrixLook, columns: [Coordinates])] = []
    for cell in cells {
      let look = MatrixLook(cell, in: matrix)
      if let place = groups.firstIndex(where: { $0.look == look }) {
        groups[place].columns.append(cell.coordinates)
      } else {
        groups.append((look, [cell.coordinates]))
      }
    }
    writer.html.markup("<p class=\"places\">")
    for group in groups.prefix(4) {
      writer.html.who(group.look)
      writer.html.markup(" <span>")
      writer.html.text(matrix.names(of: group.columns))
      writer.html.markup("</span> ")
    }
    writer.html.markup("</p>\n")
  }
}
