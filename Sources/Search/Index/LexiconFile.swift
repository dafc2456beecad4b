/// A term, and the texts that it stands for.
struct LexiconWord: Sendable {
  typealias Surface = (text: [UInt8], count: Int)

  var term: [UInt8]
  /// The most frequent first; and how often each occurs.
  var surfaces: [Surface]

  /// Texts in the order in which they stand in `surfaces`.
  static func sorted(_ counts: [[UInt8]: Int]) -> [Surface] {
    sorted(counts.map { ($0.key, $0.value) })
  }

  static func sorted(_ surfaces: [Surface]) -> [Surface] {
    surfaces.sorted { left, right in
      left.count != right.count
        ? left.count > right.count : left.text.lexicographicallyPrecedes(right.text)
    }
  }

  /// Its words for the rear files, where so many pages have the term.
  func rear(pages: UInt32) -> [RearFiles.Word] {
    let logarithm = UInt8(min(31, 31 - pages.leadingZeroBitCount))
    return surfaces.compactMap { surface in
      Self.reversed(surface.text).map { ($0, logarithm) }
    }
  }

  /// A word of at least four characters without digits, back to front; nil for other texts.
  private static func reversed(_ text: [UInt8]) -> [UInt8]? {
    // Most are of the letters a to z.
    if text.count >= 4, text.allSatisfy({ $0 &- 0x61 < 26 }) { return text.reversed() }
    var result: [UInt8] = []
    var count = 0
    let isWord = text.withUnsafeBufferPointer { text in
      var index = 0
      var scalars: [UInt32] = []
      while index < text.count {
        let (scalar, length) = UTF8Scalar.read(text, at: index)
        guard Folding.shared.isWord(scalar), scalar >= 0x80 || scalar > 0x39 else { return false }
        scalars.append(scalar)
        index += length
      }
      count = scalars.count
      for scalar in scalars.reversed() { UTF8Scalar.append(scalar, to: &result) }
      return true
    }
    return isWord && count >= 4 ? result : nil
  }
}

/// Writes a lexicon file (docs/search-format.md, 2.2) and collects its words for the rear files.
struct LexiconFile: Sendable {
  let content: [UInt8]
  let firstTerm: [UInt8]
  /// Its words for the rear files.
  let rear: [RearFiles.Word]

  /// How many surfaces of a term are kept.
  static let surfaceCap = 6

  init(_ files: TermFiles, _ words: [LexiconWord]) {
    let terms = words.map(\.term)
    var bytes: [UInt8] = []
    bytes.appendVarint(terms.count)
    bytes.appendColumns(terms)
    for count in files.pageCounts { bytes.appendVarint(count) }
    var counts: [UInt8] = []
    var cuts: [UInt8] = []
    var lengths: [UInt8] = []
    var endings: [UInt8] = []
    var rear: [RearFiles.Word] = []
    for (index, word) in words.enumerated() {
      let all = word.surfaces
      rear += word.rear(pages: files.pageCounts[index])
      let surfaces = all.prefix(Self.surfaceCap).map(\.text)
      let text = word.term
      if surfaces.allSatisfy({ $0 == text }) {
        counts.append(0)
        continue
      }
      counts.appendVarint(surfaces.count)
      for surface in surfaces {
        let shared = surface.sharedPrefix(with: text)
        cuts.append(UInt8(truncatingIfNeeded: text.count - shared))
        lengths.appendVarint(surface.count - shared)
        endings.append(contentsOf: surface[shared...])
      }
    }
    bytes += counts + cuts + lengths + endings
    bytes.appendVarint(files.hot.count)
    for (terms, file) in files.hot {
      bytes.appendVarint(terms)
      bytes.appendCheck(file.check)
    }
    bytes.appendVarint(files.cold.count)
    for (terms, blocks) in files.cold {
      bytes.appendVarint(terms)
      bytes.appendVarint(blocks.count)
      for (firstPage, file) in blocks {
        bytes.appendVarint(firstPage)
        bytes.appendCheck(file.check)
      }
    }
    content = bytes
    firstTerm = terms.first ?? []
    self.rear = rear
  }
}
