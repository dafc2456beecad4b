internal import Files
internal import Notes
internal import Publishing
internal import Workers

/// Finds out whether the site that is there is what a build would make; then nothing is to be done.
///
/// Everything is compared by content: the notes and settings through the build's key, the pictures
/// with their copies, the site's files with the manifest. No time of a file is trusted.
struct FormerBuild {
  /// What the former build reported; nil where a new one is needed.
  let report: BuildReport?

  init(_ publication: Publication, of source: FileSource, _ settings: Settings, workers: Workers) {
    report = Self.report(publication, of: source, settings, workers: workers)
  }

  private static func report(
    _ publication: Publication, of source: FileSource, _ settings: Settings, workers: Workers
  ) -> BuildReport? {
    guard let manifest = publication.formerManifest, let listing = try? source.list(),
      listing.refused.isEmpty
    else { return nil }
    let paths = listing.files.filter { !settings.selection.ignores($0.string) }
    let notes = paths.filter(Notebook.isNote)
    let files = paths.filter { !Notebook.isNote($0) }
    let hashes = workers.map(notes.count) { index in
      (try? source.read(notes[index], Note.sizeCap)).map { Fingerprint.of($0) }
    }
    guard !hashes.contains(nil) else { return nil }
    let known = zip(notes, hashes).map { (path: $0, fingerprint: $1 ?? 0) }
    guard BuildKey(notes: known, files: files, settings).value == manifest.build,
      areCopied(files, in: manifest, from: source, workers: workers),
      manifest.isIntact(in: settings.request.output, jobs: workers.width),
      let folder = try? Folder(at: settings.request.output),
      let file = ContentPath(StoredReport.fileName),
      let bytes = try? folder.source().read(file, 1 << 30)
    else { return nil }
    return StoredReport(bytes: bytes)?.report
  }

  /// True where every file that was published still has the bytes of its copy.
  private static func areCopied(
    _ files: [ContentPath], in manifest: Manifest, from source: FileSource, workers: Workers
  ) -> Bool {
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
