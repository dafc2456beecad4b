internal import Bytes
internal import Files
internal import Markup
internal import Notes
internal import Topics

/// The page of the search.
///
/// The scripts put the box and the results there. Without them it is a list of what there is, so that
/// whoever comes to look for something finds a way.
enum SearchPage {
  static let kind = "search"
  /// The first file of the index.
  static let index = SitePath(
    asset: .root.appending("sitegen").appending("search").appending("index.js"))
  /// The most notes that are listed; where there are more, the folders are listed alone.
  private static let noteCap = 150
  /// The most folders, and the most topics, that are listed.
  private static let cap = 150

  static func page(in folder: ContentPath) -> StudyPage {
    StudyPage(
      path: SitePath(asset: folder.appending("index.html")), kind: kind, title: "Search",
      description: "What the notes say about a word, and a list of what there is.",
      footerLabel: "Search"
    ) { content(of: $0, at: SitePath(asset: folder.appending("index.html"))) }
  }

  private static func content(of site: Site, at page: SitePath) -> HTML {
    var html = HTML()
    html.markup("<h1>Search</h1>\n<div class=\"search-place\"></div>\n")
    html.markup("<div class=\"search-lists\">\n")
    appendNotes(of: site.notebook, at: page, to: &html)
    appendTopics(of: site, at: page, to: &html)
    html.markup("</div>\n")
    return html
  }

  private static func appendNotes(of notebook: Notebook, at page: SitePath, to html: inout HTML) {
    let listsNotes = notebook.notes.count <= noteCap
    let folders = notebook.folders.sorted { $0.path.string.precedesInBytes($1.path.string) }
    html.markup("<h2>Notes</h2>\n<ul class=\"search-list\">\n")
    for folder in folders.prefix(cap) {
      html.markup("<li>")
      append(folder.path.isRoot ? "Home" : folder.title, folder.page, from: page, to: &html)
      html.markup(" <span class=\"count\">")
      html.text(Site.count(folder.noteCount, "note"))
      html.markup("</span>")
      if listsNotes, !folder.notes.isEmpty {
        html.markup("\n<ul>\n")
        for index in folder.notes {
          html.markup("<li>")
          append(notebook.notes[index].title, notebook.notes[index].page, from: page, to: &html)
          html.markup("</li>\n")
        }
        html.markup("</ul>\n")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    appendRest(folders.count - cap, "folder", to: &html)
  }

  /// Topics that a section treats, each with a link to the one that does it best.
  private static func appendTopics(of site: Site, at page: SitePath, to html: inout HTML) {
    let graph = site.studies.topics
    let surest = graph.surestTreatments()
    let topics = surest.indices.filter { surest[$0] != nil }
      .sorted { graph.nodes[$0].title.precedesInBytes(graph.nodes[$1].title) }
    guard !topics.isEmpty else { return }
    html.markup("<h2>Topics</h2>\n<ul class=\"search-list\">\n")
    for topic in topics.prefix(cap) {
      guard let edge = surest[topic].map({ graph.edges[$0] }) else { continue }
      html.markup("<li>")
      append(
        graph.nodes[topic].title, site.notebook.notes[edge.from].page, anchor: edge.anchor,
        from: page, to: &html)
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    appendRest(topics.count - cap, "topic", to: &html)
  }

  private static func append(
    _ title: String, _ target: SitePath, anchor: String? = nil, from page: SitePath,
    to html: inout HTML
  ) {
    html.markup("<a href=\"")
    html.path(target, section: anchor, from: page)
    html.markup("\">")
    html.text(title)
    html.markup("</a>")
  }

  private static func appendRest(_ count: Int, _ word: String, to html: inout HTML) {
    guard count > 0 else { return }
    html.markup("<p>And ")
    html.text(Site.count(count, word))
    html.markup(" more.</p>\n")
  }
}

extension Site {
  /// The way from a page to the root, with a slash at its end; empty for a page at the root.
  private func rootAddress(from page: SitePath) -> HTML {
    if let url = identity.url, page == paths.notFound { return HTML(text: url) }
    return HTML(text: String(repeating: "../", count: page.string.utf8.count { $0 == 0x2F }))
  }

  /// What the button of the search carries: where its script, its style sheet, its index and its page
  /// are, and the way to the root, seen from a page.
  func searchAttributes(from page: SitePath) -> HTML {
    guard let search = searchPage else { return HTML() }
    var html = HTML()
    html.markup(" data-script=\"")
    html.html(address(of: theme.path(of: "search.js"), from: page))
    html.markup("\" data-style=\"")
    html.html(address(of: theme.path(of: "search.css"), from: page))
    html.markup("\" data-page=\"")
    html.html(address(of: search, from: page))
    html.markup("\" data-index=\"")
    html.html(address(of: SearchPage.index, from: page))
    html.markup("\" data-root=\"")
    html.html(rootAddress(from: page))
    html.markup("\"")
    return html
  }
}
