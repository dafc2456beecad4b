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
        page, former, new, FormerIndex(memory: memory, file: file), workers)
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
    _ page: Int, _ before: SearchDocument, _ after: SearchDocument, _ index: FormerIndex,
    _ workers: Workers
  ) throws {
    var former = index
    let known = former.header.pages
    guard page >= 0, page < known.notes else { throw DamagedFile() }
    var (before, after) = (before, after)
    before.aliases = known.aliases[page].map { String(decoding: $0, as: UTF8.self) }
    after.aliases = before.aliases
    let change = try PageChange(of: page, from: before, to: after, known)
    let texts = try UpdatedTexts(page, after, change.pages, of: former, workers)
    let pieces = try UpdatedTerm.pieces(
      after: change.terms, of: &former.terms, size: former.sizes.lexicon, workers)
    let lexica = try UpdatedLexica(pieces, change, of: former, workers)
    let rear = try UpdatedRear(
      lexica.terms, change.terms, of: former, former.terms, workers)
    let manifest = SearchIndex.manifest(
      ResultShelves(notes: known.notes, pages: known.measures.count), cap: former.sizes.cap,
      (lexica.known.map(\.first), lexica.files), (rear.known.map(\.first), rear.files),
      texts.results, facets: former.header.facets)
    let header = MemoryHeader(
      limits: former.header.limits, pages: change.pages, ranges: lexica.known, rear: rear.known,
      results: texts.results.map(\.mark), texts: texts.texts.map(\.mark),
      facets: former.header.facets)

    let all = lexica.files + lexica.lists + rear.files + texts.results + texts.texts
    let isSameManifest = former.script(manifest.path) == manifest.script
    files = (isSameManifest ? [] : [manifest]) + all.filter { !$0.isKept && !$0.isRepeated }
    let names = Set(all.map { FileKey(family: $0.family, check: $0.check) })
    removed = former.keys.subtracting(names).map(\.path).sorted()
    let rows = Set(lexica.known.compactMap { $0.rows?.name })
    let formerRows = Set(former.terms.rows.map(\.file.name))
    kept =
      lexica.rows.filter { !formerRows.contains($0.name) } + [(IndexMemory.header, header.bytes)]
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
  fileprivate var keys: Set<FileKey> {
    var keys: Set<FileKey> = []
    func append(_ family: IndexFile.Family, _ marks: [FileMark]) {
      keys.formUnion(marks.lazy.map { FileKey(family: family, check: $0.check) })
    }
    append(.lexicon, header.ranges.map(\.file))
    append(.rear, header.rear.map(\.file))
    append(.results, header.results)
    append(.texts, header.texts)
    append(.hot, terms.hot.map(\.mark))
    for group in terms.cold { append(.cold, group.blocks.map(\.mark)) }
    return keys
  }
}
