internal import Files
internal import Markup
internal import Notes
internal import Topics

extension SiteMap {
  /// One sentence about the map of a graph.
  static func summary(of topics: TopicGraph) -> String {
    // Nodes are large values; reading single fields in place spares copies of the whole.
    func count(_ kind: TopicGraph.Node.Kind) -> Int {
      topics.nodes.indices.count { topics.nodes[$0].kind == kind }
    }
    let notes = Site.count(topics.noteCount, "note")
    let named = Site.count(count(.topic), "topic")
    let wanted = count(.wanted)
    return wanted == 0
      ? "\(notes) and \(named)"
      : "\(notes), \(named) and \(Site.count(wanted, "note")) still to be written"
  }

  /// What the map's page holds.
  ///
  /// Controls are made by the script; without it the drawing, the table and the tree say the same.
  func content(siteTitle: String) -> HTML {
    var html = HTML()
    html.markup("<h1>Map</h1>\n<p>")
    html.text(Self.summary(of: topics))
    html.markup(". <a href=\"#sg:map-table\">As a table</a> \u{00B7} ")
    html.markup("<a href=\"#sg:map-tree\">As a tree</a></p>\n")
    html.markup("<div class=\"map\">\n<form class=\"map-tools\" hidden></form>\n")
    html.markup("<div class=\"map-view\" role=\"region\" aria-label=\"Map\" ")
    html.markup("aria-describedby=\"sg:map-about\" tabindex=\"0\">\n")
    html.html(drawing(siteTitle: siteTitle))
    html.markup("\n</div>\n")
    appendLegend(to: &html)
    html.markup("</div>\n<h2 id=\"sg:map-table\">As a table</h2>\n<div class=\"map-table\">\n")
    appendTable(siteTitle: siteTitle, to: &html)
    html.markup("</div>\n<h2 id=\"sg:map-tree\">As a tree</h2>\n<div class=\"map-tree\">\n")
    appendTree(siteTitle: siteTitle, to: &html)
    html.markup("</div>\n")
    return html
  }

  private func appendLegend(to html: inout HTML) {
    html.markup(
      """
      <ul class="map-legend">
      <li><svg width="20" height="20" aria-hidden="true"><circle class="map-note" cx="10" cy="10" \
      r="7"/></svg> Note</li>
      <li><svg width="20" height="20" aria-hidden="true"><path class="map-topic" \
      d="M10 2l8 8-8 8-8-8z"/></svg> Topic that next steps name</li>
      <li><svg width="20" height="20" aria-hidden="true"><circle class="map-wanted" cx="10" cy="10" \
      r="7"/></svg> Note still to be written</li>
      <li><svg width="28" height="20" aria-hidden="true"><path class="map-next" d="M1 10h26"/></svg> \
      Next step</li>
      <li><svg width="28" height="20" aria-hidden="true"><path class="map-link" d="M1 10h26"/></svg> \
      Link</li>
      <li><svg width="28" height="20" aria-hidden="true"><path class="map-treats" d="M1 10h26"/></svg> \
      Treats the topic</li>
      </ul>

      """)
  }

  // MARK: - Table

  private func appendTable(siteTitle: String, to html: inout HTML) {
    let shown = byDemand.prefix(Self.rowCap)
    html.markup("<p class=\"map-count\">")
    html.text(Self.share(shown.count, of: topics.nodes.count))
    html.markup("</p>\n<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">")
    html.markup("<table>\n<thead><tr><th scope=\"col\">Title</th><th scope=\"col\">Kind</th>")
    html.markup("<th scope=\"col\">Folder</th><th scope=\"col\" class=\"align-right\">From</th>")
    html.markup("<th scope=\"col\" class=\"align-right\">To</th></tr></thead>\n<tbody>\n")
    for node in shown {
      html.markup("<tr><td>")
      appendLink(node, to: &html)
      html.markup("</td><td>")
      html.text(topics.nodes[node].kind.rawValue)
      html.markup("</td><td>")
      html.text(title(ofFolder: folderOf[node], site: siteTitle))
      html.markup("</td><td class=\"align-right\">")
      html.number(topics.nodes[node].inDegree)
      html.markup("</td><td class=\"align-right\">")
      html.number(outDegree[node])
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody>\n</table></div>\n")
  }

  private static func share(_ shown: Int, of all: Int) -> String {
    shown == all
      ? "All \(all), the most asked for first." : "The \(shown) most asked for of \(all)."
  }

  private func appendLink(_ node: Int, to html: inout HTML) {
    var address = HTML()
    guard appendAddress(of: node, to: &address) else {
      html.markup("<span class=\"wanted\">")
      html.text(topics.nodes[node].title)
      html.markup("</span>")
      return
    }
    html.markup(
      topics.nodes[node].kind == .wanted ? "<a class=\"wanted\" href=\"" : "<a href=\"")
    html.html(address)
    html.markup("\">")
    html.text(topics.nodes[node].title)
    html.markup("</a>")
  }

  // MARK: - Tree

  /// The most folders within folders that the tree shows.
  private static let depthCap = 40

  /// The folders with their notes, and below each note where it leads.
  private func appendTree(siteTitle: String, to html: inout HTML) {
    var lines = 0
    var left = 0
    html.markup("<ul>\n")
    appendBranch(0, siteTitle: siteTitle, lines: &lines, left: &left, to: &html)
    html.markup("</ul>\n")
    if left > 0 {
      html.markup("<p>")
      html.text("\(Site.count(left, "note")) more in the folders' own pages.")
      html.markup("</p>\n")
    }
  }

  private func appendBranch(
    _ folder: Int, depth: Int = 0, siteTitle: String, lines: inout Int, left: inout Int,
    to html: inout HTML
  ) {
    let own = notebook.folders[folder].indexNote.map { [$0] } ?? []
    let notes = own + notebook.folders[folder].notes
    html.markup("<li><details")
    if folder == 0 || isSmall { html.markup(" open") }
    html.markup("><summary>")
    html.text(title(ofFolder: folder, site: siteTitle))
    html.markup(" <span class=\"count\">")
    html.text(Site.count(notebook.folders[folder].noteCount, "note"))
    html.markup("</span></summary>\n<ul>\n")
    for note in notes {
      guard lines < Self.rowCap else {
        left += 1
        continue
      }
      lines += 1
      html.markup("<li>")
      appendLink(note, to: &html)
      appendSteps(of: note, to: &html)
      html.markup("</li>\n")
    }
    for child in notebook.folders[folder].folders {
      // A folder of which nothing can be shown is only counted.
      guard lines < Self.rowCap, depth < Self.depthCap else {
        left += notebook.folders[child].noteCount
        continue
      }
      appendBranch(
        child, depth: depth + 1, siteTitle: siteTitle, lines: &lines, left: &left, to: &html)
    }
    html.markup("</ul></details></li>\n")
  }

  /// Where a note leads: topics, notes and wanted notes, each once.
  private func appendSteps(of note: Int, to html: inout HTML) {
    guard isSmall else { return }
    var seen: Set<Int> = []
    let edges = edges(from: note).filter {
      $0.kind != .treats && seen.insert($0.to).inserted
    }
    guard !edges.isEmpty else { return }
    html.markup("\n<ul>\n")
    for edge in edges {
      html.markup("<li>")
      appendLink(edge.to, to: &html)
      switch topics.nodes[edge.to].kind {
      case .note: html.markup(" <span class=\"count\">note</span>")
      case .topic: html.markup(" <span class=\"count\">topic</span>")
      case .wanted: html.markup(" <span class=\"count\">not written yet</span>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }
}
