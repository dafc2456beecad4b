internal import Files
internal import Markup
internal import Notes

/// Fills the holes of a note's HTML with links and pictures.
struct LinkFiller {
  let notebook: Notebook
  let pictures: [ContentPath: PictureSize]
  let refused: Set<ContentPath>
  let note: Int

  private let page: SitePath

  init(
    notebook: Notebook, pictures: [ContentPath: PictureSize], refused: Set<ContentPath>, note: Int
  ) {
    self.notebook = notebook
    self.pictures = pictures
    self.refused = refused
    self.note = note
    page = notebook.notes[note].page
  }

  /// Appends the note's body; gives the lengths of what fills its holes.
  func appendBody(to html: inout HTML) -> [Int] {
    // Documents and links are large values; single fields are read in place.
    let links = notebook.notes[note].document.links
    let holes = notebook.notes[note].document.holes
    let targets = notebook.targets[note]
    let bytes = notebook.notes[note].document.html.bytes
    html.reserve(bytes.count + holes.count * 48)
    var fillings: [Int] = []
    fillings.reserveCapacity(holes.count)
    bytes.withUnsafeBufferPointer { body in
      var done = 0
      for hole in holes {
        let offset = Int(hole.offset)
        html.trusted(UnsafeBufferPointer(rebasing: body[done..<offset]))
        done = offset
        let index = Int(hole.link)
        let start = html.bytes.count
        switch hole.part {
        case .open: appendStart(of: index, among: links, to: targets[index], html: &html)
        case .close: appendEnd(of: targets[index], html: &html)
        case .image: appendImage(links[index], targets[index], html: &html)
        }
        fillings.append(html.bytes.count - start)
      }
      html.trusted(UnsafeBufferPointer(rebasing: body[done...]))
    }
    return fillings
  }

  // MARK: - Links

  /// True for a link to a section of its own note that is not there.
  private func leadsNowhere(_ target: LinkTarget) -> Bool {
    if case .file(let path) = target.end { return refused.contains(path) }
    guard case .note(let end) = target.end else { return target.end.isUnsettled }
    guard end == note, target.anchor == nil, !target.remarks.isEmpty else { return false }
    return target.remarks.contains {
      if case .anchorMissing = $0 { true } else { false }
    }
  }

  private func appendStart(
    of link: Int, among links: [Link], to target: LinkTarget, html: inout HTML
  ) {
    guard !leadsNowhere(target) else {
      html.markup("<span class=\"wanted\">")
      return
    }
    html.markup("<a href=\"")
    appendAddress(of: target, to: &html)
    html.markup("\"")
    if !links[link].title.isEmpty { html.attribute("title", links[link].title) }
    if !links[link].attributes.isEmpty { html.html(links[link].attributes) }
    html.markup(">")
  }

  private func appendEnd(of target: LinkTarget, html: inout HTML) {
    guard leadsNowhere(target) else {
      html.markup("</a>")
      return
    }
    html.markup("<span class=\"visually-hidden\">")
    switch target.end {
    case .wanted: html.markup(" (not written yet)")
    case .note: html.markup(" (no such section)")
    default: html.markup(" (missing)")
    }
    html.markup("</span></span>")
  }

  private func appendAddress(of target: LinkTarget, to html: inout HTML) {
    switch target.end {
    case .note(let index):
      if index != note {
        html.path(notebook.notes[index].page, from: page)
      } else if target.anchor == nil {
        html.markup("#")
      }
      if let anchor = target.anchor {
        html.markup("#")
        html.address(anchor)
      }
    case .folder(let index): html.path(notebook.folders[index].page, from: page)
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
