internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  /// The height of a row, in pixels: as high as a target of the finger has to be.
  private static let rowHeight = 24

  /// The graph around a note, for the column beside its text; nothing where no note is near.
  ///
  /// It reads from top to bottom: what leads here, the note itself, where it leads. What is two steps
  /// away is farther to the right.
  func localGraph(of note: Int) -> HTML {
    let graph = LocalGraph(around: note, in: noteGraph)
    var html = HTML()
    guard !graph.rows.isEmpty else { return html }
    html.reserve(graph.rows.count * 160 + 700)
    html.markup("<div class=\"block\" role=\"group\" aria-labelledby=\"sg:near\" ")
    html.markup("aria-describedby=\"sg:near-is\">\n")
    html.markup("<h2 class=\"block-title\" id=\"sg:near\">Nearby</h2>\n")
    html.markup("<svg class=\"near\"")
    html.attribute("viewBox", "0 0 240 \(graph.rows.count * Self.rowHeight)")
    html.markup(
      "><desc id=\"sg:near-is\">From top to bottom: what leads here, this note, where it ")
    html.markup("leads; two steps each way</desc><path d=\"")
    appendLines(graph, to: &html)
    html.markup("\"/>")
    for (index, row) in graph.rows.enumerated() { append(row, at: index, of: note, to: &html) }
    html.markup("</svg>\n<p class=\"more\">")
    appendShare(graph, of: note, to: &html)
    html.markup("</p>\n</div>")
    return html
  }

  /// Elbows between rows: down into the note, and down from it.
  private func appendLines(_ graph: LocalGraph, to html: inout HTML) {
    func line(_ row: Int, _ column: Int, to other: Int) {
      let (x, y, end) = (Self.left(column - 1), Self.middle(row), Self.middle(other))
      html.markup("M")
      html.number(x)
      html.markup(" ")
      html.number(end)
      html.markup("V")
      html.number(y)
      html.markup("h16")
    }
    guard let own = graph.rows.firstIndex(where: { $0.step == 0 }) else { return }
    for (index, row) in graph.rows.enumerated() where row.step != 0 {
      let near =
        switch row.step {
        case -2: graph.rows[index...].firstIndex { $0.step == -1 } ?? own
        case 2: graph.rows[..<index].lastIndex { $0.step == 1 } ?? own
        default: own
        }
      line(index, abs(row.step), to: near)
    }
  }

  private static func left(_ column: Int) -> Int { 7 + 16 * column }
  private static func middle(_ row: Int) -> Int { row * rowHeight + rowHeight / 2 }

  private func append(
    _ row: LocalGraph.Row, at index: Int, of note: Int, to html: inout HTML
  ) {
    let column = abs(row.step)
    let isWanted = row.node >= notebook.notes.count
    let title = isWanted ? studies.topics.nodes[row.node].title : notebook.notes[row.node].title
    let room = 31 - 2 * column
    // Bytes are counted at once, and a title has no more characters than bytes.
    let isCut = title.utf8.count > room && title.count > room
    let isLink = row.step != 0 && !isWanted
    if isLink {
      html.markup("<a href=\"")
      html.path(notebook.notes[row.node].page, from: notebook.notes[note].page)
      html.markup("\">")
    }
    if isLink, isCut {
      html.markup("<title>")
      html.text(title)
      html.markup("</title>")
    }
    html.markup("<circle")
    if row.step == 0 {
      html.markup(" class=\"here\"")
    } else if isWanted {
      html.markup(" class=\"to-write\"")
    }
    html.attribute("cx", Self.left(column))
    html.attribute("cy", Self.middle(index))
    html.attribute("r", row.step == 0 ? 6 : column == 1 ? 5 : 4)
    html.markup("/><text")
    html.attribute("x", Self.left(column) + 12)
    html.attribute("y", Self.middle(index) + 4)
    html.markup(">")
    html.text(isCut ? title.prefix(room - 1) + "…" : title)
    html.markup("</text>")
    if isLink { html.markup("</a>") }
  }

  /// How many there are, how many of them are shown, and the way to all.
  private func appendShare(_ graph: LocalGraph, of note: Int, to html: inout HTML) {
    let shown = graph.rows.count - 1
    if shown < graph.total {
      html.number(shown)
      html.markup(graph.total == LocalGraph.countCap ? " of more than " : " of ")
      html.number(graph.total)
      html.markup(" within two steps")
    }
    guard let map = mapPage else { return }
    html.markup(shown < graph.total ? " · <a href=\"" : "<a href=\"")
    html.path(map, from: notebook.notes[note].page)
    html.markup("?at=")
    html.html(HTML(text: notebook.notes[note].page.href(from: .home)))
    html.markup("\">Show on the map</a>")
  }
}
