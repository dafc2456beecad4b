internal import Bytes

/// Files in order, each with what it begins with.
struct IndexDirectory: Sendable {
  let firsts: [[UInt8]]
  let checks: [UInt32]

  init(_ reader: inout ByteReader) throws(DamagedFile) {
    let count = try reader.count()
    firsts = try reader.frontCoded(count)
    checks = try reader.checks(count)
  }

  /// The place of the file that a text belongs into: the last that begins no later, else the first.
  func place(of text: [UInt8]) -> Int {
    max(0, firsts.indices.partitionPoint { text.lexicographicallyPrecedes(firsts[$0]) } - 1)
  }
}

/// The manifest (docs/search-format.md, 2.1).
struct IndexManifest: Sendable {
  let pageCount: Int
  let cap: Int
  let shelves: ResultShelves
  let lexicon: IndexDirectory
  let rear: IndexDirectory
  let results: [UInt32]
  private(set) var facets: [(kind: String, files: IndexDirectory)] = []

  init(_ bytes: [UInt8]) throws(DamagedFile) {
    var reader = ByteReader(bytes)
    guard try reader.varint() == SearchIndex.version else { throw DamagedFile() }
    pageCount = try reader.varint()
    cap = try reader.varint()
    guard cap > 0 else { throw DamagedFile() }
    let notes = try reader.varint()
    shelves = try ResultShelves(
      notes: notes, pages: pageCount, notesPerFile: try reader.varint(),
      othersPerFile: try reader.varint())
    lexicon = try IndexDirectory(&reader)
    rear = try IndexDirectory(&reader)
    results = try reader.checks(shelves.fileCount)
    for _ in 0..<(try reader.count()) {
      let kind = String(decoding: try reader.text(), as: UTF8.self)
      facets.append((kind, try IndexDirectory(&reader)))
    }
  }
}

/// A lexicon file (docs/search-format.md, 2.2).
struct Lexicon: Sendable {
  let terms: [[UInt8]]
  /// For each term, how many pages have it.
  let pageCounts: [Int]
  /// For each term, the texts it stands for.
  private(set) var surfaces: [[[UInt8]]] = []
  /// The hot files: which terms each holds.
  private(set) var hot: [(terms: Range<Int>, check: UInt32)] = []
  /// The groups of cold files: which terms each holds, and its blocks.
  private(set) var cold: [(terms: Range<Int>, blocks: [(firstPage: Int, check: UInt32)])] = []

  init(_ bytes: [UInt8]) throws(DamagedFile) {
    var reader = ByteReader(bytes)
    let count = try reader.count()
    terms = try reader.columns(count)
    pageCounts = try reader.varints(count)
    let counts = try reader.varints(count)
    let total = counts.reduce(0, +)
    let cuts = try reader.bytes(total)
    let lengths = try reader.varints(total)
    var next = 0
    for (term, count) in zip(terms, counts) {
      guard count > 0 else {
        surfaces.append([term])
        continue
      }
      var own: [[UInt8]] = []
      for index in next..<(next + count) {
        let cut = Int(cuts[cuts.startIndex + index])
        guard cut <= term.count else { throw DamagedFile() }
        own.append(Array(term.dropLast(cut)) + (try reader.bytes(lengths[index])))
      }
      surfaces.append(own)
      next += count
    }
    var start = 0
    for _ in 0..<(try reader.count()) {
      let end = start + (try reader.varint())
      hot.append((start..<end, try reader.check()))
      start = end
    }
    guard start == count else { throw DamagedFile() }
    start = 0
    for _ in 0..<(try reader.count()) {
      let end = start + (try reader.varint())
      var blocks: [(firstPage: Int, check: UInt32)] = []
      for _ in 0..<(try reader.count()) {
        blocks.append((try reader.varint(), try reader.check()))
      }
      guard !blocks.isEmpty else { throw DamagedFile() }
      cold.append((start..<end, blocks))
      start = end
    }
    guard start == count else { throw DamagedFile() }
  }

  /// The place of a term; nil where it is not there.
  func place(of term: [UInt8]) -> Int? {
    let place = terms.indices.partitionPoint { !terms[$0].lexicographicallyPrecedes(term) }
    return place < terms.count && terms[place] == term ? place : nil
  }
}

/// The lists of a hot file (docs/search-format.md, 2.3).
struct HotLists: Sendable {
  /// What a term does in a page.
  struct Entry: Sendable {
    var page: Int
    var impact: Int
    var sections: UInt32
    /// How many words the title has that the term is in; 0 where it is not.
    var titleWords = 0
    /// The bits of the sections that have the term in their heading.
    var headings: UInt32 = 0
    /// For these bits, ascending, how many words the heading has.
    var headingWords: ArraySlice<UInt8> = []
  }

  /// The lists, one for each term.
  private(set) var lists: [[Entry]] = []

  init(_ bytes: [UInt8], counts: [Int]) throws(DamagedFile) {
    var reader = ByteReader(bytes)
    var pages: [[Int]] = []
    for count in counts { pages.append(try reader.pages(count)) }
    let total = counts.reduce(0, +)
    let impacts = try reader.bytes(total)
    let sections = try reader.varints(total)
    var next = 0
    for own in pages {
      var list: [Entry] = []
      list.reserveCapacity(own.count)
      for page in own {
        let impact = impacts[impacts.startIndex + next]
        var entry = Entry(
          page: page, impact: Int(impact & 0x3F),
          sections: UInt32(truncatingIfNeeded: sections[next]))
        if impact & HotColumns.titleFlag != 0 { entry.titleWords = Int(max(1, try reader.byte())) }
        if impact & HotColumns.headingFlag != 0 {
          entry.headings = UInt32(truncatingIfNeeded: try reader.varint())
          entry.headingWords = try reader.bytes(entry.headings.nonzeroBitCount)
        }
        list.append(entry)
        next += 1
      }
      lists.append(list)
    }
  }
}
