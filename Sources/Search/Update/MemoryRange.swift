/// What the memory's header holds of the terms of a lexicon file.
struct MemoryRange: Sendable {
  private(set) var words: [LexiconWord] = []
  private(set) var pageCounts: [UInt32] = []
  private(set) var sizes: [ListSizes] = []
  private(set) var hot: [(terms: Int, file: FileMark)] = []
  private(set) var cold: [(terms: Int, blocks: [(firstPage: UInt32, file: FileMark)])] = []
  private(set) var rows: RowsFile?

  static func bytes(_ files: TermFiles, _ words: [LexiconWord]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendVarint(words.count)
    bytes.appendColumns(words.map(\.term))
    for (index, word) in words.enumerated() {
      bytes.appendVarint(files.pageCounts[index])
      let sizes = files.sizes[index]
      for size in [sizes.hot, sizes.positions, sizes.cold] { bytes.appendVarint(size) }
      let isAlone = word.surfaces.count == 1 && word.surfaces[0].text == word.term
      bytes.appendVarint(isAlone ? 0 : word.surfaces.count)
      for surface in word.surfaces {
        if !isAlone {
          let shared = surface.text.sharedPrefix(with: word.term)
          bytes.appendVarint(shared)
          bytes.appendText(surface.text[shared...])
        }
        bytes.appendVarint(surface.count)
      }
    }
    bytes.appendVarint(files.hot.count)
    for (terms, file) in files.hot {
      bytes.appendVarint(terms)
      bytes.appendMark(file.mark)
    }
    bytes.appendVarint(files.cold.count)
    for (terms, blocks) in files.cold {
      bytes.appendVarint(terms)
      bytes.appendVarint(blocks.count)
      for (firstPage, file) in blocks {
        bytes.appendVarint(firstPage)
        bytes.appendMark(file.mark)
      }
    }
    bytes.append(files.rows == nil ? 0 : 1)
    if let rows = files.rows { bytes.appendFingerprint(rows.fingerprint) }
    return bytes
  }

  init(_ bytes: [UInt8]) throws(DamagedFile) {
    var reader = ByteReader(bytes)
    let count = try reader.count()
    for term in try reader.columns(count) {
      pageCounts.append(UInt32(truncatingIfNeeded: try reader.varint()))
      var sizes = ListSizes()
      sizes.hot = UInt32(truncatingIfNeeded: try reader.varint())
      sizes.positions = UInt32(truncatingIfNeeded: try reader.varint())
      sizes.cold = UInt32(truncatingIfNeeded: try reader.varint())
      self.sizes.append(sizes)
      let count = try reader.count()
      var surfaces: [LexiconWord.Surface] = []
      if count == 0 { surfaces.append((term, try reader.varint())) }
      for _ in 0..<count {
        let shared = try reader.varint()
        guard shared <= term.count else { throw DamagedFile() }
        let text = Array(term[..<shared]) + (try reader.text())
        surfaces.append((text, try reader.varint()))
      }
      words.append(LexiconWord(term: term, surfaces: surfaces))
    }
    for _ in 0..<(try reader.count()) {
      hot.append((try reader.varint(), try reader.mark()))
    }
    for _ in 0..<(try reader.count()) {
      let terms = try reader.varint()
      var blocks: [(firstPage: UInt32, file: FileMark)] = []
      for _ in 0..<(try reader.count()) {
        let firstPage = UInt32(truncatingIfNeeded: try reader.varint())
        blocks.append((firstPage, try reader.mark()))
      }
      cold.append((terms, blocks))
    }
    if try reader.byte() == 1 { rows = RowsFile(fingerprint: try reader.fingerprint()) }
    let isWhole =
      hot.reduce(0) { $0 + $1.terms } == count && cold.reduce(0) { $0 + $1.terms } == count
      && pageCounts.allSatisfy { $0 > 0 }
    guard reader.isAtEnd, isWhole else { throw DamagedFile() }
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
