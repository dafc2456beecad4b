internal import Files
internal import Markup
internal import Notes
internal import Topics

extension Site {
  /// The most notes that are listed under "Linked from".
  static let backlinkCap = 20

  func notePage(_ index: Int) -> PageParts {
    let note = notebook.notes[index]
    let folder = notebook.folderOfNote[index]
    let isFolderPage = notebook.folders[folder].indexNote == index
    let isHome = note.page == notebook.folders[0].page
    var parts = PageParts()
    parts[.kind] = HTML(text: isHome ? "home" : "note")
    parts[.title] = HTML(text: note.title)
    parts.description = HTML(text: note.summary)
    if studies.copiesNotes { parts.markdown = note.page.markdownCopy }
    if let language = note.frontMatter.language { parts[.lang] = HTML(text: language) }
    parts[.navigation] = navigation[folder].html(current: isFolderPage ? nil : index)
    if !isHome {
      parts[.breadcrumbs] = breadcrumbs(
        to: folder, at: note.page, ending: isFolderPage ? nil : note.title)
    }
    parts[.meta] = meta(of: index)
    var content = HTML()
    let hasOwnTitle = note.frontMatter.title != nil && !note.document.opensWithTitle
    if !note.document.hasTitleHeading || hasOwnTitle {
      content.markup("<h1>")
      content.text(note.title)
      content.markup("</h1>\n")
    }
    LinkFiller(
      notebook: notebook, pictures: studies.pictures, refused: studies.refusedFiles, note: index
    )
    .appendBody(to: &content)
    if isFolderPage { appendListing(of: folder, at: note.page, to: &content) }
    parts[.content] = content
    parts[.contents] = contents(of: note.document)
    parts[.backlinks] = linkedFrom(index)
    parts[.pager] = pager(of: index)
    return parts
  }

  // MARK: - Parts

  /// The headings below the title as a nested list; empty for fewer than two.
  private func contents(of document: MarkdownDocument) -> HTML {
    let headings = document.headings.filter { (2...4).contains($0.level) && !$0.anchor.isEmpty }
    var html = HTML()
    guard headings.count > 1 else { return html }
    html.markup("<ol class=\"toc\">")
    var open = [headings[0].level]
    for (index, heading) in headings.enumerated() {
      if index > 0 {
        if let level = open.last, heading.level > level {
          html.markup("<ol>")
          open.append(heading.level)
        } else {
          html.markup("</li>")
          while open.count > 1, let level = open.last, heading.level < level {
            html.markup("</ol></li>")
            open.removeLast()
          }
        }
      }
      html.markup("<li><a href=\"#")
      html.address(heading.anchor)
      html.markup("\">")
      html.text(heading.text)
      html.markup("</a>")
    }
    for _ in open { html.markup("</li></ol>") }
    return html
  }

  private func meta(of index: Int) -> HTML {
    let note = notebook.notes[index]
    let own = studies.tags.tagsOfNote[index]
    var html = HTML()
    let changed = studies.changes[note.path]
    guard note.frontMatter.date != nil || changed != nil || !own.isEmpty else { return html }
    html.markup("<p class=\"meta\">")
    if let date = note.frontMatter.date { Self.append(date, to: &html) }
    if let changed, changed != note.frontMatter.date {
      html.markup("Last changed ")
      Self.append(changed, to: &html)
    }
    for tag in own {
      html.html(tagLink(tag, from: note.page))
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
      let note = notebook.notes[order[place - 1]]
      html.markup("<a class=\"previous\" rel=\"prev\" href=\"")
      html.path(note.page, from: page)
      html.markup("\"><span>Previous</span>")
      html.text(note.title)
      html.markup("</a>")
    }
    if place + 1 < order.count {
      let note = notebook.notes[order[place + 1]]
      html.markup("<a class=\"next\" rel=\"next\" href=\"")
      html.path(note.page, from: page)
      html.markup("\"><span>Next</span>")
      html.text(note.title)
      html.markup("</a>")
    }
    return html
  }

  /// The notes that link here, each once, with the sentence around its first link.
  private func linkedFrom(_ index: Int) -> HTML {
    var html = HTML()
    var shown = 0
    var hidden = 0
    var last = -1
    for backlink in studies.backlinks[index] where backlink.note != last {
      last = backlink.note
      if shown == Self.backlinkCap {
        hidden += 1
        continue
      }
      if shown == 0 { html.markup("<ul class=\"backlinks\">") }
      shown += 1
      append(backlink, at: notebook.notes[index].page, to: &html)
    }
    guard shown > 0 else { return html }
    html.markup("</ul>")
    if hidden > 0 {
      html.markup("<p class=\"more\">and ")
      html.number(hidden)
      html.markup(" more</p>")
    }
    return html
  }

  private func append(_ backlink: TopicGraph.Backlink, at page: SitePath, to html: inout HTML) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let source = backlink.note
    html.markup("<li><a href=\"")
    html.path(notebook.notes[source].page, from: page)
    let section = notebook.notes[source].document.links[backlink.link].section
    if section > 0 || section == 0 && notebook.notes[source].document.headings[0].level > 1 {
      let anchor = notebook.notes[source].document.headings[section].anchor
      if !anchor.isEmpty {
        html.markup("#")
        html.address(anchor)
      }
    }
    html.markup("\">")
    html.text(notebook.notes[source].title)
    html.markup("</a>")
    let label = notebook.notes[source].document.links[backlink.link].label
    if !label.isEmpty {
      let sentence = Excerpt.sentence(around: label, in: notebook.notes[source].document.plain)
      html.markup("<p>")
      html.text(sentence.before)
      html.markup("<mark>")
      html.text(sentence.part)
      html.markup("</mark>")
      html.text(sentence.after)
      html.markup("</p>")
    }
    html.markup("</li>")
  }
}
