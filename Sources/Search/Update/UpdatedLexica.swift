internal import Workers

/// The lexicon files after a change, and the lists of their terms.
struct UpdatedLexica {
  private(set) var files: [IndexFile]
  /// What the memory holds of each.
  private(set) var known: [MemoryRange]
  /// The files of lists.
  let lists: [IndexFile]
  /// The memory's new files.
  let rows: [(name: String, bytes: [UInt8])]
  /// The terms of those that are made.
  let terms: [UpdatedTerm]

  init(
    _ pieces: [Steadiness.Piece<UpdatedTerm>], _ change: PageChange, of former: FormerIndex,
    _ workers: Workers
  ) throws {
    let ranges = former.header.ranges
    let made = pieces.compactMap { piece in
      if case .made(let terms) = piece { terms } else { nil }
    }
    let lists = try UpdatedLists(made, change, of: former, workers)
    terms = lists.terms
    rows = lists.rows

    // What is the same has the same files, if only their names are.
    var next = 0
    var all = pieces.map { piece in
      if case .same(let range) = piece { return TermFiles(kept: ranges[range]) }
      next += 1
      return lists.files[next - 1]
    }
    try TermFiles.settle(&all) { file, names in
      try file.settle(among: &names) { try former.bytes(of: $0.family, $0.mark) }
    }
    let settled = all
    self.lists = settled.flatMap { files in
      files.hot.map(\.file) + files.cold.flatMap { $0.blocks.map(\.file) }
    }
    let marks = Dictionary(ranges.map { ($0.fingerprint, $0.file) }) { first, _ in first }
    let told = try workers.all(pieces.count) { number -> (file: IndexFile, known: MemoryRange) in
      switch pieces[number] {
      case .same(let range):
        guard settled[number].has(ranges[range]) else { throw OtherSizes() }
        return (IndexFile(.lexicon, kept: ranges[range].file), ranges[range])
      case .made(let terms):
        let words = terms.map(\.word)
        let lexicon = LexiconFile(settled[number], words)
        let known = MemoryRange(settled[number], words, lexicon)
        let file =
          marks[known.fingerprint].map { IndexFile(.lexicon, kept: $0) }
          ?? IndexFile(.lexicon, lexicon.content, with: Compressor())
        return (file, known)
      }
    }
    files = told.map(\.file)
    known = told.map(\.known)
    try former.settle(&files)
    for (range, file) in files.enumerated() { known[range].file = file.mark }
    let sizes = IndexSizes(
      postings: known.reduce(0) { $0 + $1.postings },
      positions: known.reduce(0) { $0 + $1.positions }, terms: known.reduce(0) { $0 + $1.count },
      within: former.header.limits)
    guard sizes == former.sizes else { throw OtherSizes() }
  }
}

extension TermFiles {
  /// The files of before.
  fileprivate init(kept range: MemoryRange) {
    self.init(
      0..<range.count, pageCounts: [], sizes: [],
      hot: range.hot.map { ($0.terms, IndexFile(.hot, kept: $0.file)) },
      cold: range.cold.map { terms, blocks in
        (terms, blocks.map { ($0.firstPage, IndexFile(.cold, kept: $0.file)) })
      }, rows: range.rows)
  }

  /// Whether its files have the names that they had.
  fileprivate func has(_ range: MemoryRange) -> Bool {
    zip(hot, range.hot).allSatisfy { $0.file.isKept && $0.file.mark == $1.file }
      && zip(cold, range.cold).allSatisfy { own, former in
        zip(own.blocks, former.blocks).allSatisfy {
          $0.file.isKept && $0.file.mark == $1.file
        }
      }
  }
}
