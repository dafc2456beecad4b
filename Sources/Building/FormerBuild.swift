internal import Files
internal import Notes
internal import Publishing
internal import Workers

/// Compares the site that is there with what a build would make: then nothing is to be done, or only
/// what the change of one note's text asks for.
///
/// Everything is compared by content: the notes and settings through the build's key, the pictures
/// with their copies, the site's files with the manifest. No time of a file is trusted.
struct FormerBuild: Sendable {
  private let publication: Publication
  private let source: FileSource
  private let settings: Settings
  private let workers: Workers
  private let manifest: Manifest
  private let paths: [ContentPath]
  private let files: [ContentPath]
  private let hashes: [UInt64]
  /// The key of a build of what is there now.
  private let key: UInt64

  /// nil where there is no former site, or a note cannot be read.
  init?(_ publication: Publication, of source: FileSource, _ settings: Settings, workers: Workers) {
    guard let manifest = publication.formerManifest, let listing = try? source.list(),
      listing.refused.isEmpty
    else { return nil }
    let paths = listing.files.filter { !settings.selection.ignores($0.string) }
    let notes = paths.filter(Notebook.isNote)
    let hashes = workers.map(notes.count) { index in
      (try? source.read(notes[index], Note.sizeCap)).map { Fingerprint.of($0) }
    }
    guard !hashes.contains(nil) else { return nil }
    self.publication = publication
    self.source = source
    self.settings = settings
    self.workers = workers
    self.manifest = manifest
    self.paths = notes
    files = paths.filter { !Notebook.isNote($0) }
    self.hashes = hashes.map { $0 ?? 0 }
    key = BuildKey(notes: Array(zip(self.paths, self.hashes)), files: files, settings).value
  }

  /// The one note whose bytes differ from those that were remembered; nil where more or none do.
  private func changedNote(since memory: BuildMemory) -> Int? {
    guard memory.entries.count == hashes.count else { return nil }
    let changed = hashes.indices.filter { hashes[$0] != memory.entries[$0].fingerprint }
    return changed.count == 1 ? changed[0] : nil
  }

  /// What the former build reported; nil where a new one is needed.
  var report: BuildReport? {
    guard key == manifest.build, let report = formerReport, holds(report), isIntact else {
      return nil
    }
    return report
  }

  /// The change of one note's text, where that is all and the former build left what is needed.
  var edit: TextEdit? {
    guard settings.request.cache.isWorthwhile(for: paths.count),
      let bytes = publication.cache.read(BuildMemory.name),
      let memory = BuildMemory(bytes), memory.manifest == publication.formerManifestHash,
      BuildKey.surroundings(notes: paths, files: files, settings) == memory.surroundings,
      let changed = changedNote(since: memory), let report = formerReport,
      let source = try? source.read(paths[changed], Note.sizeCap),
      Fingerprint.of(source) == hashes[changed],
      let edit = TextEdit(
        of: changed, at: paths[changed], to: source, memory, publication, manifest, settings,
        report: report, key: key, workers: workers, isIntact: { isIntact })
    else { return nil }
    return edit
  }

  /// False where a review has grown stale since.
  private func holds(_ report: BuildReport) -> Bool {
    guard let last = report.holdsThrough, let today = settings.request.today else { return true }
    return today <= last
  }

  private var formerReport: BuildReport? {
    publication.formerBytes(at: StoredReport.fileName).flatMap { StoredReport(bytes: $0)?.report }
  }

  /// True where the site is as the former build left it, and holds the pictures as they are now.
  private var isIntact: Bool {
    areCopied(files) && manifest.isIntact(in: settings.request.output, jobs: workers.width)
  }

  /// True where every file that was published still has the bytes of its copy.
  private func areCopied(_ files: [ContentPath]) -> Bool {
    let published = Dictionary(
      manifest.entries.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    let copied = files.filter { published[$0.string] != nil }
    let same = workers.map(copied.count) { index in
      (try? source.read(copied[index], 1 << 30)).map { Fingerprint.of($0) }
        == published[copied[index].string]
    }
    return !same.contains(false)
  }
}
