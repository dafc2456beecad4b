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
    let made = site.pageCount + site.fileCount
    let searched = made + search.files.count
    workers.each(searched + copies.count) { index in
      if failure.withLock({ $0 != nil }) { return }
      do {
        if index < site.pageCount {
          try publication.write(site.path(ofPage: index).string, site.render(page: index))
        } else if index < made {
          let file = index - site.pageCount
          try publication.write(site.path(ofFile: file).string, site.render(file: file))
        } else if index < searched {
          let file = search.files[index - made]
          try publication.write(file.path, file.script)
        } else {
          try copy(copies[index - searched], into: publication)
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
