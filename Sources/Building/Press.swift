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
  let search: Pending<SearchIndex>
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
    let failure = Failed()
    // While the index is made, a processor now and then has nothing to do.
    let order = self.order
    let pages = workers.begin(order.count) { place in
      failure.unless { try write(order[place], into: publication) }
    }
    let index = search.value.files
    // The largest of the site's own files takes as long as a thousand pages: none of them comes last, lest
    // all others wait for it.
    let early = index.count * 2 / 3
    let others =
      Self.mixed((0..<site.fileCount).map(Item.file), index[..<early].map(Item.index))
      + index[early...].map(Item.index)
    workers.each(others.count) { place in
      failure.unless { try write(others[place], into: publication) }
    }
    pages.finish(workers)
    if let failure = failure.message { throw .files(failure) }
    try Failure.publishing { () throws(PublishingError) in
      for asset in theme.assets {
        try publication.write(asset.path.string, asset.bytes)
      }
      try publication.write(StoredReport.fileName, StoredReport(report).bytes)
    }
  }

  /// What went wrong first; after that nothing more is begun.
  private final class Failed: Sendable {
    private let first = Mutex<String?>(nil)

    var message: String? { first.withLock { $0 } }

    func unless(_ body: () throws -> Void) {
      if message != nil { return }
      do {
        try body()
      } catch {
        first.withLock { $0 = $0 ?? "\(error)" }
      }
    }
  }

  /// What is written: pages, copies and the site's own files by their numbers.
  private enum Item {
    case page(Int)
    case copy(Int)
    case file(Int)
    case index(IndexFile)
  }

  private func write(_ item: Item, into publication: Publication) throws {
    switch item {
    case .page(let page):
      let (bytes, body) = site.renderSeamed(page: page)
      if let body { noted.bodies.withLock { $0[page] = body } }
      try publication.write(site.path(ofPage: page).string, bytes)
    case .copy(let file): try copy(copies[file], into: publication)
    case .file(let file) where site.isLarge(file: file):
      try publication.write(site.path(ofFile: file).string) { take in
        site.render(file: file) { take(UnsafeRawBufferPointer($0)) }
      }
    case .file(let file):
      try publication.write(site.path(ofFile: file).string, site.render(file: file))
    case .index(let file): try publication.write(file.path, file.script)
    }
  }

  /// The pages and copies in the order in which they are begun.
  ///
  /// They are mixed, and the copies go backwards: only one thread at a time can make a file in a
  /// folder, and what is written at the same time so lies in different ones.
  private var order: [Item] {
    Self.mixed(
      (0..<site.pageCount).map(Item.page), copies.indices.reversed().map(Item.copy))
  }

  /// Items of two kinds in their order, those of each spread over all.
  private static func mixed(_ left: [Item], _ right: [Item]) -> [Item] {
    let longest = max(left.count, right.count)
    var mixed: [Item] = []
    mixed.reserveCapacity(left.count + right.count)
    for step in 0..<longest {
      mixed += left[share(step, of: left.count)]
      mixed += right[share(step, of: right.count)]
    }
    return mixed

    func share(_ step: Int, of count: Int) -> Range<Int> {
      place(step, of: count)..<place(step + 1, of: count)
    }
    func place(_ step: Int, of count: Int) -> Int { (step * count + longest - 1) / longest }
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
