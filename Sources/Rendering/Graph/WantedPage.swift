internal import Files
internal import Markup
internal import Notes
internal import Topics

/// What to write next: the notes that links lead to and that are not written yet, by demand.
struct WantedPage {
  /// What the page is called, where no note has that name.
  static let name = "wanted.html"
  /// The most notes that are listed.
  static let noteCap = 300
  /// The most links that are listed for one.
  static let requestCap = 30

  static func page(_ studies: SiteStudies, _ paths: GeneratedPaths) -> StudyPage? {
    let wanted = studies.wanted.byDemand
    guard !wanted.isEmpty, let path = paths.free(name) else { return nil }
    let links = wanted.reduce(0) { $0 + $1.requests.count }
    let about =
      "\(Site.count(wanted.count, "note")) to write, which \(Site.count(links, "link")) ask\(links == 1 ? "s" : "") for."
    return StudyPage(
      path: path, kind: "wanted", title: "Wanted notes", description: about,
      footerLabel: "Wanted notes"
    ) { site in
      var html = HTML()
      html.markup("<h1>Wanted notes</h1>\n<p>")
      html.text(about)
      html.markup(" Those that most links ask for come first.</p>\n")
      for item in wanted.prefix(noteCap) { append(item, of: site, at: path, to: &html) }
      Site.appendRest(min(noteCap, wanted.count), of: wanted.count, to: &html)
      return html
    }
  }

  private static func append(
    _ wanted: WantedNotes.Wanted, of site: Site, at page: SitePath, to html: inout HTML
  ) {
    let node = site.studies.topics.nodes[wanted.node]
    html.markup("<h2>")
    html.text(node.title)
    html.markup("</h2>\n<p><code>")
    html.text(node.path?.string ?? "")
    html.markup("</code> <span class=\"count\">")
    html.text(demand(node))
    html.markup("</span></p>\n<ul>\n")
    for request in wanted.requests.prefix(requestCap) {
      let link = site.notebook.notes[request.note].document.links[request.link]
      html.markup("<li>")
      let label = site.notebook.notes[request.note].document.text(link.label)
      if !label.isEmpty {
        html.markup("<span class=\"wanted\">")
        html.text(label)
        html.markup("</span>: ")
      }
      site.appendRequest(request.note, line: link.line, at: page, to: &html)
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    Site.appendRest(
      min(requestCap, wanted.requests.count), of: wanted.requests.count, to: &html)
  }

  private static func demand(_ node: TopicGraph.Node) -> String {
    let links = "asked for by \(Site.count(node.demand, "link"))"
    let notes = " of \(Site.count(node.inDegree, "note"))"
    let steps = node.stepDemand == 0 ? "" : ", \(Site.count(node.stepDemand, "next step"))"
    return links + notes + steps
  }
}
