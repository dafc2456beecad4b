public import Workers

/// What becomes of an index when the text of one note changes: the same as if it were made anew, from the
/// memory of the index before and those of its files that have to do with the note's words.
public struct IndexUpdate: Sendable {
  /// The files that were not there before, or differ.
  public let files: [IndexFile]
  /// The files that are no more, as paths in the site.
  public let removed: [String]
  /// The files of the memory that were not there before, or differ; the header is among them.
  public let kept: [(name: String, bytes: [UInt8])]
  /// The files of the memory that nothing needs any more.
  public let dropped: [String]

  /// Follows a note's change.
  ///
  /// Both documents are those of the note itself, with `trail` empty and an
  /// `inDegree` of 0: what other notes say about it has to be as it was. `memory` reads a file of the
  /// memory, `file` one of the index by its path in the site; threads call them side by side.
  ///
  /// nil where the index has to be made anew: more than the text has changed, a size that follows from
  /// totals took a step, or something is missing or damaged.
  public init?(
    of page: Int, from former: SearchDocument, to new: SearchDocument,
    memory: @escaping @Sendable (String) -> [UInt8]?,
    file: @escaping @Sendable (String) -> [UInt8]?, workers: Workers = Workers()
  ) {
    guard Self.follows(former, new),
      let made = try? Self(
        page, former, new, FormerIndex(memory: memory, file: file, workers), workers)
    else { return nil }
    self = made
  }

  /// Whether no more than texts, headings and what is only searched differ.
  private static func follows(_ former: SearchDocument, _ new: SearchDocument) -> Bool {
    former.kind == .note && new.kind == .note && former.address == new.address
      && former.title == new.title && former.aliases == new.aliases && former.facets == new.facets
      && !former.sections.isEmpty && !new.sections.isEmpty
  }

  private init(
    _ page: Int, _ before: SearchDocument, _ after: SearchDocument, _ former: FormerIndex,
    _ workers: Workers
  ) throws {
    let known = former.header.pages
    guard page >= 0, page < known.notes else { throw DamagedFile() }
    var (before, after) = (before, after)
    before.aliases = known.aliases[page].map { String(decoding: $0, as: UTF8.self) }
    after.aliases = before.aliases
    let change = try PageChange(of: page, from: before, to: after, known)
    let texts = try UpdatedTexts(page, after, change.pages, of: former, workers)
    let terms = try UpdatedTerm.all(after: change.terms, of: former.terms)
    let lists = try UpdatedLists(terms, change, of: former, workers)
    var listFiles = lists.files
    try TermFiles.settle(&listFiles) { file, taken in
      try file.settle(among: &taken) { try former.bytes(of: $0.family, $0.mark) }
    }
    let settled = listFiles
    let told = workers.map(settled.count) { range in
      let words = terms[settled[range].terms].map(\.word)
      return (LexiconFile(settled[range], words), MemoryRange.bytes(settled[range], words))
    }
    let lexica = told.map(\.0)
    let rearWords = RearFiles(lexica)
    let lexicon = try former.files(
      .lexicon, lexica.count, among: former.header.lexicon, workers
    ) { lexica[$0].content }
    let rear = try former.files(
      .rear, rearWords.count, among: former.header.rear, workers
    ) { rearWords.content(of: $0) }
    let shelves = ResultShelves(notes: known.notes, pages: known.measures.count)
    let manifest = SearchIndex.manifest(
      shelves, cap: former.sizes.cap, (lexica.map(\.firstTerm), lexicon.files),
      (rearWords.firstWords, rear.files), texts.results, facets: former.header.facets)
    let header = MemoryHeader(
      limits: former.header.limits, pages: change.pages, ranges: told.map(\.1),
      lexicon: lexicon.known, rear: rear.known, results: texts.results.map(\.mark),
      texts: texts.texts.map(\.mark), facets: former.header.facets)

    var all = lexicon.files + rear.files + texts.results + texts.texts
    for each in settled {
      all += each.hot.map(\.file)
      for group in each.cold { all += group.blocks.map(\.file) }
    }
    let isSameManifest = former.script(manifest.path) == manifest.script
    files = (isSameManifest ? [] : [manifest]) + all.filter { !$0.isKept }
    let names = Set(all.map { FileKey(family: $0.family, check: $0.check) })
    removed = former.keys.filter { !names.contains($0) }.map(\.path).sorted()
    let rows = Set(settled.compactMap { $0.rows?.name })
    let formerRows = Set(former.terms.rows.map(\.file.name))
    kept =
      lists.rows.filter { !formerRows.contains($0.name) } + [(IndexMemory.header, header.bytes)]
    dropped = formerRows.subtracting(rows).sorted()
  }
}

/// What tells a file of the index from all others.
private struct FileKey: Hashable {
  let family: IndexFile.Family
  let check: UInt32

  var path: String { "\(SearchIndex.folder)/\(IndexFile.name(family, check))" }
}

extension FormerIndex {
  /// All files that an update makes or keeps.
  fileprivate var keys: [FileKey] {
    var keys: [FileKey] = []
    func append(_ family: IndexFile.Family, _ marks: [FileMark]) {
      keys += marks.map { FileKey(family: family, check: $0.check) }
    }
    append(.lexicon, header.lexicon.map(\.mark))
    append(.rear, header.rear.map(\.mark))
    append(.results, header.results)
    append(.texts, header.texts)
    append(.hot, terms.hot.map(\.mark))
    for group in terms.cold { append(.cold, group.blocks.map(\.mark)) }
    return keys
  }

  /// Gives files names that no two of them share.
  func settle(_ files: inout [IndexFile]) throws {
    var taken: Set<UInt32> = []
    for index in files.indices {
      try files[index].settle(among: &taken) { try bytes(of: $0.family, $0.mark) }
    }
  }

  /// Files with the contents of these numbers, kept where a file of before has the same.
  fileprivate func files(
    _ family: IndexFile.Family, _ count: Int, among former: [MemoryHeader.File],
    _ workers: Workers, _ content: @escaping @Sendable (Int) -> [UInt8]
  ) throws -> (files: [IndexFile], known: [MemoryHeader.File]) {
    let marks = Dictionary(former.map { ($0.fingerprint, $0.mark) }) { first, _ in first }
    let made = workers.map(count) { number in
      let bytes = content(number)
      let fingerprint = bytes.fingerprint
      let file =
        marks[fingerprint].map { IndexFile(family, kept: $0) }
        ?? IndexFile(family, bytes, with: Compressor())
      return (file, fingerprint)
    }
    var files = made.map(\.0)
    try settle(&files)
    return (
      files,
      zip(files, made).map { MemoryHeader.File(mark: $0.mark, fingerprint: $1.1) }
    )
  }
}
