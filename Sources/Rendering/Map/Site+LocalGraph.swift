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
    html.reserve(graph.rows.reduce(700) { $0 + room(for: $1) })
    html.markup("<div class=\"block\" role=\"group\" aria-labelledby=\"sg:near\" ")
    html.markup("aria-describedby=\"sg:near-is\">\n")
    html.markup("<h2 class=\"block-title\" id=\"sg:near\">Nearby</h2>\n")
    html.markup("<svg class=\"near\"")
    html.markup(" viewBox=\"0 0 240 ", graph.rows.count * Self.rowHeight)
    html.markup(
      "\"><desc id=\"sg:near-is\">From top to bottom: what leads here, this note, where it ")
    html.markup("leads; two steps each way</desc><path d=\"")
    appendLines(graph, to: &html)
    html.markup("\"/>")
    let page = notebook.notes[note].page
    for (index, row) in graph.rows.enumerated() { append(row, at: index, of: page, to: &html) }
    html.markup("</svg>\n<p class=\"more\">")
    appendShare(graph, of: note, to: &html)
    html.markup("</p>\n</div>")
    return html
  }

  /// How many bytes a row needs, at most about.
  ///
  /// Each is another place in memory: who looks at all of them first waits once.
  private func room(for row: LocalGraph.Row) -> Int {
    160 + (row.node < notebook.notes.count ? book.size(of: row.node) : 0)
  }

  /// Elbows between rows: down into the note, and down from it.
  private func appendLines(_ graph: LocalGraph, to html: inout HTML) {
    func line(_ row: Int, _ column: Int, to other: Int) {
      let (x, y, end) = (Self.left(column - 1), Self.middle(row), Self.middle(other))
      html.markup("M", x)
      html.markup(" ", end)
      html.markup("V", y)
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

  /// A row: a note as a link, the note itself without one; a wanted note without one and marked.
  private func append(
    _ row: LocalGraph.Row, at index: Int, of page: SitePath, to html: inout HTML
  ) {
    let column = abs(row.step)
    guard row.node < notebook.notes.count else {
      html.markup("<circle class=\"to-write\"")
      appendPlace(column, index, to: &html)
      // Bytes are counted at once, and a title has no more characters than bytes.
      let (title, width) = (studies.topics.nodes[row.node].title, Self.width(column))
      let isCut = title.utf8.count > width && title.count > width
      html.text(isCut ? title.prefix(width - 1) + "…" : title)
      html.markup("</text>")
      return
    }
    if row.step != 0 {
      html.markup("<a href=\"")
      book.appendHref(of: row.node, from: page, to: &html)
      html.markup("\">")
      if book.isCut(row.node, toWidth: column) {
        html.markup("<title>")
        book.appendTitle(of: row.node, to: &html)
        html.markup("</title>")
      }
    }
    html.markup(row.step == 0 ? "<circle class=\"here\"" : "<circle")
    appendPlace(column, index, to: &html)
    book.appendTitle(of: row.node, cutToWidth: column, to: &html)
    html.markup(row.step == 0 ? "</text>" : "</text></a>")
  }

  /// How many characters of a title a column has room for.
  private static func width(_ column: Int) -> Int {
    let widths = AddressBook.widths
    return column == 0 ? widths.0 : column == 1 ? widths.1 : widths.2
  }

  /// Where a row's circle and its text stand, from `cx` on: at `left` of its column, the text 12 to the
  /// right of it.
  private func appendPlace(_ column: Int, _ row: Int, to html: inout HTML) {
    let (left, middle) = (Self.left(column), Self.middle(row))
    html.markup(" cx=\"", left)
    html.markup("\" cy=\"", middle)
    html.markup("\" r=\"", 6 - column)
    html.markup("\"/><text x=\"", left + 12)
    html.markup("\" y=\"", middle + 4)
    html.markup("\">")
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
