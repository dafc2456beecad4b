/// What the memory's header holds of a lexicon file, its terms, and the files with their lists.
struct MemoryRange: Sendable {
  /// The first of its terms, and how many there are.
  let first: [UInt8]
  let count: Int
  /// How many postings they have, and how many bytes the positions of these take.
  let postings: Int
  let positions: Int
  let hot: [(terms: Int, file: FileMark)]
  let cold: [(terms: Int, blocks: [(firstPage: UInt32, file: FileMark)])]
  let rows: RowsFile?
  /// What is known of each term, as `MemoryTerms` writes it: it is read where it is needed.
  let terms: [UInt8]
  /// The lexicon file, and the fingerprint of its content.
  var file = FileMark(0)
  let fingerprint: UInt64

  init(_ files: TermFiles, _ words: [LexiconWord], _ lexicon: LexiconFile) {
    first = lexicon.firstTerm
    count = words.count
    postings = files.pageCounts.reduce(0) { $0 + Int($1) }
    positions = files.sizes.reduce(0) { $0 + Int($1.positions) }
    hot = files.hot.map { ($0.terms, $0.file.mark) }
    cold = files.cold.map { ($0.terms, $0.blocks.map { ($0.firstPage, $0.file.mark) }) }
    rows = files.rows
    terms = MemoryTerms.bytes(files, words)
    fingerprint = lexicon.content.fingerprint
  }

  func append(to bytes: inout [UInt8]) {
    bytes.appendText(first)
    for number in [count, postings, positions] { bytes.appendVarint(number) }
    bytes.appendVarint(hot.count)
    for (terms, file) in hot {
      bytes.appendVarint(terms)
      bytes.appendMark(file)
    }
    bytes.appendVarint(cold.count)
    for (terms, blocks) in cold {
      bytes.appendVarint(terms)
      bytes.appendVarint(blocks.count)
      for (firstPage, file) in blocks {
        bytes.appendVarint(firstPage)
        bytes.appendMark(file)
      }
    }
    bytes.append(rows == nil ? 0 : 1)
    if let rows { bytes.appendFingerprint(rows.fingerprint) }
    bytes.appendText(terms)
    bytes.appendMark(file)
    bytes.appendFingerprint(fingerprint)
  }

  init(_ reader: inout ByteReader) throws(DamagedFile) {
    first = try reader.text()
    count = try reader.count()
    postings = try reader.varint()
    positions = try reader.varint()
    var hot: [(terms: Int, file: FileMark)] = []
    for _ in 0..<(try reader.count()) { hot.append((try reader.varint(), try reader.mark())) }
    self.hot = hot
    var cold: [(terms: Int, blocks: [(firstPage: UInt32, file: FileMark)])] = []
    for _ in 0..<(try reader.count()) {
      let terms = try reader.varint()
      var blocks: [(firstPage: UInt32, file: FileMark)] = []
      for _ in 0..<(try reader.count()) {
        let firstPage = UInt32(truncatingIfNeeded: try reader.varint())
        blocks.append((firstPage, try reader.mark()))
      }
      cold.append((terms, blocks))
    }
    self.cold = cold
    rows = try reader.byte() == 1 ? RowsFile(fingerprint: try reader.fingerprint()) : nil
    terms = try reader.text()
    file = try reader.mark()
    fingerprint = try reader.fingerprint()
    guard hot.reduce(0, { $0 + $1.terms }) == count, cold.reduce(0, { $0 + $1.terms }) == count,
      count > 0
    else { throw DamagedFile() }
  }
}

extension [UInt8] {
  /// Appends the check of a file, and another one where that was taken.
  mutating func appendMark(_ mark: FileMark) {
    appendCheck(mark.first)
    append(mark.check == mark.first ? 0 : 1)
    if mark.check != mark.first { appendCheck(mark.check) }
  }

  mutating func appendFingerprint(_ value: UInt64) {
    for place in 0..<8 { append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8))) }
  }
}

extension ByteReader {
  mutating func mark() throws(DamagedFile) -> FileMark {
    var mark = FileMark(try check())
    if try byte() == 1 { mark.check = try check() }
    return mark
  }

  mutating func fingerprint() throws(DamagedFile) -> UInt64 {
    try bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
