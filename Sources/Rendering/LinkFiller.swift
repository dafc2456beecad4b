internal import Files
internal import Markup
internal import Notes

/// Fills the holes of a note's HTML with links and pictures.
struct LinkFiller {
  // Documents, links and targets are large values; single fields are read in place.
  private let note: Int
  private let page: SitePath
  private let body: HTML
  private let holes: [Hole]
  private let links: [Link]
  private let targets: [LinkTarget]
  private let ends: ArraySlice<LinkEnd>
  private let folders: [NoteFolder]
  private let book: AddressBook
  private let pictures: [ContentPath: PictureSize]
  private let refused: Set<ContentPath>

  init(of note: Int, in site: Site) {
    self.note = note
    page = site.notebook.notes[note].page
    body = site.notebook.notes[note].document.html
    holes = site.notebook.notes[note].document.holes
    links = site.notebook.notes[note].document.links
    targets = site.notebook.targets[note]
    ends = site.notebook.linkEnds[note]
    folders = site.notebook.folders
    book = site.book
    pictures = site.studies.pictures
    refused = site.studies.refusedFiles
  }

  /// Appends the note's body; gives the lengths of what fills its holes.
  func appendBody(to html: inout HTML) -> [Int] {
    html.reserve(body.count + holes.count * 24 + room)
    var fillings: [Int] = []
    fillings.reserveCapacity(holes.count)
    body.read { body in
      var done = 0
      for hole in holes {
        let offset = Int(hole.offset)
        html.trusted(UnsafeBufferPointer(rebasing: body[done..<offset]))
        done = offset
        let link = Int(hole.link)
        let start = html.count
        switch hole.part {
        case .open: appendStart(of: link, to: &html)
        case .close: appendEnd(of: link, to: &html)
        case .image: appendImage(links[link], targets[link], html: &html)
        }
        fillings.append(html.count - start)
      }
      html.trusted(UnsafeBufferPointer(rebasing: body[done...]))
    }
    return fillings
  }

  /// How many bytes addresses need, at most about.
  ///
  /// Each note that a link leads to is another place in memory: who looks at all of them first waits once.
  private var room: Int {
    var room = 0
    for end in ends where end.kind == .note { room += book.size(of: end.number) }
    return room
  }

  // MARK: - Links

  /// True for a link that cannot be followed: to what is not there, also to a section of its own note,
  /// and to a file that is not published.
  private func leadsNowhere(_ link: Int) -> Bool {
    switch targets[link].end {
    case .file(let path): return refused.contains(path)
    case .note(let end):
      guard end == note, targets[link].anchor == nil else { return false }
      return targets[link].remarks.contains { if case .anchorMissing = $0 { true } else { false } }
    default: return targets[link].end.isUnsettled
    }
  }

  private func appendStart(of link: Int, to html: inout HTML) {
    guard !leadsNowhere(link) else {
      html.markup("<span class=\"wanted\">")
      return
    }
    html.markup("<a href=\"")
    appendAddress(of: link, to: &html)
    html.markup("\"")
    if links[link].hasLooks {
      if !links[link].title.isEmpty { html.attribute("title", links[link].title) }
      html.html(links[link].attributes)
    }
    html.markup(">")
  }

  private func appendEnd(of link: Int, to html: inout HTML) {
    guard leadsNowhere(link) else {
      html.markup("</a>")
      return
    }
    html.markup("<span class=\"visually-hidden\">")
    switch targets[link].end {
    case .wanted: html.markup(" (not written yet)")
    case .note: html.markup(" (no such section)")
    default: html.markup(" (missing)")
    }
    html.markup("</span></span>")
  }

  private func appendAddress(of link: Int, to html: inout HTML) {
    switch targets[link].end {
    case .note(let end):
      if end != note {
        book.appendHref(of: end, from: page, to: &html)
      } else if targets[link].anchor == nil {
        html.markup("#")
      }
      if let anchor = targets[link].anchor {
        html.markup("#")
        html.address(anchor)
      }
    case .folder(let folder): html.path(folders[folder].page, from: page)
    case .file(let path): html.path(SitePath(asset: path), from: page)
    case .wanted, .missing, .outside, .external, .nowhere: html.markup("#")
    }
  }

  // MARK: - Pictures

  private func appendImage(_ link: Link, _ target: LinkTarget, html: inout HTML) {
    switch target.end {
    case .file(let path) where refused.contains(path):
      appendPlaceholder(link, to: &html)
      return
    case .file(let path):
      html.markup("<img src=\"")
      html.path(SitePath(asset: path), from: page)
      html.markup("\"")
      appendSize(of: link, pictures[path], to: &html)
    case .external where link.destination.prefix(7).asciiLowercased() != "http://":
      html.markup("<img src=\"")
      html.address(link.destination)
      html.markup("\"")
      appendSize(of: link, nil, to: &html)
    case .external:
      // The policy of every page stops pictures that come unencrypted.
      html.markup("<a class=\"external\" rel=\"noreferrer\" href=\"")
      html.address(link.destination)
      html.markup("\">")
      html.text(link.alternative.isEmpty ? link.destination : link.alternative)
      html.markup("</a>")
      return
    default:
      appendPlaceholder(link, to: &html)
      return
    }
    html.attribute("alt", link.alternative)
    if !link.title.isEmpty { html.attribute("title", link.title) }
    html.html(link.attributes)
    html.markup(" loading=\"lazy\" decoding=\"async\">")
  }

  /// Width and height as the note asks for them, the missing one in proportion.
  private func appendSize(of link: Link, _ size: PictureSize?, to html: inout HTML) {
    var (width, height) = (link.width, link.height)
    if let size {
      if width == 0, height == 0 { (width, height) = (size.width, size.height) }
      if height == 0 { height = max(1, width * size.height / size.width) }
      if width == 0 { width = max(1, height * size.width / size.height) }
    }
    if width > 0 { html.attribute("width", width) }
    if height > 0 { html.attribute("height", height) }
  }

  private func appendPlaceholder(_ link: Link, to html: inout HTML) {
    let name = link.destination.split(separator: "/").last.map(String.init) ?? link.destination
    html.markup("<span class=\"missing-image\" role=\"img\" aria-label=\"Missing picture: ")
    html.text(name)
    html.markup("\">Missing picture: ")
    html.text(name)
    html.markup("</span>")
  }
}

extension HTML {
  /// Appends the relative address of a file of the site, or of a section of it.
  mutating func path(_ target: SitePath, section anchor: String? = nil, from page: SitePath) {
    trusted { target.appendHref(from: page, to: &$0) }
    guard let anchor, !anchor.isEmpty else { return }
    markup("#")
    address(anchor)
  }
}
