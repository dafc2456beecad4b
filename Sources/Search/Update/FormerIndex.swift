internal import Workers

/// The index before: what the memory tells of it, and its files where they are asked for.
struct FormerIndex: Sendable {
  let header: MemoryHeader
  var terms: FormerTerms
  let sizes: IndexSizes
  private let memory: @Sendable (String) -> [UInt8]?
  private let file: @Sendable (String) -> [UInt8]?

  init(
    memory: @escaping @Sendable (String) -> [UInt8]?,
    file: @escaping @Sendable (String) -> [UInt8]?
  ) throws {
    guard let bytes = memory(IndexMemory.header) else { throw DamagedFile() }
    let header = try MemoryHeader(bytes)
    terms = FormerTerms(header.ranges, cap: header.limits.cap)
    sizes = IndexSizes(
      postings: header.ranges.reduce(0) { $0 + $1.postings },
      positions: header.ranges.reduce(0) { $0 + $1.positions },
      terms: header.ranges.reduce(0) { $0 + $1.count }, within: header.limits)
    self.header = header
    self.memory = memory
    self.file = file
  }

  var pageCount: Int { header.pages.measures.count }

  /// The text of a file.
  func script(_ path: String) -> [UInt8]? { file(path) }

  /// The bytes of a file: its seed, and what stands behind it.
  func bytes(of family: IndexFile.Family, _ mark: FileMark) throws -> [UInt8] {
    let path = "\(SearchIndex.folder)/\(IndexFile.name(family, mark.check))"
    let id = IndexFile.id(family, mark.check)
    guard let script = file(path), let bytes = IndexReader.bytes(of: script, id: id) else {
      throw DamagedFile()
    }
    return bytes
  }

  /// What a file holds.
  func content(of family: IndexFile.Family, _ mark: FileMark) throws -> [UInt8] {
    guard let content = IndexReader.content(of: try bytes(of: family, mark), family) else {
      throw DamagedFile()
    }
    return content
  }

  /// The lists of a hot file.
  func hotLists(_ number: Int) throws -> [PostingList] {
    let (terms, mark) = terms.hot[number]
    var reader = ByteReader(try content(of: .hot, mark))
    return try PostingList.lists(
      ofHot: &reader, counts: terms.map { min(sizes.cap, Int(self.terms.pageCounts[$0])) },
      pages: pageCount)
  }

  /// The whole lists of terms whose hot lists are cut.
  func wholeLists(_ number: Int) throws -> [PostingList] {
    let (terms, rows) = terms.rows[number]
    guard let bytes = memory(rows.name) else { throw DamagedFile() }
    return try rows.lists(
      in: bytes, counts: terms.map { Int(self.terms.pageCounts[$0]) }, pages: pageCount)
  }

  /// The blocks of a group of cold lists, and the lists in them.
  func coldLists(_ number: Int) throws -> (blocks: [[UInt8]], lists: [PostingList]) {
    let (terms, blocks) = terms.cold[number]
    let contents = try blocks.map { try content(of: .cold, $0.mark) }
    return (
      contents,
      try PostingList.lists(
        ofCold: contents, counts: terms.map { Int(self.terms.pageCounts[$0]) }, pages: pageCount)
    )
  }
}

extension FormerIndex {
  /// Gives files of a family names that no two of them with different content share.
  func settle(_ files: inout [IndexFile]) throws {
    var names: IndexFile.Names = [:]
    for index in files.indices {
      try files[index].settle(among: &names) { try bytes(of: $0.family, $0.mark) }
    }
  }
}

extension Workers {
  /// The results of `body`, all of them or none.
  func all<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    let results = map(count) { try? body($0) }.compactMap { $0 }
    guard results.count == count else { throw DamagedFile() }
    return results
  }
}
