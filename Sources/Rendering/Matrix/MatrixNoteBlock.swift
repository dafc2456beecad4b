internal import Files
internal import Markup
internal import Notes
internal import Responsibility

extension Site {
  /// The most duties that a note's page lists of either kind.
  private static let dutyCap = 8

  /// The duties that a note speaks of and those that it explains, for the right column of its page.
  func dutyBlock(ofNote index: Int) -> HTML {
    guard let plan = matrix else { return HTML() }
    var html = HTML()
    duties(
      plan.statedRows[index] ?? [], "Says who does what", of: index, plan, to: &html)
    duties(
      plan.explainedRows[index] ?? [], "Explains how to do", of: index, plan, to: &html)
    return html
  }

  private func duties(
    _ rows: [Int], _ title: StaticString, of note: Int, _ plan: MatrixPlan, to html: inout HTML
  ) {
    guard !rows.isEmpty else { return }
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
