/// The terms of the index before, in order, and the files that have their lists.
struct FormerTerms: Sendable {
  private(set) var words: [LexiconWord] = []
  private(set) var pageCounts: [UInt32] = []
  private(set) var sizes: [ListSizes] = []
  /// Hot files, and groups of cold ones: which terms each holds.
  private(set) var hot: [(terms: Range<Int>, mark: FileMark)] = []
  private(set) var cold: [(terms: Range<Int>, blocks: [(firstPage: UInt32, mark: FileMark)])] = []
  /// The memory's files with whole lists: those of which terms each holds.
  private(set) var rows: [(terms: [Int], file: RowsFile)] = []
  /// For each term the numbers of its hot file, of its group, and of its file of whole lists, if it has one.
  private(set) var hotOf: [Int32] = []
  private(set) var coldOf: [Int32] = []
  private(set) var rowsOf: [Int32] = []

  init(_ ranges: [MemoryRange], cap: Int) throws(DamagedFile) {
    let count = ranges.reduce(0) { $0 + $1.words.count }
    words.reserveCapacity(count)
    pageCounts.reserveCapacity(count)
    sizes.reserveCapacity(count)
    for range in ranges {
      let start = words.count
      words += range.words
      pageCounts += range.pageCounts
      sizes += range.sizes
      var next = start
      for (terms, mark) in range.hot {
        hotOf.append(contentsOf: repeatElement(Int32(hot.count), count: terms))
        hot.append((next..<(next + terms), mark))
        next += terms
      }
      next = start
      for (terms, blocks) in range.cold {
        coldOf.append(contentsOf: repeatElement(Int32(cold.count), count: terms))
        cold.append((next..<(next + terms), blocks.map { ($0.firstPage, $0.file) }))
        next += terms
      }
      let cut = (start..<words.count).filter { Int(pageCounts[$0]) > cap }
      guard cut.isEmpty == (range.rows == nil) else { throw DamagedFile() }
      rowsOf.append(contentsOf: repeatElement(-1, count: words.count - start))
      for term in cut { rowsOf[term] = Int32(rows.count) }
      if let file = range.rows { rows.append((cut, file)) }
    }
  }

  /// The place where a text stands, or would stand.
  func place(of text: [UInt8]) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].term.lexicographicallyPrecedes(text) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
