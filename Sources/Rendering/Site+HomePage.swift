internal import Files
internal import Markup
internal import Notes
internal import Topics

/// What the home page shows where no note is the home page.
extension Site {
  /// The most paths that the home page names.
  private static let startCap = 6
  /// The most notes of a folder further down that the home page lists.
  private static let listingCap = 100

  /// Where to start, what there is, and what else is known of the notes.
  func appendHome(at page: SitePath, to html: inout HTML) {
    appendStarts(at: page, to: &html)
    let fork = firstFork
    if fork > 0 {
      html.markup("<h2 class=\"listing\"><a href=\"")
      html.path(notebook.folders[fork].page, from: page)
      html.markup("\">")
      html.text(notebook.folders[fork].title)
      html.markup("</a></h2>\n")
    }
    appendListing(of: fork, at: page, to: &html)
    appendOverviews(at: page, to: &html)
  }

  /// The first folder from the root down that holds more than a single folder; the root where that one
  /// holds too much to be listed here.
  private var firstFork: Int {
    var fork = 0
    while notebook.folders[fork].notes.isEmpty, notebook.folders[fork].folders.count == 1 {
      fork = notebook.folders[fork].folders[0]
    }
    let size = notebook.folders[fork].notes.count + notebook.folders[fork].folders.count
    return size <= Self.listingCap ? fork : 0
  }

  /// Where the longest learning paths begin, in the order in which their first notes are read.
  private func appendStarts(at page: SitePath, to html: inout HTML) {
    let paths = studies.learningPaths.paths
    guard !paths.isEmpty, let list = pathsPage else { return }
    let longest = paths.indices.sorted { paths[$0].notes.count > paths[$1].notes.count }
    html.markup("<h2 class=\"listing\">Where to start</h2>\n<ul>\n")
    for index in longest.prefix(Self.startCap).sorted() {
      let path = paths[index]
      html.markup("<li>")
      appendLink(to: path.notes[0], at: page, to: &html)
      html.markup(" <a class=\"count\" href=\"")
      html.path(list, from: page)
      html.markup("#path-")
      html.number(index + 1)
      html.markup("\">")
      html.text("a path of \(path.isCut ? "more than " : "")\(path.notes.count) notes")
      html.markup("</a></li>\n")
    }
    html.markup("</ul>\n")
    if paths.count > Self.startCap {
      html.markup("<p class=\"more\"><a href=\"")
      html.path(list, from: page)
      html.markup("\">All ")
      html.number(paths.count)
      html.markup(" paths</a></p>\n")
    }
  }

  /// The pages that look at all notes together.
  private func appendOverviews(at page: SitePath, to html: inout HTML) {
    let overviews = labelledPages.filter {
      $0.kind != AccessibilityPage.kind && $0.kind != SearchPage.kind
    }
    guard !overviews.isEmpty, !notebook.notes.isEmpty else { return }
    html.markup("<h2 class=\"listing\">All notes together</h2>\n<ul class=\"cards\">\n")
    for overview in overviews {
      html.markup("<li><a href=\"")
      html.path(overview.path, from: page)
      html.markup("\">")
      html.text(overview.title)
      html.markup("</a><p>")
      html.text(overview.description)
      html.markup("</p></li>\n")
    }
    html.markup("</ul>\n")
  }
}
