internal import Files
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
    return pages
  }

  static func files(_ studies: SiteStudies) -> [StudyFile] {
    let path = SitePath(asset: ContentPath.root.appending("graph.json"))
    guard !studies.publishedFiles.contains(where: { $0.string == path.string }) else { return [] }
    return [
      StudyFile(path: path) { site in
        GraphExport(site.notebook, site.studies.topics).json(.compact)
      }
    ]
  }
}

extension Site {
  /// The page of learning paths; nil where there is none.
  var pathsPage: SitePath? { studyPages.first { $0.kind == PathsPage.kind }?.path }

  /// A link to the section of a note that a link stands in, and the line it stands in.
  func appendRequest(_ note: Int, line: Int, at page: SitePath, to html: inout HTML) {
    let headings = notebook.notes[note].document.headings
    let section = headings.lastIndex { $0.line <= line }
    let anchor = section.flatMap { $0 == 0 ? nil : headings[$0].anchor }
    appendLink(to: note, section: anchor, notebook.notes[note].title, at: page, to: &html)
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
