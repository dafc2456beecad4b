internal import Files
internal import Markup
internal import Notes
internal import Responsibility

/// What the pages of the matrix have in common while they are written.
struct MatrixWriter {
  let site: Site
  let plan: MatrixPlan
  let page: SitePath
  var html = HTML()

  var matrix: ResponsibilityMatrix { plan.matrix }

  init(_ site: Site, _ plan: MatrixPlan, at page: SitePath) {
    self.site = site
    self.plan = plan
    self.page = page
    html.reserve(16_384)
  }

  // MARK: - Frame

  /// The heading, and the way to the other views.
  mutating func begin(_ title: String, lead: String? = nil, in view: MatrixPlan.View? = nil) {
    html.markup("<h1>")
    html.text(title)
    html.markup("</h1>\n")
    if let lead {
      html.markup("<p>")
      html.text(lead)
      html.markup("</p>\n")
    }
    html.markup("<nav class=\"views\" aria-label=\"Views of the matrix\"><ul>")
    for other in plan.views { step(to: other.path, other.title, isCurrent: other.view == view) }
    html.markup("</ul></nav>\n")
  }

  private mutating func step(to target: SitePath, _ title: String, isCurrent: Bool) {
    html.markup("<li><a href=\"")
    html.path(target, from: page)
    html.markup(isCurrent ? "\" aria-current=\"page\">" : "\">")
    html.text(title)
    html.markup("</a></li>")
  }

  /// Which parts a long list was cut into; nothing for a single one.
  ///
  /// Shown are the first and the last part, and those around the current one.
  mutating func parts(
    _ label: StaticString, _ paths: [SitePath], title: (MatrixWriter, Int) -> String
  ) {
    guard paths.count > 1 else { return }
    let current = paths.firstIndex(of: page) ?? 0
    html.markup("<nav class=\"parts\" aria-label=\"")
    html.markup(label)
    html.markup("\"><ul>")
    var last = -1
    for index in Set([0, paths.count - 1] + Array(max(0, current - 4)...current + 4)).sorted()
    where index < paths.count {
      if index != last + 1 { html.markup("<li aria-hidden=\"true\">\u{2026}</li>") }
      last = index
      step(to: paths[index], title(self, index), isCurrent: index == current)
    }
    html.markup("</ul></nav>\n")
  }

  /// The first and the last of some rows, as they are cited.
  func span(of rows: [Int]) -> String {
    guard let first = rows.first, let last = rows.last else { return "" }
    let (from, to) = (matrix.rows[first].citation, matrix.rows[last].citation)
    return first == last ? from : "\(from) to \(to)"
  }

  // MARK: - Links

  mutating func link(_ target: SitePath, _ text: String, anchor: String? = nil) {
    html.markup("<a href=\"")
    if target != page || anchor == nil { html.path(target, from: page) }
    if let anchor {
      html.markup("#")
      html.address(anchor)
    }
    html.markup("\">")
    html.text(text)
    html.markup("</a>")
  }

  /// A link to a row, or to one of its columns.
  mutating func row(_ row: Int, at column: Coordinates? = nil) {
    let place = plan.place(ofRow: row, at: column)
    link(place.path, matrix.rows[row].title.shortened(to: 120), anchor: place.anchor)
  }

  /// A link to a note's section on the site; the file's name for what no page shows.
  mutating func note(_ note: Int?, anchor: String?, otherwise file: String) {
    guard let note, site.notebook.notes.indices.contains(note) else {
      html.text(file)
      return
    }
    link(site.notebook.notes[note].page, site.notebook.notes[note].title, anchor: anchor)
  }

  /// A place in a file, as tools write it.
  mutating func place(_ file: String, _ first: Int, _ last: Int) {
    html.markup("<code>")
    html.text(file)
    if first > 0 {
      html.markup(":")
      html.number(first)
    }
    if last > first {
      html.markup("\u{2013}")
      html.number(last)
    }
    html.markup("</code>")
  }

  /// "12 of 40".
  mutating func share(_ count: Int, of total: Int) {
    html.number(count)
    html.markup(" of ")
    html.number(total)
  }
}
