public import Files
internal import Markup
public import Notes
public import Responsibility
public import Topics
internal import Workers

/// What is known of the notes that pages are made of.
public struct SiteStudies: Sendable {
  /// Tags and their notes.
  public var tags: TagIndex
  /// What leads to what.
  public var topics: TopicGraph
  /// The ways through the notes that their next steps describe.
  public var learningPaths: LearningPaths
  /// How well the notes hang together.
  public var health: NotebookHealth
  /// The notes that are still to be written.
  public var wanted: WantedNotes
  /// Who does what.
  public var matrix: ResponsibilityMatrix
  /// The sizes of the pictures that notes show.
  public var pictures: [ContentPath: PictureSize]
  /// Files that are not published: links to them are written as text.
  public var refusedFiles: Set<ContentPath>
  /// Files that are published beside the pages.
  public var publishedFiles: [ContentPath]
  /// Old addresses, and the index of the note that each leads to.
  public var redirects: [(path: SitePath, note: Int)]
  /// When notes last changed, where that is known.
  public var changes: [ContentPath: CalendarDate]
  /// True where each note's Markdown is published beside its page.
  public var copiesNotes: Bool

  /// Collects the studies.
  public init(
    tags: TagIndex, topics: TopicGraph, learningPaths: LearningPaths,
    health: NotebookHealth, wanted: WantedNotes, matrix: ResponsibilityMatrix,
    pictures: [ContentPath: PictureSize] = [:], refusedFiles: Set<ContentPath> = [],
    publishedFiles: [ContentPath] = [], redirects: [(path: SitePath, note: Int)] = [],
    changes: [ContentPath: CalendarDate] = [:], copiesNotes: Bool = false
  ) {
    self.tags = tags
    self.topics = topics
    self.learningPaths = learningPaths
    self.health = health
    self.wanted = wanted
    self.matrix = matrix
    self.pictures = pictures
    self.refusedFiles = refusedFiles
    self.publishedFiles = publishedFiles
    self.redirects = redirects
    self.changes = changes
    self.copiesNotes = copiesNotes
  }
}

/// A page that a study contributes, beside those of notes, folders and tags.
struct StudyPage: Sendable {
  /// Where it goes.
  let path: SitePath
  /// What the class of its body says: `kind-…`.
  let kind: String
  let title: String
  /// One sentence about it.
  let description: String
  /// The pages between home and this one, for its breadcrumbs.
  var trail: [(title: String, path: SitePath)] = []
  /// How the header calls it; nil where the header does not.
  var headerLabel: String?
  /// How the footer calls it; nil where the footer does not.
  var footerLabel: String?
  /// Style sheets of the theme beside `site.css`, by name.
  var styles: [String] = []
  /// Scripts of the theme beside `site.js`, by name.
  var scripts: [String] = []
  /// Scripts that hold the page's data; they run before those of the theme.
  var dataScripts: [SitePath] = []
  /// True where it says in which lines of notes links stand.
  var namesLines = false
  /// Makes its content, the heading included.
  let content: @Sendable (Site) -> HTML
}

/// A file that a study writes: data, no page.
struct StudyFile: Sendable {
  /// Takes a piece of a file, the one after the piece before.
  typealias Take = (UnsafeBufferPointer<UInt8>) -> Void

  /// Where it goes.
  let path: SitePath
  /// Makes it, piece by piece.
  let write: @Sendable (Site, Take) -> Void
  /// True where it is too large to be held in memory, and comes in pieces.
  let isLarge: Bool

  /// A file whose bytes are made at once.
  init(path: SitePath, bytes: @escaping @Sendable (Site) -> [UInt8]) {
    self.path = path
    write = { site, take in bytes(site).withUnsafeBufferPointer(take) }
    isLarge = false
  }

  /// A large file, which `pieces` makes from the beginning to the end.
  init(path: SitePath, pieces: @escaping @Sendable (Site, Take) -> Void) {
    self.path = path
    write = pieces
    isLarge = true
  }
}

/// The pages and files of all studies, each study's from a function of its own.
struct StudyPlan {
  private(set) var pages: [StudyPage] = []
  private(set) var files: [StudyFile] = []
  /// Which pages the responsibility matrix has; nil where there is nothing for it.
  let matrix: MatrixPlan?

  /// `paths` gives folders that no note takes.
  init(
    _ notebook: Notebook, _ studies: SiteStudies, _ paths: GeneratedPaths,
    _ identity: Site.Identity, workers: Workers
  ) {
    matrix = MatrixPlan(
      studies.matrix, topics: studies.topics, notebook: notebook, in: paths.folder("matrix"))
    addMap(notebook, studies, paths, siteTitle: identity.title, workers: workers)
    pages += TopicPages.pages(notebook, studies, paths)
    pages += matrix?.pages() ?? []
    files += MatrixFile.files(studies)
    if let page = AccessibilityPage.page(paths, contact: identity.contact) { pages.append(page) }
    pages.append(SearchPage.page(in: paths.folder("search")))
    files += TopicPages.files(studies)
    let listed = pages.count { $0.headerLabel != nil || $0.footerLabel != nil } + 1
    files +=
      Outlets(
        notebook, studies, identity, reserved: paths.all + pages.map(\.path), listed: listed
      ).files
  }

  mutating func add(_ page: StudyPage) { pages.append(page) }

  mutating func add(_ file: StudyFile) { files.append(file) }
}

extension Site {
  /// A page of a study in the frame of pages that lie in no folder of notes.
  func studyPage(_ index: Int) -> PageParts {
    let page = studyPages[index]
    var parts = listPage(kind: page.kind, title: page.title, at: page.path)
    parts.description = HTML(text: page.description)
    parts.styles = page.styles
    parts.scripts = page.dataScripts + page.scripts.map { theme.path(of: $0) }
    parts[.breadcrumbs] = breadcrumbs(along: page.trail, at: page.path, ending: page.title)
    parts[.content] = page.content(self)
    return parts
  }
}
