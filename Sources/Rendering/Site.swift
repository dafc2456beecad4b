public import Files
internal import Markup
public import Notes
internal import Topics
public import Workers

/// The site: every page there will be, and how to make each.
///
/// Pages are made one by one, in any order and on any thread; none depends on another.
public struct Site: Sendable {
  /// What the pages say about the site as a whole.
  public struct Identity: Sendable {
    /// The name of the site.
    public var title: String
    /// One sentence about it; empty without one.
    public var description: String
    /// The language of pages that do not name their own.
    public var language: String
    /// Where the site will stand, with a slash at its end; nil where that is not known.
    public var url: String?

    /// Where readers can turn to: an address that begins with `mailto:` or `https://`.
    public var contact: String?

    /// Makes an identity.
    public init(
      title: String, description: String = "", language: String = "en", url: String? = nil,
      contact: String? = nil
    ) {
      self.title = title
      self.description = description
      self.language = language
      self.url = url
      self.contact = contact
    }
  }

  /// What a page is made of.
  enum Subject: Sendable {
    case note(Int)
    case folder(Int)
    case tags
    case tag(Int)
    case study(Int)
    case notFound
  }

  private(set) var notebook: Notebook
  /// The note whose text is newer than what the studies know; nil for none.
  private(set) var ahead: Int?
  let studies: SiteStudies
  let identity: Identity
  let theme: Theme
  let shell: PageShell
  let navigation: [FolderNavigation]
  let paths: GeneratedPaths
  /// What links to notes are made of.
  let book: AddressBook
  /// For each note, its position in the reading order.
  let position: [Int]
  /// For each note, whether its Markdown is published under the note's own name.
  let isCopiedUnderItsName: [Bool]
  /// The pages that the studies contribute.
  let studyPages: [StudyPage]
  /// The page of the search, once found among what may be thousands; nil without one.
  let searchPage: SitePath?
  /// The page of learning paths, likewise.
  let pathsPage: SitePath?
  /// Those of them that the header or the footer of every page leads to.
  let labelledPages: [StudyPage]
  /// Which pages the responsibility matrix has; nil where there is nothing for it.
  let matrix: MatrixPlan?
  private let studyFiles: [StudyFile]
  /// True where there is a feed for the pages to name.
  let hasFeed: Bool
  private let deferredGraph: Deferred<NoteGraph>
  /// Where the map is; nil where there is none.
  let mapPage: SitePath?
  private let subjects: [(path: SitePath, subject: Subject)]
  /// What the pages of a folder have in common, by the folder.
  private(set) var frames: [Substring: Frame] = [:]

  /// Plans the site from what is known of its notes.
  public init(
    _ notebook: Notebook, _ studies: SiteStudies, identity: Identity, theme: Theme,
    workers: Workers = Workers()
  ) {
    self.notebook = notebook
    self.studies = studies
    self.identity = identity
    self.theme = theme
    shell = PageShell(theme)
    let book = workers.begin { AddressBook(notebook) }
    let tags = studies.tags
    let paths = GeneratedPaths(notebook, tags: tags)
    let plan = StudyPlan(notebook, studies, paths, identity, workers: workers)
    studyPages = plan.pages
    searchPage = plan.pages.first { $0.kind == SearchPage.kind }?.path
    pathsPage = plan.pages.first { $0.kind == PathsPage.kind }?.path
    labelledPages = plan.pages.filter { $0.headerLabel != nil || $0.footerLabel != nil }
    matrix = plan.matrix
    studyFiles = plan.files
    hasFeed = plan.files.contains { $0.path.string == Feed.name }
    mapPage = plan.pages.first { $0.kind == "map" }?.path
    deferredGraph = Deferred { NoteGraph(notebook, studies.topics) }
    self.paths = paths
    self.book = book.value
    // Notes are large values; reading single fields in place spares copies of the whole.
    let notes = notebook.notes.indices
    isCopiedUnderItsName = notes.map {
      notebook.notes[$0].page.markdownCopy.string == notebook.notes[$0].path.string
    }
    var position = [Int](repeating: 0, count: notebook.notes.count)
    for (place, note) in notebook.readingOrder.enumerated() { position[note] = place }
    self.position = position
    var subjects: [(path: SitePath, subject: Subject)] = []
    subjects.reserveCapacity(notebook.notes.count + notebook.folders.count + tags.tags.count)
    for note in notes { subjects.append((notebook.notes[note].page, .note(note))) }
    for (index, folder) in notebook.folders.enumerated() where folder.indexNote == nil {
      subjects.append((folder.page, .folder(index)))
    }
    if let tagsPage = paths.tags { subjects.append((tagsPage, .tags)) }
    for (index, path) in paths.tagPages.enumerated() {
      if let path { subjects.append((path, .tag(index))) }
    }
    for (index, page) in studyPages.enumerated() { subjects.append((page.path, .study(index))) }
    if let path = paths.notFound { subjects.append((path, .notFound)) }
    self.subjects = subjects
    let context = notebook
    navigation = workers.map(notebook.folders.count) { FolderNavigation(of: $0, in: context) }
    addFrames(workers)
  }

  private mutating func addFrames(_ workers: Workers) {
    var first: [Substring: SitePath] = [:]
    for (path, _) in subjects where first[path.folder] == nil && !hasFrameOfItsOwn(path) {
      first[path.folder] = path
    }
    let folders = Array(first)
    let site = self
    let made = workers.map(folders.count) { site.frame(of: folders[$0].value) }
    for (folder, frame) in zip(folders, made) { frames[folder.key] = frame }
  }

  /// What the graph beside each note is taken from.
  var noteGraph: NoteGraph { deferredGraph.value }

  /// How many pages there are.
  public var pageCount: Int { subjects.count }

  /// Where a page goes.
  public func path(ofPage index: Int) -> SitePath { subjects[index].path }

  /// Makes a page.
  public func render(page index: Int) -> [UInt8] { renderSeamed(page: index).bytes }

  /// Makes a page, and says where a note's body lies in it; nil for other pages.
  public func renderSeamed(page index: Int) -> (bytes: [UInt8], body: BodySeam?) {
    let (path, subject) = subjects[index]
    var parts =
      switch subject {
      case .note(let note): notePage(note)
      case .folder(let folder): folderPage(folder)
      case .tags: tagsPage(at: path)
      case .tag(let tag): tagPage(tag, at: path)
      case .study(let index): studyPage(index)
      case .notFound: notFoundPage(at: path)
      }
    addFrame(to: &parts, at: path)
    return shell.render(parts)
  }

  /// The page of a note whose text has changed since the notes were studied: everything on it that
  /// others say of the note is as it was.
  ///
  /// - Parameters:
  ///   - note: the index of the note.
  ///   - notebook: the same notes, with the text of this one as it is now.
  /// - Returns: the bytes of the page.
  public func renderAhead(note: Int, in notebook: Notebook) -> [UInt8] {
    var site = self
    site.notebook = notebook
    site.ahead = note
    // The notes are the first of all subjects.
    return site.render(page: note)
  }

  /// How many files there are that are no pages: what the studies write as data.
  public var fileCount: Int { studyFiles.count }

  /// True where a study writes a file at this place.
  func writes(_ path: SitePath) -> Bool { studyFiles.contains { $0.path == path } }

  /// Where a file goes.
  public func path(ofFile index: Int) -> SitePath { studyFiles[index].path }

  /// True for a file that is better written piece by piece.
  public func isLarge(file index: Int) -> Bool { studyFiles[index].isLarge }

  /// Makes a file.
  public func render(file index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    render(file: index) { bytes += $0 }
    return bytes
  }

  /// Makes a file, and hands it on in pieces from its beginning to its end.
  public func render(file index: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    studyFiles[index].write(self, take)
  }
}

/// Where the pages go that no note asked for.
///
/// A note that takes such a place keeps it.
struct GeneratedPaths: Sendable {
  /// The list of all tags; nil where no note has one.
  let tags: SitePath?
  /// For each tag, its page; nil for a tag of one note, which its link leads to at once.
  let tagPages: [SitePath?]
  /// The page for addresses that lead nowhere; nil where a note has its place.
  let notFound: SitePath?
  private let taken: Set<SitePath>

  init(_ notebook: Notebook, tags index: TagIndex) {
    let taken = Set(notebook.notes.indices.map { notebook.notes[$0].page })
      .union(notebook.folders.map(\.page))
    self.taken = taken
    let folder = Self.folder("tags", taken)
    func path(_ name: String) -> SitePath { SitePath(asset: folder.appending(name)) }
    tags = index.tags.isEmpty ? nil : path("index.html")
    tagPages = index.tags.map { $0.notes.count > 1 ? path("\($0.slug).html") : nil }
    let missing = SitePath(asset: ContentPath.root.appending("404.html"))
    notFound = taken.contains(missing) ? nil : missing
  }
  /// The places of all these pages.
  var all: [SitePath] { [tags, notFound].compactMap(\.self) + tagPages.compactMap(\.self) }

  /// A place at the root; nil where a note has it.
  func free(_ name: String) -> SitePath? {
    let path = SitePath(asset: ContentPath.root.appending(name))
    return taken.contains(path) ? nil : path
  }

  /// A folder at the root for pages of one kind: by this name, or a longer one where notes have it.
  func folder(_ name: String) -> ContentPath { Self.folder(name, taken) }

  private static func folder(_ name: String, _ taken: Set<SitePath>) -> ContentPath {
    var folder = ContentPath.root.appending(name)
    while taken.contains(SitePath(asset: folder.appending("index.html"))) {
      folder = ContentPath.root.appending("\(folder.string)-index")
    }
    return folder
  }
}
