/// A word of a query with everything that may stand for it (docs/search-format.md, 3.3).
struct QueryGroup {
  /// A term that may stand for the word.
  struct Alternative {
    var term: [UInt8]
    /// How many pages have it.
    var pageCount: Int
    /// How much it counts, of 256.
    var weight: Int
    var isExact = false
  }

  var word: QueryWord
  var alternatives: [Alternative] = []
  /// What the word was probably meant to be; nil where the index knows it.
  var correction: [UInt8]?

  mutating func add(_ term: [UInt8], _ pageCount: Int, weight: Int, isExact: Bool = false) {
    guard !alternatives.contains(where: { $0.term == term }) else { return }
    alternatives.append(
      Alternative(term: term, pageCount: pageCount, weight: weight, isExact: isExact))
  }

  /// How much the group's words tell: that of its own term, else the least of its alternatives'.
  func idf(pages: Int) -> Int {
    let own = alternatives.first(where: \.isExact)
    if let own { return Self.idf(own.pageCount, pages: pages) }
    return alternatives.map { Self.idf($0.pageCount, pages: pages) }.min() ?? 0
  }

  /// The logarithm of how rare a term is, in 256ths; at least 16.
  static func idf(_ pageCount: Int, pages: Int) -> Int {
    max(16, logarithm(16 * (pages + 1) / max(1, pageCount)) - logarithm(16))
  }

  /// The logarithm to the base 2, in 256ths, linear between powers of 2.
  private static func logarithm(_ value: Int) -> Int {
    guard value > 0 else { return 0 }
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    return 256 * power + ((256 * value) >> power) - 256
  }
}

/// A word of a query.
struct QueryWord {
  var term: [UInt8]
  var surface: [UInt8]
  var isSimple: Bool
  var isStopWord: Bool
  /// True for the word that may still be unfinished.
  var isLast = false
  /// The stretch that it stands in, and its place there.
  var stretch: Int
  var place: Int

  /// The words of a query that count (3.2).
  static func words(of query: SearchQuery) -> [QueryWord] {
    var words: [QueryWord] = []
    var seen: Set<[UInt8]> = []
    for (number, stretch) in query.stretches.enumerated() {
      for (place, token) in stretch.tokens.enumerated() where seen.insert(token.term).inserted {
        let isSimple = token.isSimple && !stretch.isPhrase
        let isLast =
          query.lastWord == token && number == query.stretches.count - 1
          && place == stretch.tokens.count - 1
        words.append(
          QueryWord(
            term: token.term, surface: token.surface, isSimple: isSimple,
            isStopWord: (token.isSimple || stretch.isPhrase) && StopWords.contains(token.surface),
            isLast: isLast,
            stretch: number, place: place))
      }
    }
    if words.contains(where: { !$0.isStopWord }) {
      words.removeAll { $0.isStopWord && !($0.isLast && $0.surface.count >= 2) }
    }
    return Array(words.prefix(wordCap))
  }

  private static let wordCap = 16
}
