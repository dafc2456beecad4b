internal import Files
internal import Notes
internal import Text

/// `sitemap.xml` (sitemaps.org): the pages that search engines should look at.
///
/// A file holds 50,000 addresses at most; what is more goes into parts, and the first file lists them.
struct Sitemap {
  private static let cap = 50_000
  private let site: Site
  private let url: String

  init(_ site: Site, _ url: String) {
    self.site = site
    self.url = url
  }

  /// How many files are needed for the notes, the folders and some more pages.
  static func partCount(of notebook: Notebook, others: Int) -> Int {
    max(1, (notebook.notes.count + notebook.folders.count + others + cap - 1) / cap)
  }

  /// The file that stands for the whole: the addresses, or the list of its parts.
  func bytes(index parts: Int) -> [UInt8] {
    guard parts > 1 else { return bytes(part: 0) }
    var xml = XML()
    xml.declaration()
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for part in 0..<parts {
      xml.markup("<sitemap><loc>")
      xml.text("\(url)sitemap-\(part + 1).xml")
      xml.markup("</loc></sitemap>\n")
    }
    xml.markup("</sitemapindex>\n")
    return xml.bytes
  }

  /// The addresses of one part: notes by path, then folders without a note of their own, then the
  /// pages that the frame of all pages leads to.
  func bytes(part: Int) -> [UInt8] {
    let notes = site.notebook.notes.lazy.map { note in
      (page: note.page, day: site.studies.day(of: note))
    }
    let folders = site.notebook.folders.lazy.filter { $0.indexNote == nil }
      .map { folder in (page: folder.page, day: CalendarDate?.none) }
    let others = (site.labelledPages.map(\.path) + [site.paths.tags].compactMap(\.self))
      .filter { $0 != site.searchPage }
      .map { (page: $0, day: CalendarDate?.none) }
    let all = Array(notes) + Array(folders) + others
    var xml = XML()
    xml.declaration()
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (page, day) in all.dropFirst(part * Self.cap).prefix(Self.cap) {
      xml.markup("<url><loc>")
      xml.text(url + page.publicHref)
      xml.markup("</loc>")
      if let day {
        xml.markup("<lastmod>")
        xml.text(day.description)
        xml.markup("</lastmod>")
      }
      xml.markup("</url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.bytes
  }
}

extension SitePath {
  /// The address below the site's own, percent-encoded; a folder's page without `index.html`.
  var publicHref: String {
    let href = href(from: .home)
    guard href == "index.html" || href.hasSuffix("/index.html") else {
      return href.hasPrefix("./") ? String(href.dropFirst(2)) : href
    }
    return String(href.dropLast("index.html".utf8.count))
  }
}
