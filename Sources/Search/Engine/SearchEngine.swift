/// Answers queries from the files of an index.
public struct SearchEngine: Sendable {
  private let reader: IndexReader
  private let manifest: IndexManifest

  /// Opens an index; nil where its manifest is missing or damaged.
  ///
  /// - Parameter load: gives the bytes of a file below the folder of the index; nil for none.
  public init?(_ load: @escaping @Sendable (String) -> [UInt8]?) {
    var reader = IndexReader(load)
    guard let manifest = reader.manifest() else { return nil }
    self.reader = reader
    self.manifest = manifest
  }

  /// Opens an index that is in memory.
  public init?(_ index: SearchIndex) {
    let files = Dictionary(
      index.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.init { files[$0]?.script }
  }

  /// How many pages can be found.
  public var pageCount: Int { manifest.pageCount }

  /// What a query finds.
  public struct Answer: Sendable {
    /// The results, the best first.
    public var results: [SearchResult] = []
    /// How many pages have something of the query and are allowed by its conditions.
    public var total = 0
    /// The query with probable typing errors mended; nil where there are none.
    public var correction: String?
    /// Words that no page has, nor anything like them.
    public var notFound: [String] = []
    /// Words and conditions that could not be looked up, since files are missing or damaged.
    public var isComplete = true
  }

  /// The best `limit` pages for a query.
  public func search(_ text: String, limit: Int = 10) -> Answer {
    let query = SearchQuery(text)
    var expansion = QueryExpansion(reader, manifest)
    let all = expansion.groups(for: QueryWord.words(of: query))
    let groups = all.filter { !$0.alternatives.isEmpty }
    var reader = expansion.reader
    var answer = Answer()
    answer.isComplete = expansion.unsearched.isEmpty
    answer.notFound = all.filter { $0.alternatives.isEmpty && !$0.word.isStopWord }
      .map { String(decoding: $0.word.surface, as: UTF8.self) }
    answer.correction = Self.correction(of: query, all)
    let conditions = QueryConditions(query, reader, manifest)
    if !conditions.isComplete { answer.isComplete = false }

    var scores = PageScores(groups: groups, pages: manifest.pageCount)
    for (number, group) in groups.enumerated() {
      for alternative in group.alternatives {
        guard let list = list(of: alternative.term, &reader) else {
          answer.isComplete = false
          continue
        }
        scores.add(list, of: alternative, group: number, pages: manifest.pageCount)
      }
    }
    var found: [(page: Int, score: Int)] = []
    if groups.isEmpty {
      let hasFilter = query.filters.contains { !$0.isExcluded }
      if hasFilter, all.isEmpty {
        found = (conditions.allowed ?? []).filter(conditions.allows).map { ($0, 0) }
      }
    } else {
      found = scores.pages.filter(conditions.allows).map { ($0, scores.score(of: $0)) }
    }
    found.sort { left, right in
      left.score != right.score ? left.score > right.score : left.page < right.page
    }
    answer.total = found.count
    var shelf = ResultShelf(reader, manifest)
    for (page, score) in found.prefix(limit) {
      guard let record = shelf.record(of: page) else {
        answer.isComplete = false
        continue
      }
      answer.results.append(
        shelf.result(record, page: page, score: score, bits: scores.sections(of: page), groups))
    }
    return answer
  }

  private func list(of term: [UInt8], _ reader: inout IndexReader) -> [HotLists.Entry]? {
    let check = manifest.lexicon.checks[manifest.lexicon.place(of: term)]
    guard let lexicon = reader.lexicon(check), let place = lexicon.place(of: term) else {
      return nil
    }
    return reader.hotList(of: place, in: lexicon, cap: manifest.cap)
  }

  private static func correction(of query: SearchQuery, _ groups: [QueryGroup]) -> String? {
    var replacements: [[UInt8]: [UInt8]] = [:]
    for group in groups {
      guard let correction = group.correction else { continue }
      if let space = correction.firstIndex(of: 0x20) {
        replacements[Array(correction[..<space] + correction[(space + 1)...])] = correction
      } else {
        replacements[group.word.surface] = correction
      }
    }
    guard !replacements.isEmpty else { return nil }
    var words: [String] = []
    for stretch in query.stretches {
      let own = stretch.tokens.filter { $0.isSimple || $0.isPair || stretch.isPhrase }.map {
        token in
        String(decoding: replacements[token.surface] ?? token.surface, as: UTF8.self)
      }
      words.append(
        stretch.isPhrase ? "\"\(own.joined(separator: " "))\"" : own.joined(separator: " "))
    }
    return words.joined(separator: " ")
  }
}

extension IndexReader {
  /// The hot list of a term of a lexicon file; nil where it cannot be read.
  mutating func hotList(of place: Int, in lexicon: Lexicon, cap: Int) -> [HotLists.Entry]? {
    guard let file = lexicon.hot.first(where: { $0.terms.contains(place) }) else { return nil }
    let counts = lexicon.pageCounts[file.terms].map { min($0, cap) }
    return hotLists(file.check, counts: counts)?.lists[place - file.terms.lowerBound]
  }
}
