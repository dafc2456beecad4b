internal import Files
internal import Notes

/// What a site has beside its pages for programs: a map of it, a feed, lists of the notes, and pages
/// that lead on from old addresses.
///
/// A file of the notes that takes one of these places keeps it.
struct Outlets {
  private(set) var files: [StudyFile] = []

  /// `reserved` are the places of pages that no note asked for; `listed` of them are in the sitemap.
  init(
    _ notebook: Notebook, _ studies: SiteStudies, _ identity: Site.Identity, reserved: [SitePath],
    listed: Int
  ) {
    let taken = Set(studies.publishedFiles.map { SitePath(asset: $0) }).union(reserved)
    func free(_ name: String) -> SitePath? {
      let path = SitePath(asset: ContentPath.root.appending(name))
      return taken.contains(path) ? nil : path
    }
    func add(_ name: String, _ bytes: @escaping @Sendable (Site) -> [UInt8]) {
      if let path = free(name) { files.append(StudyFile(path: path, bytes: bytes)) }
    }
    if let url = identity.url {
      let parts = Sitemap.partCount(of: notebook, others: listed)
      add("sitemap.xml") { Sitemap($0, url).bytes(index: parts) }
      if parts > 1 {
        for part in 0..<parts {
          add("sitemap-\(part + 1).xml") { Sitemap($0, url).bytes(part: part) }
        }
      }
      if notebook.notes.contains(where: { studies.day(of: $0) != nil }) {
        add(Feed.name) { Feed($0, url).bytes }
      }
    }
    add("robots.txt") { Self.robots($0) }
    add("llms.txt") { NoteList($0).bytes }
    if let path = free(NoteTable.name) {
      files.append(StudyFile(path: path, pieces: { NoteTable($0).write(to: $1) }))
    }
    for (path, note) in studies.redirects where !reserved.contains(path) {
      files.append(StudyFile(path: path) { RedirectPage(from: path, to: note, of: $0).bytes })
    }
  }

  private static func robots(_ site: Site) -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let url = site.identity.url { text += "\nSitemap: \(url)sitemap.xml\n" }
    return Array(text.utf8)
  }
}

extension SiteStudies {
  /// The day of a note: when it last changed, else the one that it names.
  func day(of note: Note) -> CalendarDate? { changes[note.path] ?? note.frontMatter.date }
}
