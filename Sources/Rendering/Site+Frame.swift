internal import Files
internal import Markup
internal import Notes

extension Site {
  /// The policy of every page: nothing inline, nothing from elsewhere but pictures.
  static let policy: StaticString = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; \
    connect-src 'self'; base-uri 'none'; form-action 'self'
    """

  /// Adds what every page has: the head, the site's name, the links to its own pages.
  func addFrame(to parts: inout PageParts, at page: SitePath) {
    let frame = sharedFrame(of: page) ?? frame(of: page)
    if parts[.lang].isEmpty { parts[.lang] = HTML(text: identity.language) }
    parts[.siteTitle] = HTML(text: identity.title)
    parts[.homeHref] = frame.homeHref
    parts[.generator] = HTML(text: "sitegen")
    parts[.headerLinks] = frame.headerLinks
    parts[.footerLinks] = frame.footerLinks
    parts[.search] = frame.search
    parts[.head] = head(parts, frame.assets, at: page)
  }

  /// What the frames of all pages of a folder have in common.
  struct Frame: Sendable {
    var homeHref = HTML()
    var headerLinks = HTML()
    var footerLinks = HTML()
    var search = HTML()
    /// The navigation of pages that lie in no folder of notes.
    var rootNavigation = HTML()
    /// The scripts and style sheets of every page.
    var assets = HTML()
  }

  /// True for the pages that the frame itself leads to, and for one that stands under any address.
  func hasFrameOfItsOwn(_ page: SitePath) -> Bool {
    // Asked for every page: pages of studies are large values, and single fields are read in place.
    page == paths.notFound || page == paths.tags
      || labelledPages.indices.contains { labelledPages[$0].path == page }
  }

  /// The frame that a page shares with others of its folder; nil where it has one of its own.
  func sharedFrame(of page: SitePath) -> Frame? {
    hasFrameOfItsOwn(page) ? nil : frames[page.folder]
  }

  func frame(of page: SitePath) -> Frame {
    var frame = Frame()
    frame.homeHref = address(of: notebook.folders[0].page, from: page)
    frame.headerLinks = siteLinks(from: page, labelledBy: \.headerLabel)
    if let tags = paths.tags {
      append(tags, "Tags", from: page, to: &frame.headerLinks)
    }
    frame.footerLinks = siteLinks(from: page, labelledBy: \.footerLabel)
    frame.search = searchAttributes(from: page)
    frame.rootNavigation = rootNavigation(at: page)
    frame.assets = assets(from: page)
    return frame
  }

  /// The relative address of a page as an attribute's value.
  ///
  /// Servers show the page for missing addresses under any address: its own links are whole where the
  /// address of the site is known.
  func address(of target: SitePath, from page: SitePath) -> HTML {
    if let url = identity.url, page == paths.notFound {
      var whole = HTML(text: url)
      whole.html(HTML(text: target.href(from: .home)))
      return whole
    }
    var relative = HTML()
    relative.path(target, from: page)
    return relative
  }

  private func head(_ parts: PageParts, _ assets: HTML, at page: SitePath) -> HTML {
    var head = HTML()
    head.reserve(1600)
    head.markup("<meta charset=\"utf-8\">\n")
    head.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    head.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    head.markup(Self.policy)
    head.markup("\">\n<title>")
    head.html(parts[.title])
    if page != notebook.folders[0].page, !identity.title.isEmpty {
      head.markup(" \u{2013} ")
      head.text(identity.title)
    }
    head.markup("</title>\n")
    if !parts.description.isEmpty {
      head.markup("<meta name=\"description\" content=\"")
      head.html(parts.description)
      head.markup("\">\n")
    }
    if let url = identity.url {
      head.markup("<link rel=\"canonical\" href=\"")
      head.text(url)
      head.html(address(of: page, from: .home))
      head.markup("\">\n")
    }
    if let markdown = parts.markdown {
      head.markup("<link rel=\"alternate\" type=\"text/markdown\" href=\"")
      head.path(markdown, from: page)
      head.markup("\">\n")
    }
    if hasFeed, let url = identity.url {
      head.markup("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"")
      head.text(url + Feed.name)
      head.markup("\">\n")
    }
    head.html(assets)
    for name in parts.styles {
      head.markup("\n<link rel=\"stylesheet\" href=\"")
      head.html(address(of: theme.path(of: name), from: page))
      head.markup("\">")
    }
    for script in parts.scripts {
      head.markup("\n<script src=\"")
      head.html(address(of: script, from: page))
      head.markup("\" defer></script>")
    }
    return head
  }

  private func assets(from page: SitePath) -> HTML {
    var html = HTML()
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<script src=\"")
    html.html(address(of: theme.path(of: "theme.js"), from: page))
    html.markup("\"></script>\n<link rel=\"stylesheet\" href=\"")
    html.html(address(of: theme.path(of: "site.css"), from: page))
    html.markup("\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"")
    html.html(address(of: theme.path(of: "icon.svg"), from: page))
    html.markup("\">\n<script src=\"")
    html.html(address(of: theme.path(of: "site.js"), from: page))
    html.markup("\" defer></script>")
    return html
  }

  /// The links to the studies' pages that have a label of one kind.
  private func siteLinks(
    from page: SitePath, labelledBy label: KeyPath<StudyPage, String?>
  ) -> HTML {
    var links = HTML()
    for study in labelledPages {
      if let label = study[keyPath: label] { append(study.path, label, from: page, to: &links) }
    }
    return links
  }

  private func append(
    _ target: SitePath, _ label: String, from page: SitePath, to links: inout HTML
  ) {
    links.markup("<a href=\"")
    links.html(address(of: target, from: page))
    links.markup(target == page ? "\" aria-current=\"page\">" : "\">")
    links.text(label)
    links.markup("</a>")
  }

  /// The way from home to a page of a study.
  func breadcrumbs(
    along trail: [(title: String, path: SitePath)], at page: SitePath, ending title: String
  ) -> HTML {
    var html = HTML()
    html.markup("<ol>")
    for (title, path) in [("Home", notebook.folders[0].page)] + trail {
      html.markup("<li><a href=\"")
      html.html(address(of: path, from: page))
      html.markup("\">")
      html.text(title)
      html.markup("</a></li>")
    }
    html.markup("<li aria-current=\"page\">")
    html.text(title)
    html.markup("</li></ol>")
    return html
  }

  /// The way from home to a page; empty on the home page.
  func breadcrumbs(to folder: Int, at page: SitePath, ending title: String?) -> HTML {
    var way: [Int] = []
    var each: Int? = folder
    while let current = each {
      way.append(current)
      each = notebook.folders[current].parent
    }
    var html = HTML()
    html.markup("<ol>")
    for index in way.reversed() {
      // Folders are large values: single fields are read in place.
      let name = index == 0 ? "Home" : notebook.folders[index].title
      if title == nil, index == way.first {
        html.markup("<li aria-current=\"page\">")
        html.text(name)
      } else {
        html.markup("<li><a href=\"")
        html.html(address(of: notebook.folders[index].page, from: page))
        html.markup("\">")
        html.text(name)
        html.markup("</a>")
      }
      html.markup("</li>")
    }
    if let title {
      html.markup("<li aria-current=\"page\">")
      html.text(title)
      html.markup("</li>")
    }
    html.markup("</ol>")
    return html
  }
}
