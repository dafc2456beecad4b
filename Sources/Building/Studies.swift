public import Diagnostics
internal import Files
internal import Links
public import Notes
internal import Rendering
public import Responsibility
public import Topics
internal import Workers

/// What is known of a folder of notes before any page is made: the notes, and every study of them.
///
/// A build makes its site of it; commands that write nothing answer from it.
public struct Studies: Sendable {
  /// Every note, with its links resolved.
  public let notebook: Notebook
  /// What leads to what.
  public let topics: TopicGraph
  /// Who does what.
  public let matrix: ResponsibilityMatrix
  /// The ways through the notes that their next steps describe.
  public let paths: LearningPaths
  /// How well the notes hang together.
  public let health: NotebookHealth
  /// The notes that are still to be written.
  public let wanted: WantedNotes
  /// What there is to say about links and pictures.
  let links: LinkReport
  /// What there is to say about topics and the way through the notes.
  let topicReport: TopicReport
  /// Tags and their notes.
  let tags: TagIndex
  /// Widths and heights of pictures.
  let pictures: PictureSizes
  /// Files that are not published, since they could run script.
  let active: ActiveContent
  /// Old addresses of notes.
  let redirects: Redirects
  /// When notes last changed, from git; empty where that is not asked for.
  let changes: [ContentPath: CalendarDate]
  private let settings: Settings

  /// Reads a folder of notes and studies it; writes nothing.
  ///
  /// - Parameters:
  ///   - request: whose notes, configuration and number of threads are taken.
  ///   - progress: is told what is being done; called from one thread.
  /// - Throws: `BuildError` where the folder or the configuration cannot be read.
  public init(
    _ request: BuildRequest, progress: (SiteBuild.Stage) -> Void = { _ in }
  ) throws(BuildError) {
    let settings = try Settings(request)
    let folder = try Failure.files { () throws(FileProblem) in try Folder(at: request.content) }
    var shelf: NoteShelf?
    try self.init(
      of: folder, source: folder.source(excluding: settings.excludedFolders(in: folder.path)),
      settings, workers: Workers(width: request.jobs), shelf: &shelf, progress: progress)
  }

  /// Takes from the shelf, where there is one, the notes that have not changed.
  init(
    of folder: Folder, source: FileSource, _ settings: Settings, workers: Workers,
    shelf: inout NoteShelf?, progress: (SiteBuild.Stage) -> Void
  ) throws(BuildError) {
    self.settings = settings
    progress(.reading)
    let notebook: Notebook
    do throws(FileProblem) {
      notebook = try Notebook(
        reading: source, selection: settings.selection(in: folder), workers: workers, shelf: &shelf)
    } catch {
      throw .files(error.description)
    }
    self.notebook = notebook
    progress(.linking)
    let configuration = settings.configuration
    let topics = workers.begin {
      let graph = TopicGraph(notebook, configuration: configuration)
      return (graph, LearningPaths(graph, notebook))
    }
    let matrix = workers.begin {
      ResponsibilityMatrix(
        notebook, file: settings.responsibilities, today: settings.request.today, workers: workers
      ) { HowToSources.titles(notebook, topics.value.0) }
    }
    // The matrix takes longest, and has a processor for itself where nothing else is begun before.
    (self.topics, paths) = topics.value
    links = LinkReport(notebook)
    tags = TagIndex(notebook)
    pictures = PictureSizes(of: notebook, from: source, workers: workers)
    let active = ActiveContent(
      among: links.assets, of: notebook, from: source, workers: workers)
    self.active = active
    assets = links.assets.filter { !active.refused.contains($0) }
    let graph = self.topics
    redirects = Redirects(notebook, files: assets)
    changes = configuration.readsChangesFromGit ? GitChanges(of: folder.path).days : [:]
    health = NotebookHealth(notebook, graph, findings: links.findings)
    wanted = WantedNotes(notebook, graph)
    topicReport = TopicReport(notebook, graph, paths, health)
    self.matrix = matrix.value
  }

  /// What authors can mend, at the levels that the configuration gives, in the order of the places.
  public var findings: [Finding] { findings(adding: []) }

  /// The same with findings that somebody else has of the notes.
  public func findings(adding others: [Finding]) -> [Finding] {
    let all =
      notebook.findings + links.findings + pictures.findings + active.findings
      + redirects.findings + topicReport.findings + matrix.findings + others
    return settings.levelled(all.without(suppressions))
  }

  /// The comments that accept findings.
  private var suppressions: [Suppression] {
    notebook.notes.indices.flatMap { notebook.notes[$0].suppressions }
  }

  /// The files that are published beside the pages.
  let assets: [ContentPath]

  /// Everything that is published as it lies, and where it goes: files, and the notes' Markdown.
  var copies: [(source: ContentPath, path: SitePath)] {
    let files = assets.map { (source: $0, path: SitePath(asset: $0)) }
    guard settings.configuration.copiesNotes else { return files }
    let taken = Set(assets)
    return files
      + notebook.notes.indices.compactMap { note in
        let page = notebook.notes[note].page
        let path = page.markdownCopy
        guard path != page, ContentPath(path.string).map(taken.contains) != true else {
          return nil
        }
        return (source: notebook.notes[note].path, path: path)
      }
  }

  /// The matrix with the findings that the configuration and comments leave.
  private var shownMatrix: ResponsibilityMatrix {
    let left = matrix.findings.without(suppressions)
    return matrix.showing(settings.levelled(left.filter { $0.rule.id.hasPrefix("matrix-") }))
  }

  /// For notes, by index, the headings of sections whose beginnings pages show as what comes next.
  var shownSections: [Int: [Int]] {
    var shown: [Int: [Int]] = [:]
    for step in topics.nextSteps.indices {
      // Next steps are large values; reading single fields in place spares copies of the whole.
      guard let note = topics.nextSteps[step].destination,
        let treatment = topics.nextSteps[step].treatment, treatment.note == note,
        let heading = treatment.heading, shown[note]?.contains(heading) != true
      else { continue }
      shown[note, default: []].append(heading)
    }
    return shown
  }

  /// The site that the pages are made of.
  func site(workers: Workers) -> Site {
    Site(
      notebook,
      SiteStudies(
        tags: tags, topics: topics, learningPaths: paths, health: health, wanted: wanted,
        matrix: shownMatrix, pictures: pictures.sizes, refusedFiles: active.refused,
        publishedFiles: assets, redirects: redirects.entries, changes: changes,
        copiesNotes: settings.configuration.copiesNotes),
      identity: settings.identity(for: notebook), theme: settings.theme, workers: workers)
  }

  /// What a build says of the notes before it publishes anything.
  var report: BuildReport {
    BuildReport(
      noteCount: notebook.notes.count, assetCount: assets.count,
      wantedCount: links.wantedCount, draftCount: notebook.draftCount,
      holdsThrough: matrix.holdsThrough, findings: findings)
  }
}
