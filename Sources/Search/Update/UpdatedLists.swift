internal import Workers

/// The lists of all terms after a change: files are made where lists changed or share a file with others
/// now, and are kept else.
struct UpdatedLists {
  /// Terms that share a file, and the file where it is kept.
  private typealias Group = (terms: Range<Int>, kept: Int?)

  private(set) var files: [TermFiles] = []
  /// The memory's new files.
  private(set) var rows: [(name: String, bytes: [UInt8])] = []

  /// The terms, with their sizes.
  let terms: [UpdatedTerm]
  private let former: FormerIndex
  private let changed: [Int: ChangedLists]
  private var loaded: LoadedLists
  private let titleWords: [UInt8]

  /// `ranges` are the terms of each lexicon file that is made.
  init(
    _ ranges: [[UpdatedTerm]], _ change: PageChange, of former: FormerIndex, _ workers: Workers
  ) throws {
    self.former = former
    titleWords = change.weights.titleWords
    var terms = ranges.flatMap { $0 }
    var loaded = LoadedLists(of: former)
    let changed = try ChangedLists.all(of: terms, change, former, &loaded, workers)
    for (term, changed) in changed { terms[term].sizes = changed.sizes }
    self.terms = terms
    self.changed = changed
    self.loaded = loaded
    var start = 0
    try makeFiles(
      ranges.map { range in
        start += range.count
        return (start - range.count)..<start
      }, workers)
  }

  // MARK: - Files

  private mutating func makeFiles(_ ranges: [Range<Int>], _ workers: Workers) throws {
    var hot: [[Group]] = []
    var cold: [[Group]] = []
    for range in ranges {
      let (hotTerms, coldTerms) = packed(range)
      hot.append(hotTerms.map { ($0, keptHot($0)) })
      cold.append(coldTerms.map { ($0, keptCold($0)) })
    }
    let rows = ranges.map { range in range.filter { Int(terms[$0].pages) > former.sizes.cap } }
    let keptRows = rows.map(keptRows)
    try load(hot.joined(), cold.joined(), zip(rows, keptRows), workers)
    let newHot = hot.joined().filter { $0.kept == nil }.map(\.terms)
    let newCold = cold.joined().filter { $0.kept == nil }.map(\.terms)
    let newRows = zip(rows, keptRows).filter { !$0.0.isEmpty && $0.1 == nil }.map(\.0)
    let own = self
    let hotFiles = try workers.all(newHot.count) { try own.hotFile(newHot[$0]) }
    let coldFiles = try workers.all(newCold.count) { try own.coldFiles(newCold[$0]) }
    let rowsFiles = try workers.all(newRows.count) { try own.rowsFile(newRows[$0]) }
    var next = (hot: 0, cold: 0, rows: 0)
    for (number, range) in ranges.enumerated() {
      let hotOfRange = hot[number].map { terms, kept in
        if let kept { return (terms.count, IndexFile(.hot, kept: former.terms.hot[kept].mark)) }
        next.hot += 1
        return (terms.count, hotFiles[next.hot - 1])
      }
      let coldOfRange = cold[number].map { terms, kept in
        if let kept {
          let blocks = former.terms.cold[kept].blocks
          return (terms.count, blocks.map { ($0.firstPage, IndexFile(.cold, kept: $0.mark)) })
        }
        next.cold += 1
        return (terms.count, coldFiles[next.cold - 1])
      }
      var rowsOfRange: RowsFile?
      if let kept = keptRows[number] {
        rowsOfRange = former.terms.rows[kept].file
      } else if !rows[number].isEmpty {
        let (file, bytes) = rowsFiles[next.rows]
        rowsOfRange = file
        self.rows.append((file.name, bytes))
        next.rows += 1
      }
      let own = terms[range]
      files.append(
        TermFiles(
          range, pageCounts: own.map(\.pages), sizes: own.map(\.sizes), hot: hotOfRange,
          cold: coldOfRange, rows: rowsOfRange))
    }
  }

  /// Which terms of a range share a hot file, and which a group of cold lists.
  private func packed(_ range: Range<Int>) -> (hot: [Range<Int>], cold: [Range<Int>]) {
    var packing = TermPacking(former.sizes)
    var starts = (hot: [range.lowerBound], cold: [range.lowerBound])
    for term in range {
      let sizes = terms[term].sizes
      if packing.beginsHot(Int(sizes.hot)) { starts.hot.append(term) }
      let begins = packing.beginsCold(Int(sizes.positions))
      packing.takeCold(Int(sizes.cold), begins: begins)
      if begins { starts.cold.append(term) }
    }
    func ranges(_ starts: [Int]) -> [Range<Int>] {
      zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
    }
    return (ranges(starts.hot), ranges(starts.cold))
  }

  private func keptHot(_ group: Range<Int>) -> Int? {
    guard let first = terms[group.lowerBound].former else { return nil }
    let number = Int(former.terms.hotOf[first])
    let isKept =
      former.terms.hot[number].terms == first..<(first + group.count)
      && group.allSatisfy {
        terms[$0].former == first + $0 - group.lowerBound && changed[$0]?.changesHotFile != true
      }
    return isKept ? number : nil
  }

  private func keptCold(_ group: Range<Int>) -> Int? {
    guard let first = terms[group.lowerBound].former else { return nil }
    let number = Int(former.terms.coldOf[first])
    let isKept =
      former.terms.cold[number].terms == first..<(first + group.count)
      && group.allSatisfy {
        terms[$0].former == first + $0 - group.lowerBound && changed[$0]?.cold == nil
      }
    return isKept ? number : nil
  }

  private func keptRows(_ group: [Int]) -> Int? {
    guard let first = group.first, let known = terms[first].former else { return nil }
    let number = Int(former.terms.rowsOf[known])
    let isKept =
      number >= 0 && group.map { terms[$0].former } == former.terms.rows[number].terms
      && group.allSatisfy { changed[$0]?.whole == nil }
    return isKept ? number : nil
  }

  /// Reads what files that are made need of lists that did not change.
  private mutating func load(
    _ hot: some Sequence<Group>, _ cold: some Sequence<Group>,
    _ rows: some Sequence<([Int], Int?)>, _ workers: Workers
  ) throws {
    var wanted = LoadedLists.Wanted()
    for (group, kept) in hot where kept == nil {
      for term in group where changed[term]?.whole == nil {
        if let known = terms[term].former { wanted.addHot(known, of: former.terms, whole: false) }
      }
    }
    for (group, kept) in cold where kept == nil {
      for term in group where changed[term]?.cold == nil {
        if let known = terms[term].former { wanted.addCold(known, of: former.terms) }
      }
    }
    for (group, kept) in rows where kept == nil {
      for term in group where changed[term]?.whole == nil {
        if let known = terms[term].former { wanted.addHot(known, of: former.terms, whole: true) }
      }
    }
    try loaded.load(wanted, workers)
  }

  private func known(_ term: Int) throws(DamagedFile) -> Int {
    guard let known = terms[term].former else { throw DamagedFile() }
    return known
  }

  private func hotFile(_ group: Range<Int>) throws -> IndexFile {
    var columns = HotColumns()
    for term in group {
      columns.append(
        try changed[term]?.whole ?? loaded.hotList(known(term)), cap: former.sizes.cap,
        titleWords: titleWords)
    }
    return IndexFile(.hot, packed: columns.packed)
  }

  private func coldFiles(
    _ group: Range<Int>
  ) throws -> [(firstPage: UInt32, file: IndexFile)] {
    var lists = ColdGroup()
    for term in group {
      lists.append(
        try changed[term]?.cold ?? loaded.coldList(known(term)), limit: former.sizes.cold)
    }
    return lists.blocks.map { firstPage, bytes in
      let mark = terms[group.lowerBound].former.flatMap {
        loaded.mark(ofBlock: bytes, firstPage: firstPage, term: $0)
      }
      return (
        firstPage,
        mark.map { IndexFile(.cold, kept: $0) }
          ?? IndexFile(.cold, packed: LiteralPacker.pack(bytes))
      )
    }
  }

  private func rowsFile(_ group: [Int]) throws -> (file: RowsFile, bytes: [UInt8]) {
    var rows = RowsFile.Maker()
    for term in group {
      rows.append(
        try changed[term]?.whole ?? loaded.wholeList(known(term)), of: terms[term].word.term,
        titleWords: titleWords)
    }
    guard let file = rows.file else { throw DamagedFile() }
    return file
  }
}
