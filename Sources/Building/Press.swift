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
          try publication.write(site.path(ofPage: page).string, site.render(page: page))
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
    if let mended { return try publication.write(file.path.string, mended) }
    let (descriptor, _) = try folder.openFile(file.source)
    defer { close(descriptor) }
    try publication.copy(fromDescriptor: descriptor, to: file.path.string)
  }
}
