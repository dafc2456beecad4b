internal import Files
internal import Notes
internal import Rendering
internal import Search
internal import Synchronization
internal import Workers

/// A site that is kept in memory while its notes are edited; nothing is written.
///
/// `refresh` reads what has changed and studies the notes anew; a page is made when it is asked for.
/// So a change of one note among thousands is seen at once, whatever the size of the site. A class
/// because it is one thing that changes; all of it may be called from several threads.
public final class LiveSite: Sendable {
  private let request: BuildRequest
  /// Held by the one refresh that is at work.
  private let refreshing = Mutex<Void>(())
  /// The last site that could be made, and the notes as they were read for it.
  private let current = Mutex<(snapshot: Snapshot?, shelf: NoteShelf)>((nil, NoteShelf()))

  /// A site without pages: the first `refresh` makes it.
  public init(_ request: BuildRequest) {
    self.request = request
  }

  /// Reads what has changed and makes the site anew.
  ///
  /// - Returns: what a build would report.
  /// - Throws: `BuildError` where there is no site; the former one stays.
  public func refresh() throws(BuildError) -> BuildReport {
    try refreshing.withLock { _ throws(BuildError) in
      var shelf: NoteShelf? = current.withLock { $0.shelf }
      var snapshot = try Snapshot(request, shelf: &shelf)
      guard let shelf else { return snapshot.report }
      // Pages that were made ahead meanwhile must not fall back.
      if current.withLock({ $0.snapshot?.ahead.isEmpty == false }) {
        snapshot.ahead = snapshot.pages(aheadOf: shelf) ?? [:]
      }
      current.withLock { $0 = (snapshot, shelf) }
      return snapshot.report
    }
  }

  /// Makes the pages of a few notes anew whose text alone has changed, ahead of `refresh`.
  ///
  /// Among thousands of notes all the studies take longer than a writer wants to wait. What others say
  /// of the notes stays as it was until the next refresh.
  ///
  /// - Returns: true where a page has changed; false also where more has changed than the text of a few
  ///   notes, and only a refresh can tell what has become of it.
  public func look() -> Bool {
    let (former, shelf) = current.withLock { $0 }
    guard let former, let pages = former.pages(aheadOf: shelf) else { return false }
    return current.withLock { current in
      let isNew = pages.contains { current.snapshot?.bytes(at: $0.key) != $0.value.bytes }
      current.snapshot?.ahead = pages
      return isNew
    }
  }

  /// The bytes of a file of the site; nil where a build would write none at this path.
  ///
  /// The path is relative to the site, with `/` between its parts. One that is empty or ends with a
  /// slash means the folder's `index.html`.
  public func bytes(at path: String) -> [UInt8]? {
    guard let snapshot = current.withLock({ $0.snapshot }) else { return nil }
    return snapshot.bytes(at: path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path)
  }

  /// The path of a note's page; nil where there is no such note.
  public func page(ofNote path: String) -> String? {
    current.withLock { $0.snapshot }?.pageOfNote[path]
  }

  /// The paths of all files that a build would write, its own reports aside; sorted.
  public var paths: [String] {
    current.withLock { $0.snapshot }?.paths ?? []
  }

  /// A site at one moment.
  private struct Snapshot: Sendable {
    let report: BuildReport
    /// The pages that are newer than the rest, by their paths.
    var ahead: [String: AheadPage] = [:]
    private let site: Site
    private let notebook: Notebook
    private let folder: Folder
    private let settings: Settings
    private let workers: Workers
    private let pages: [String: Int]
    private let files: [String: Int]
    private let assets: [String: ContentPath]
    private let theme: [String: [UInt8]]
    /// The files of the search index, made when the first of them is asked for.
    private let search: Pending<[String: IndexFile]>
    let pageOfNote: [String: String]

    /// A page, and the state of its note's file that it was made from.
    struct AheadPage {
      let state: FileStamp
      let bytes: [UInt8]
    }

    init(_ request: BuildRequest, shelf: inout NoteShelf?) throws(BuildError) {
      let workers = Workers(width: request.jobs)
      let settings = try Settings(request)
      folder = try Failure.files { () throws(FileProblem) in try Folder(at: request.content) }
      let studies = try Studies(
        of: folder, source: folder.source(excluding: settings.excludedFolders(in: folder.path)),
        settings, workers: workers, shelf: &shelf, progress: { _ in })
      let site = studies.site(workers: workers)
      self.site = site
      self.settings = settings
      self.workers = workers
      notebook = studies.notebook
      report = studies.report
      pages = Self.places((0..<site.pageCount).map { (site.path(ofPage: $0).string, $0) })
      files = Self.places((0..<site.fileCount).map { (site.path(ofFile: $0).string, $0) })
      assets = Self.places(studies.copies.map { ($0.path.string, $0.source) })
      pageOfNote = Self.places(studies.notebook.notes.map { ($0.path.string, $0.page.string) })
      theme = Self.places(settings.theme.assets.map { ($0.path.string, $0.bytes) })
      search = workers.prepare {
        Self.places(studies.searchIndex(workers: workers).files.map { ($0.path, $0) })
      }
    }

    private static func places<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    var paths: [String] {
      (Array(pages.keys) + files.keys + assets.keys + theme.keys + search.value.keys).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }

    /// The pages of the notes that have changed since, each beside the former text of the others; nil
    /// where that is not all, or where they are many.
    func pages(aheadOf shelf: NoteShelf) -> [String: AheadPage]? {
      let source = folder.source(excluding: settings.excludedFolders(in: folder.path))
      let selection = settings.selection(in: folder)
      guard let changed = shelf.changes(in: source, selection, workers: workers),
        1...Self.mostAhead ~= changed.count
      else { return nil }
      var pages: [String: AheadPage] = [:]
      for path in changed {
        guard let page = pageOfNote[path.string], let state = source.stamp(path) else { return nil }
        if let known = ahead[page], known.state == state {
          pages[page] = known
          continue
        }
        guard let (newer, note) = notebook.rereading(path, from: source, selection) else {
          return nil
        }
        pages[page] = AheadPage(state: state, bytes: site.renderAhead(note: note, in: newer))
      }
      return pages
    }

    /// As many notes as may be saved while the rest waits for a pause, and is then made anew.
    private static let mostAhead = 16

    func bytes(at path: String) -> [UInt8]? {
      if let page = ahead[path] { return page.bytes }
      if let page = pages[path] { return site.render(page: page) }
      if let file = files[path] { return site.render(file: file) }
      if let bytes = theme[path] { return bytes }
      if path.hasPrefix("\(SearchIndex.folder)/") { return search.value[path]?.script }
      guard let asset = assets[path] else { return nil }
      if Notebook.isNote(asset) {
        let mended = try? site.mendedMarkdown(of: asset) {
          try folder.source().read(asset, Note.sizeCap)
        }
        if let mended { return mended.bytes }
      }
      return try? folder.source().read(asset, Self.assetCap)
    }

    /// The most bytes of a file of the notes that are held in memory at once.
    private static let assetCap = 1 << 30
  }
}
