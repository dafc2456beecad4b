/// What the memory's header holds of each term of a lexicon file.
struct MemoryTerms: Sendable {
  private(set) var words: [LexiconWord] = []
  private(set) var pageCounts: [UInt32] = []
  private(set) var sizes: [ListSizes] = []

  static func bytes(_ files: TermFiles, _ words: [LexiconWord]) -> [UInt8] {
    var bytes: [UInt8] = []
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
    return bytes
  }

  init(_ range: MemoryRange) throws(DamagedFile) {
    var reader = ByteReader(range.terms)
    for term in try reader.columns(range.count) {
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
    guard reader.isAtEnd, pageCounts.allSatisfy({ $0 > 0 }) else { throw DamagedFile() }
  }
}
