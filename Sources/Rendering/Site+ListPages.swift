internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  // MARK: - Folders

  /// The page of a folder that has no note of its own; the home page, where it is the root.
  func folderPage(_ index: Int) -> PageParts {
    let folder = notebook.folders[index]
    let title = index == 0 ? identity.title : folder.title
    var parts = PageParts()
    parts[.kind] = HTML(text: index == 0 ? "home" : "folder")
    parts[.title] = HTML(text: title)
    parts.description = HTML(
      text: index == 0 ? identity.description : Self.count(folder.noteCount, "note"))
    parts[.navigation] = navigation[index].html(current: nil)
    if index > 0 { parts[.breadcrumbs] = breadcrumbs(to: index, at: folder.page, ending: nil) }
    var content = HTML()
    content.markup("<h1>")
    content.text(title)
    content.markup("</h1>\n")
    if index == 0, !identity.description.isEmpty {
      content.markup("<p class=\"lead\">")
      content.text(identity.description)
      content.markup("</p>\n")
    }
    if notebook.notes.isEmpty {
      content.markup("<p>There are no notes here yet.</p>\n")
    }
    if index == 0 {
      appendHome(at: folder.page, to: &content)
    } else {
      appendListing(of: index, at: folder.page, to: &content)
    }
    parts[.content] = content
    return parts
  }

  /// What a folder holds: its notes with their summaries, then its folders with counts.
  func appendListing(of index: Int, at page: SitePath, to html: inout HTML) {
    let folder = notebook.folders[index]
    appendCards(folder.notes, at: page, to: &html)
    guard !folder.folders.isEmpty else { return }
    html.markup("<h2 class=\"listing\">Folders</h2>\n<ul class=\"folders\">")
    for child in folder.folders {
      html.markup("<li><a href=\"")
      html.path(notebook.folders[child].page, from: page)
      html.markup("\">")
      html.text(notebook.folders[child].title)
      html.markup("</a> <span class=\"count\">")
      html.text(Self.count(notebook.folders[child].noteCount, "note"))
      html.markup("</span></li>\n")
    }
    html.markup("</ul>\n")
  }

  private func appendCards(_ notes: [Int], at page: SitePath, to html: inout HTML) {
    guard !notes.isEmpty else { return }
    html.markup("<ul class=\"cards\">\n")
    for index in notes {
      html.markup("<li>")
      appendLink(to: index, at: page, to: &html)
      let summary = notebook.notes[index].summary
      if !summary.isEmpty {
        html.markup("<p>")
        html.text(summary)
        html.markup("</p>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
  }

  static func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }

  // MARK: - Tags

  /// The list of all tags.
  func tagsPage(at page: SitePath) -> PageParts {
    var parts = listPage(kind: "tags", title: "Tags", at: page)
    var content = HTML()
    content.markup("<h1>Tags</h1>\n<ul class=\"tags\">")
    for (index, tag) in studies.tags.tags.enumerated() {
      content.markup("<li>")
      content.html(tagLink(index, from: page))
      content.markup(" <span class=\"count\">")
      content.number(tag.notes.count)
      content.markup("</span></li>\n")
    }
    content.markup("</ul>\n")
    parts[.content] = content
    parts.description = HTML(text: Self.count(studies.tags.tags.count, "tag"))
    return parts
  }

  /// The notes of one tag.
  func tagPage(_ index: Int, at page: SitePath) -> PageParts {
    let tag = studies.tags.tags[index]
    var parts = listPage(kind: "tag", title: "Tag: \(tag.name)", at: page)
    var content = HTML()
    content.markup("<h1>Tag: ")
    content.text(tag.name)
    content.markup("</h1>\n")
    appendCards(tag.notes, at: page, to: &content)
    parts[.content] = content
    parts.description = HTML(text: Self.count(tag.notes.count, "note"))
    return parts
  }

  /// A link to a tag's page; for a tag of one note to the note.
  func tagLink(_ index: Int, from page: SitePath) -> HTML {
    // Every note with the tag shows it: single fields are read in place.
    let target =
      paths.tagPages[index] ?? notebook.notes[studies.tags.tags[index].notes[0]].page
    var html = HTML()
    html.markup("<a class=\"tag\" href=\"")
    if let list = paths.tags, target == page {
      html.path(list, from: page)
    } else {
      html.path(target, from: page)
    }
    html.markup("\">")
    html.text(studies.tags.tags[index].name)
    html.markup("</a>")
    return html
  }

  // MARK: - Not found

  /// The page for addresses that lead nowhere.
  func notFoundPage(at page: SitePath) -> PageParts {
    var parts = listPage(kind: "not-found", title: "Page not found", at: page)
    parts[.breadcrumbs] = HTML()
    var content = HTML()
    content.markup(
      "<h1>Page not found</h1>\n<p>No page answers to this address.</p>\n<p><a href=\"")
    content.html(address(of: notebook.folders[0].page, from: page))
    content.markup("\">Back to the home page</a></p>\n")
    parts[.content] = content
    return parts
  }

  /// What the pages have in common that lie in no folder of notes.
  func listPage(kind: String, title: String, at page: SitePath) -> PageParts {
    var parts = PageParts()
    parts[.kind] = HTML(text: kind)
    parts[.title] = HTML(text: title)
    parts[.breadcrumbs] = breadcrumbs(to: 0, at: page, ending: title)
    parts[.navigation] = sharedFrame(of: page)?.rootNavigation ?? rootNavigation(at: page)
    return parts
  }

  /// Home and the topmost folders, for pages that lie in no folder of notes.
  func rootNavigation(at page: SitePath) -> HTML {
    var html = HTML()
    html.markup("<ul class=\"tree\"><li><a href=\"")
    html.html(address(of: notebook.folders[0].page, from: page))
    html.markup("\">Home</a></li>")
    let folders = notebook.folders[0].folders
    for index in folders.prefix(FolderNavigation.folderWindow) {
      html.markup("<li class=\"folded\"><a href=\"")
      html.html(address(of: notebook.folders[index].page, from: page))
      html.markup("\">")
      html.text(notebook.folders[index].title)
      html.markup("</a> <span class=\"count\">")
      html.number(notebook.folders[index].noteCount)
      html.markup("</span></li>")
    }
    html.markup("</ul>")
    return html
  }
}
