internal import Files
internal import Markup
internal import Notes
internal import Responsibility

extension Site {
  /// The most duties that a note's page lists of either kind.
  private static let dutyCap = 8

  /// The duties that a note speaks of and those that it explains, for the right column of its page.
  func dutyBlock(ofNote index: Int) -> HTML {
    // Asked for every page, and most notes have none: the plan is a large value and read in place.
    var html = HTML()
    if let rows = matrix?.statedRows[index] {
      appendDuties(rows, "Says who does what", of: index, to: &html)
    }
    if let rows = matrix?.explainedRows[index] {
      appendDuties(rows, "Explains how to do", of: index, to: &html)
    }
    return html
  }

  private func appendDuties(
    _ rows: [Int], _ title: StaticString, of note: Int, to html: inout HTML
  ) {
    guard let plan = matrix, !rows.isEmpty else { return }
    let page = notebook.notes[note].page
    html.markup("<section class=\"block\">\n<h2 class=\"block-title\">")
    html.markup(title)
    html.markup("</h2>\n<ul class=\"backlinks\">")
    for row in rows.prefix(Self.dutyCap) {
      html.markup("<li><a href=\"")
      let place = plan.place(ofRow: row)
      html.path(place.path, section: place.anchor, from: page)
      html.markup("\">")
      html.text(plan.matrix.rows[row].title.shortened(to: 80))
      html.markup("</a></li>")
    }
    html.markup("</ul>")
    if rows.count > Self.dutyCap {
      html.markup("<p class=\"more\">and ")
      html.number(rows.count - Self.dutyCap)
      html.markup(" more in the <a href=\"")
      html.path(plan.overview, from: page)
      html.markup("\">matrix</a></p>")
    }
    html.markup("\n</section>\n")
  }
}
