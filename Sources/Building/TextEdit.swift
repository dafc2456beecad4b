internal import Diagnostics
internal import Files
internal import Glibc
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
  /// The files that differ.
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
    let page = note.page.string
    guard add(page, { body.page($0, with: note.document, inPlaceOf: former.document) }),
      add(NoteTable.name, { NoteTable.following($0, from: former, to: note) })
    else { return nil }
    if !moves.areNone {
      if let graph = memory.graph, !add(graph, moves.graph) { return nil }
      for path in memory.pagesWithLines {
        guard add(path, { moves.page($0, at: path) }) else { return nil }
      }
    }
    files.append((note.page.markdownCopy.string, copy.bytes))
    if findings != report.findings {
      files.append((StoredReport.fileName, StoredReport(self.report).bytes))
    }
    files += index.files.map { ($0.path, $0.script) }
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

  /// Adds a file that follows the note, made of its former bytes; false where that fails.
  private mutating func add(_ path: String, _ change: ([UInt8]) -> [UInt8]?) -> Bool {
    guard let former = publication.formerBytes(at: path), let bytes = change(former) else {
      return false
    }
    if bytes != former { files.append((path, bytes)) }
    return true
  }

  /// Publishes the site with what has changed.
  func publish() throws(BuildError) -> BuildReport {
    let written = Set(files.map(\.path))
    var report = report
    let outcome = try Failure.publishing { () throws(PublishingError) in
      try publication.keep(
        manifest.entries.filter { !written.contains($0.path) && !removed.contains($0.path) },
        workers: workers)
      for (path, bytes) in files { try publication.write(path, bytes) }
      for (name, bytes) in index.kept {
        publication.cache.add(CacheWriter.name(name, bytes), bytes)
      }
      return try publication.commit(
        build: key, caching: remembered.head, workers: workers)
    }
    report.take(outcome)
    report.keptTheRest = true
    return report
  }

  /// What the next build wants to know.
  private var remembered: BuildMemory {
    var memory = memory
    let dropped = Set(index.dropped).union([memory.index])
    memory.files.removeAll { dropped.contains($0) }
    for (name, bytes) in index.kept {
      let own = CacheWriter.name(name, bytes)
      memory.files.append(own)
      if name == IndexMemory.header { memory.index = own }
    }
    return memory
  }
}
