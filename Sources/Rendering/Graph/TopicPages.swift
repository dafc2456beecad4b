public import Files
internal import Markup
internal import Notes
internal import Text
internal import Topics

/// The pages and data of the topic graph: those that readers look for in the header, those that
/// authors do in the footer.
enum TopicPages {
  static func pages(
    _ notebook: Notebook, _ studies: SiteStudies, _ paths: GeneratedPaths
  ) -> [StudyPage] {
    var pages = TopicList.pages(studies, paths)
    if let page = PathsPage.page(notebook, studies, paths) { pages.append(page) }
    if let page = WantedPage.page(studies, paths) { pages.append(page) }
    if let page = HealthPage.page(notebook, paths) { pages.append(page) }
    for index in pages.indices { pages[index].namesLines = true }
    return pages
  }

  /// Where the graph's data goes, unless a file of the notes has that place.
  static let graph = SitePath(asset: ContentPath.root.appending("graph.json"))

  static func files(_ studies: SiteStudies) -> [StudyFile] {
    guard !studies.publishedFiles.contains(where: { $0.string == graph.string }) else { return [] }
    return [
      StudyFile(
        path: graph,
        pieces: { GraphExport($0.notebook, $0.studies.topics).writeJSON(.compact, to: $1) })
    ]
  }
}

extension Site {
  /// The pages that say in which lines of notes links stand.
  public var pagesWithLines: [SitePath] { studyPages.filter(\.namesLines).map(\.path) }

  /// The file of the graph's data; nil where there is none.
  public var graphFile: SitePath? { writes(TopicPages.graph) ? TopicPages.graph : nil }

  /// A link to the section of a note that a link stands in, and the line it stands in.
  func appendRequest(_ note: Int, line: Int, at page: SitePath, to html: inout HTML) {
    // Notes and headings are large values; reading single fields in place spares copies of the whole.
    let headings = notebook.notes[note].document.headings
    let section = headings.indices.last { headings[$0].line <= line }
    appendLink(to: note, heading: section == 0 ? nil : section, at: page, to: &html)
    html.markup(" (line ")
    html.number(line)
    html.markup(")")
  }

  /// Says that a list is not whole.
  static func appendRest(_ shown: Int, of all: Int, to html: inout HTML) {
    guard shown < all else { return }
    html.markup("<p class=\"more\">")
    html.number(shown)
    html.markup(" of ")
    html.number(all)
    html.markup(" shown</p>\n")
  }
}
