internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  func notePage(_ index: Int) -> PageParts {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let page = notebook.notes[index].page
    let title = notebook.notes[index].title
    let folder = notebook.folderOfNote[index]
    let isFolderPage = notebook.folders[folder].indexNote == index
    let isHome = page == notebook.folders[0].page
    var parts = PageParts()
    parts[.kind] = HTML(text: isHome ? "home" : "note")
    parts[.title] = HTML(text: title)
    parts.description = HTML(text: notebook.notes[index].summary)
    if studies.copiesNotes { parts.markdown = page.markdownCopy }
    if let language = notebook.notes[index].frontMatter.language {
      parts[.lang] = HTML(text: language)
    }
    parts[.navigation] = navigation[folder].html(current: isFolderPage ? nil : index)
    if !isHome {
      parts[.breadcrumbs] = breadcrumbs(
        to: folder, at: page, ending: isFolderPage ? nil : title)
    }
    parts[.meta] = meta(of: index)
    var content = HTML()
    let hasOwnTitle =
      notebook.notes[index].frontMatter.title != nil
      && !notebook.notes[index].document.opensWithTitle
    if !notebook.notes[index].document.hasTitleHeading || hasOwnTitle {
      content.markup("<h1>")
      content.text(title)
      content.markup("</h1>\n")
    }
    let start = content.count
    let fillings = LinkFiller(of: index, in: self).appendBody(to: &content)
    parts.body = BodySeam(start: start, fillings: fillings)
    if isFolderPage { appendListing(of: folder, at: page, to: &content) }
    parts[.content] = content
    parts[.contents] = contents(of: notebook.notes[index].document.headings)
    parts[.path] = learningPath(of: index)
    parts[.nextSteps] = nextSteps(of: index)
    parts[.backlinks] = linkedFrom(index)
    parts[.extra] = localGraph(of: index)
    parts[.extra].html(dutyBlock(ofNote: index))
    parts[.pager] = pager(of: index)
    return parts
  }

  // MARK: - Parts

  /// The headings below the title as a nested list; empty for fewer than two.
  private func contents(of headings: [Heading]) -> HTML {
    let shown = headings.indices.filter {
      (2...4).contains(headings[$0].level) && !headings[$0].anchor.isEmpty
    }
    var html = HTML()
    guard shown.count > 1 else { return html }
    html.reserve(shown.count * 96)
    html.markup("<ol class=\"toc\">")
    var open = [headings[shown[0]].level]
    for (index, heading) in shown.enumerated() {
      if index > 0 {
        if let level = open.last, headings[heading].level > level {
          html.markup("<ol>")
          open.append(headings[heading].level)
        } else {
          html.markup("</li>")
          while open.count > 1, let level = open.last, headings[heading].level < level {
            html.markup("</ol></li>")
            open.removeLast()
          }
        }
      }
      html.markup("<li><a href=\"#")
      html.address(headings[heading].anchor)
      html.markup("\">")
      html.text(headings[heading].text)
      html.markup("</a>")
    }
    for _ in open { html.markup("</li></ol>") }
    return html
  }

  private func meta(of index: Int) -> HTML {
    let date = notebook.notes[index].frontMatter.date
    let own = studies.tags.tagsOfNote[index]
    var html = HTML()
    let changed = studies.changes[notebook.notes[index].path]
    guard date != nil || changed != nil || !own.isEmpty else { return html }
    html.markup("<p class=\"meta\">")
    if let date { Self.append(date, to: &html) }
    if let changed, changed != date {
      html.markup("Last changed ")
      Self.append(changed, to: &html)
    }
    for tag in own {
      html.html(tagLink(tag, from: notebook.notes[index].page))
      html.markup(" ")
    }
    html.markup("</p>")
    return html
  }

  private static func append(_ date: CalendarDate, to html: inout HTML) {
    html.markup("<time datetime=\"")
    html.text(date.description)
    html.markup("\">")
    html.text("\(date.day) \(months[date.month - 1]) \(date.year)")
    html.markup("</time> ")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func pager(of index: Int) -> HTML {
    let order = notebook.readingOrder
    let place = position[index]
    var html = HTML()
    let page = notebook.notes[index].page
    if place > 0 {
      let note = order[place - 1]
      html.markup("<a class=\"previous\" rel=\"prev\" href=\"")
      book.appendHref(of: note, from: page, to: &html)
      html.markup("\"><span>Previous</span>")
      book.appendTitle(of: note, to: &html)
      html.markup("</a>")
    }
    if place + 1 < order.count {
      let note = order[place + 1]
      html.markup("<a class=\"next\" rel=\"next\" href=\"")
      book.appendHref(of: note, from: page, to: &html)
      html.markup("\"><span>Next</span>")
      book.appendTitle(of: note, to: &html)
      html.markup("</a>")
    }
    return html
  }
}
