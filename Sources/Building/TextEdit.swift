internal import Diagnostics
internal import Files
internal import Notes
internal import Publishing
internal import Rendering
internal import Responsibility
internal import Search
internal import Topics
internal import Workers

/// The change of one note that no other page, list or finding shows: its text differs, and with it only
/// its page, its Markdown, the count of its words and the search index.
///
/// Most edits of a long note are such. Whoever makes one sees the site again after a fraction of the
/// time that a whole build takes, and it is the same, byte for byte.
struct TextEdit {
  private let publication: Publication
  private let manifest: Manifest
  private let workers: Workers
  private let key: UInt64
  private var memory: BuildMemory
  private var report: BuildReport
  /// The files that differ, but for those of the index.
  private var files: [(path: String, bytes: [UInt8])] = []
  private var removed: Set<String> = []
  private let index: IndexUpdate

  /// nil where more differs, the former build did not leave what is needed, or the site is not intact.
  init?(
    of changed: Int, at path: ContentPath, to source: [UInt8], _ memory: BuildMemory,
    _ publication: Publication, _ manifest: Manifest, _ settings: Settings, report: BuildReport,
    key: UInt64, workers: Workers, isIntact: @escaping @Sendable () -> Bool
  ) {
    let entry = memory.entries[changed]
    guard let number = entry.number, let addresses = entry.addresses, let body = entry.body,
      let note = Note(harmless: source, at: path),
      let bytes = publication.formerBytes(at: note.page.markdownCopy.string)
        .flatMap(addresses.source),
      Fingerprint.of(bytes) == entry.fingerprint,
      let former = Note(harmless: bytes, at: path),
      case let shift = LineShift(from: bytes, to: source),
      note.differsInTextAlone(from: former, shift: shift), NotebookHealth.isAlike(note, former),
      entry.shown.allSatisfy({
        note.firstSentence(ofSection: $0) == former.firstSentence(ofSection: $0)
      }),
      ResponsibilityMatrix.isReadAlike(note, former, file: settings.responsibilities),
      let moves = PlaceMoves(from: former, to: note),
      let findings = Self.findings(report.findings, of: path, movedBy: shift, moves),
      let copy = addresses.copy(of: source, like: bytes, moved: moves.line)
    else { return nil }
    // Most edits that come so far are followed: the site is looked through meanwhile.
    let isIntact = workers.begin(isIntact)
    guard
      let index = IndexUpdate(
        of: number, from: SearchDocument(former, trail: [], inDegree: 0),
        to: SearchDocument(note, trail: [], inDegree: 0),
        memory: { publication.cache.read($0 == IndexMemory.header ? memory.index : $0) },
        file: publication.formerBytes(at:), workers: workers)
    else { return nil }
    self.publication = publication
    self.manifest = manifest
    self.workers = workers
    self.key = key
    self.memory = memory
    self.memory.entries[changed].fingerprint = note.fingerprint
    self.memory.entries[changed].addresses = copy.addresses
    self.report = report
    self.report.findings = findings
    self.index = index
    var followers: [Follower] = [
      Follower(path: NoteTable.name) { NoteTable.following($0, from: former, to: note) },
      Follower(path: note.page.string) {
        body.page($0, with: note.document, inPlaceOf: former.document)
      },
    ]
    if !moves.areNone {
      // The largest first: it takes as long as all others.
      if let graph = memory.graph {
        followers.insert(Follower(path: graph, change: moves.graph), at: 0)
      }
      for path in memory.pagesWithLines {
        followers.append(Follower(path: path) { moves.page($0, at: path) })
      }
    }
    let all = followers
    let changes = workers.map(all.count) { all[$0].followed(in: publication) }
    for (follower, change) in zip(all, changes) {
      guard let change else { return nil }
      if let bytes = change { files.append((follower.path, bytes)) }
    }
    files.append((note.page.markdownCopy.string, copy.bytes))
    if findings != report.findings {
      files.append((StoredReport.fileName, StoredReport(self.report).bytes))
    }
    removed = Set(index.removed)
    guard isIntact.value else { return nil }
  }

  /// All findings, those of a note in the lines where they are now; nil where such a line differs.
  private static func findings(
    _ findings: [Finding], of path: ContentPath, movedBy shift: LineShift, _ moves: PlaceMoves
  ) -> [Finding]? {
    var moved = findings
    for index in moved.indices where moved[index].place.path == path.string {
      guard let finding = moved[index].moved(by: shift),
        moves.line(moved[index].place.line).map({ $0 == finding.place.line }) != false
      else { return nil }
      moved[index] = finding
    }
    return moved.inOrder()
  }

  /// A file that follows the note, made of its former bytes.
  private struct Follower: Sendable {
    let path: String
    /// Makes the new bytes; nil where the former ones are not what they should be.
    let change: @Sendable ([UInt8]) -> [UInt8]?

    /// The new bytes, or none where they are the former ones; nil where there is no following.
    func followed(in publication: Publication) -> [UInt8]?? {
      guard let former = publication.formerBytes(at: path), let bytes = change(former) else {
        return nil
      }
      return .some(bytes == former ? nil : bytes)
    }
  }

  /// Publishes the site with what has changed.
  func publish() throws(BuildError) -> BuildReport {
    let written = Set(files.map(\.path) + index.files.map(\.path))
    var report = report
    let outcome = try Failure.publishing { () throws(PublishingError) in
      try publication.keep(
        manifest.entries.filter { !written.contains($0.path) && !removed.contains($0.path) },
        workers: workers)
      // What fails is thrown by the commit.
      workers.each(files.count) { try? publication.write(files[$0].path, files[$0].bytes) }
      workers.each(index.files.count) {
        try? publication.write(index.files[$0].path, index.files[$0].script)
      }
      let cache = CacheWriter(publication.cache)
      workers.each(index.kept.count) { cache.add(index.kept[$0].name, index.kept[$0].bytes) }
      return try publication.commit(
        build: key, caching: remembered(cache).head, workers: workers)
    }
    report.take(outcome)
    report.keptTheRest = true
    return report
  }

  /// What the next build wants to know.
  private func remembered(_ cache: CacheWriter) -> BuildMemory {
    var memory = memory
    let dropped = Set(index.dropped).union([memory.index])
    let (files, index) = cache.names
    memory.files = memory.files.filter { !dropped.contains($0) } + files
    memory.index = index
    return memory
  }
}
