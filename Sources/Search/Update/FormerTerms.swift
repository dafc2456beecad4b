internal import Bytes
internal import Workers

/// The terms of the index before, in order, and the files that have their lists.
struct FormerTerms: Sendable {
  /// What is known of each term once its range is loaded, and nothing before.
  private(set) var words: [LexiconWord]
  private(set) var pageCounts: [UInt32]
  private(set) var sizes: [ListSizes]
  /// Hot files, and groups of cold ones: which terms each holds.
  private(set) var hot: [(terms: Range<Int>, mark: FileMark)] = []
  private(set) var cold: [(terms: Range<Int>, blocks: [(firstPage: UInt32, mark: FileMark)])] = []
  /// The memory's files with whole lists: those of which terms each holds, once the range is loaded.
  private(set) var rows: [(terms: [Int], file: RowsFile)] = []
  /// For each term the numbers of its hot file, of its group, and of its file of whole lists, if it has one.
  private(set) var hotOf: [Int32] = []
  private(set) var coldOf: [Int32] = []
  private(set) var rowsOf: [Int32]

  private let ranges: [MemoryRange]
  private let cap: Int
  /// The terms of each range, and its file of whole lists.
  private var terms: [Range<Int>] = []
  private var rowsOfRange: [Int?] = []
  private var loaded: Set<Int> = []

  init(_ ranges: [MemoryRange], cap: Int) {
    self.ranges = ranges
    self.cap = cap
    let count = ranges.reduce(0) { $0 + $1.count }
    words = [LexiconWord](repeating: LexiconWord(term: [], surfaces: []), count: count)
    pageCounts = [UInt32](repeating: 0, count: count)
    sizes = [ListSizes](repeating: ListSizes(), count: count)
    rowsOf = [Int32](repeating: -1, count: count)
    for range in ranges {
      let start = hotOf.count
      terms.append(start..<(start + range.count))
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
      rowsOfRange.append(range.rows == nil ? nil : rows.count)
      if let file = range.rows { rows.append(([], file)) }
    }
  }

  /// How many ranges there are.
  var rangeCount: Int { ranges.count }

  /// The terms of a range.
  func terms(of range: Int) -> Range<Int> { terms[range] }

  /// Reads what is known of the terms of ranges, if it was not read yet.
  mutating func load(_ wanted: [Int], _ workers: Workers) throws {
    let new = wanted.filter { !loaded.contains($0) }
    let ranges = ranges
    let read = try workers.all(new.count) { try MemoryTerms(ranges[new[$0]]) }
    for (range, own) in zip(new, read) {
      loaded.insert(range)
      let terms = terms[range]
      words.replaceSubrange(terms, with: own.words)
      pageCounts.replaceSubrange(terms, with: own.pageCounts)
      sizes.replaceSubrange(terms, with: own.sizes)
      let cut = terms.filter { Int(pageCounts[$0]) > cap }
      guard cut.isEmpty == (rowsOfRange[range] == nil) else { throw DamagedFile() }
      guard let number = rowsOfRange[range] else { continue }
      rows[number].terms = cut
      for term in cut { rowsOf[term] = Int32(number) }
    }
  }

  /// The range that a text belongs into; nil where there is none at all.
  func range(of text: [UInt8]) -> Int? {
    let next = ranges.indices.partitionPoint {
      text.lexicographicallyPrecedes(ranges[$0].first)
    }
    return ranges.isEmpty ? nil : max(0, next - 1)
  }

  /// The place in a range that is loaded where a text stands, or would stand.
  func place(of text: [UInt8], in range: Int) -> Int {
    terms[range].partitionPoint { !words[$0].term.lexicographicallyPrecedes(text) }
  }
}
