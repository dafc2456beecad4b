internal import Files
internal import Glibc
internal import Notes
internal import Publishing
internal import Rendering
internal import Search
internal import Synchronization
internal import Workers

/// Makes the pages and puts them, and what they show, into a publication.
struct Press {
  let site: Site
  let search: SearchIndex
  let theme: Theme
  let copies: [(source: ContentPath, path: SitePath)]
  let folder: Folder

  /// What a page or a copy turned out to be, for the next build.
  private let noted = Noted()

  /// Where the bodies of notes lie in their pages, by the note, and what was mended in their Markdown.
  final class Noted: Sendable {
    let bodies = Mutex<[Int: BodySeam]>([:])
    let mended = Mutex<[ContentPath: MendedAddresses?]>([:])
  }

  /// Writes everything but the manifest; stops at the first file that cannot be written.
  func run(
    into publication: Publication, report: BuildReport, workers: Workers
  ) throws(BuildError) {
    let failure = Mutex<String?>(nil)
    let order = self.order
    workers.each(order.count) { place in
      if failure.withLock({ $0 != nil }) { return }
      do {
        switch order[place] {
        case .file(let file):
          try publication.write(site.path(ofFile: file).string, site.render(file: file))
        case .page(let page):
          let (bytes, body) = site.renderSeamed(page: page)
          if let body { noted.bodies.withLock { $0[page] = body } }
          try publication.write(site.path(ofPage: page).string, bytes)
        case .search(let file):
          try publication.write(search.files[file].path, search.files[file].script)
        case .copy(let file): try copy(copies[file], into: publication)
        }
      } catch {
        failure.withLock { $0 = $0 ?? "\(error)" }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw .files(failure) }
    try Failure.publishing { () throws(PublishingError) in
      for asset in theme.assets {
        try publication.write(asset.path.string, asset.bytes)
      }
      try publication.write(StoredReport.fileName, StoredReport(report).bytes)
    }
  }

  /// One thing to write, by its number among those of its kind.
  private enum Item {
    case file(Int)
    case page(Int)
    case search(Int)
    case copy(Int)
  }

  /// Everything to write, in the order in which it is begun.
  ///
  /// The files come first, for the largest of them takes as long as a thousand pages. The rest is
  /// mixed, and the copies go backwards: only one thread at a time can make a file in a folder, and
  /// what is written at the same time so lies in different ones.
  private var order: [Item] {
    let copyCount = copies.count
    let parts: [(count: Int, item: (Int) -> Item)] = [
      (site.pageCount, Item.page), (search.files.count, Item.search),
      (copyCount, { Item.copy(copyCount - 1 - $0) }),
    ]
    var order = (0..<site.fileCount).map(Item.file)
    let longest = parts.map(\.count).max() ?? 0
    order.reserveCapacity(order.count + parts.reduce(0) { $0 + $1.count })
    for step in 0..<longest {
      for part in parts {
        let range = step * part.count / longest..<(step + 1) * part.count / longest
        for number in range { order.append(part.item(number)) }
      }
    }
    return order
  }

  private func copy(
    _ file: (source: ContentPath, path: SitePath), into publication: Publication
  ) throws {
    let mended =
      Notebook.isNote(file.source)
      ? try site.mendedMarkdown(of: file.source) {
        try folder.source().read(file.source, Note.sizeCap)
      } : nil
    if let mended {
      noted.mended.withLock { $0[file.source] = .some(mended.addresses) }
      return try publication.write(file.path.string, mended.bytes)
    }
    let (descriptor, _) = try folder.openFile(file.source)
    defer { close(descriptor) }
    try publication.copy(fromDescriptor: descriptor, to: file.path.string)
  }

  /// What the next build wants to know.
  func memory(of studies: Studies, _ settings: Settings, _ cache: CacheWriter) -> BuildMemory {
    let (files, index) = cache.names
    return BuildMemory(
      surroundings: BuildKey.surroundings(
        notes: studies.notebook.sources.map(\.path), files: studies.notebook.files.sorted(),
        settings),
      entries: memories(of: studies), files: files, index: index,
      pagesWithLines: site.pagesWithLines.map(\.string), graph: site.graphFile?.string)
  }

  /// What the next build wants to know of each note, in the order of the notes that were read.
  private func memories(of studies: Studies) -> [BuildMemory.Entry] {
    let bodies = noted.bodies.withLock { $0 }
    let mended = noted.mended.withLock { $0 }
    let copied = Set(copies.lazy.map(\.source))
    let shown = studies.shownSections
    var number = 0
    return studies.notebook.sources.map { path, fingerprint in
      var entry = BuildMemory.Entry(fingerprint: fingerprint)
      guard number < studies.notebook.notes.count, studies.notebook.notes[number].path == path
      else { return entry }
      entry.number = number
      entry.addresses = copied.contains(path) ? mended[path] ?? MendedAddresses() : nil
      entry.shown = shown[number] ?? []
      entry.body = bodies[number]
      number += 1
      return entry
    }
  }
}
