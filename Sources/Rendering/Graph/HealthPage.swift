internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Topics

/// How well the notes hang together, and which of them want work.
struct HealthPage {
  /// The most rows of a list.
  static let rowCap = 200

  static func page(_ notebook: Notebook, _ paths: GeneratedPaths) -> StudyPage? {
    guard !notebook.notes.isEmpty, let path = paths.free("health.html") else { return nil }
    return StudyPage(
      path: path, kind: "health", title: "Health of the notes",
      description: "Which notes nobody is led to, which lead nowhere, and which want work.",
      footerLabel: "Health"
    ) { HealthPage(site: $0, page: path).content }
  }

  private let site: Site
  private let page: SitePath

  private var content: HTML {
    let health = site.studies.health
    var html = HTML()
    html.markup(
      """
      <h1>Health of the notes</h1>
      <p>Nothing here is wrong by itself. Each row names the place to look at.</p>

      """)
    appendDepths(health.depths, to: &html)
    appendNotes(
      health.orphans, "Orphans", "No other note leads to these.", to: &html)
    appendNotes(
      health.unreachable, "Out of reach",
      "Others lead to these, but no way along links begins at the home page.", to: &html)
    appendNotes(health.deadEnds, "Dead ends", "These lead to no other note.", to: &html)
    begin(
      "Stubs", "These have fewer than \(NotebookHealth.stubWords) words.", health.stubs.count,
      to: &html)
    appendRows(health.stubs, to: &html) { stub, html in
      appendNote(stub.note, to: &html)
      html.markup(", ")
      html.text(Site.count(stub.words, "word"))
    }
    appendBlemishes(
      health.blemishes.filter { $0.rule == .imageAltEmpty }, "Pictures without text",
      "People who do not see them learn nothing of them.", to: &html)
    appendBlemishes(
      health.blemishes.filter { $0.rule == .tocDrift }, "Contents that drifted",
      "These tables of contents no longer match the headings.", to: &html)
    return html
  }

  private func begin(_ title: String, _ about: String, _ count: Int, to html: inout HTML) {
    html.markup("<h2>")
    html.text(title)
    html.markup(" <span class=\"count\">")
    html.number(count)
    html.markup("</span></h2>\n<p>")
    html.text(count == 0 ? "None." : about)
    html.markup("</p>\n")
  }

  private func appendRows<Row>(
    _ rows: [Row], to html: inout HTML, _ body: (Row, inout HTML) -> Void
  ) {
    guard !rows.isEmpty else { return }
    html.markup("<ul>\n")
    for row in rows.prefix(Self.rowCap) {
      html.markup("<li>")
      body(row, &html)
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    Site.appendRest(min(Self.rowCap, rows.count), of: rows.count, to: &html)
  }

  private func appendNotes(
    _ notes: [Int], _ title: String, _ about: String, to html: inout HTML
  ) {
    begin(title, about, notes.count, to: &html)
    appendRows(notes, to: &html) { note, html in appendNote(note, to: &html) }
  }

  /// A link to a note, and where its file lies.
  private func appendNote(_ note: Int, to html: inout HTML) {
    site.appendLink(to: note, at: page, to: &html)
    html.markup(" <code>")
    html.text(site.notebook.notes[note].path.string)
    html.markup("</code>")
  }

  private func appendBlemishes(
    _ findings: [Finding], _ title: String, _ about: String, to html: inout HTML
  ) {
    begin(title, about, findings.count, to: &html)
    let notes = Dictionary(
      site.notebook.notes.indices.map { (site.notebook.notes[$0].path.string, $0) },
      uniquingKeysWith: { first, _ in first })
    appendRows(findings, to: &html) { finding, html in
      if let note = notes[finding.place.path] {
        site.appendRequest(note, line: finding.place.line, at: page, to: &html)
        html.markup(": ")
      }
      html.text(finding.message)
    }
  }

  private func appendDepths(_ depths: [Int?], to html: inout HTML) {
    var counts: [Int] = []
    for depth in depths.compactMap(\.self) {
      while counts.count <= depth { counts.append(0) }
      counts[depth] += 1
    }
    html.markup("<h2>Clicks from the home page</h2>\n<ul>\n")
    for (depth, count) in counts.enumerated() where count > 0 {
      html.markup("<li>")
      html.text(depth == 1 ? "1 click: " : "\(depth) clicks: ")
      html.text(Site.count(count, "note"))
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }
}
