/// Counts what the words of a query are worth in each page (docs/search-format.md, 3.4).
struct PageScores {
  /// What a group has in a page.
  private struct Evidence {
    var worth = 0
    var sections: UInt32 = 0
    var titleWords = 0
    var headings: UInt32 = 0
    /// For each bit of `headings`, how many words the heading has.
    var headingWords: [UInt8] = []

    mutating func add(_ entry: HotLists.Entry, worth: Int) {
      self.worth = max(self.worth, worth)
      sections |= entry.sections
      titleWords = max(titleWords, entry.titleWords)
      guard entry.headings != 0 else { return }
      if headingWords.isEmpty {
        headingWords = [UInt8](repeating: 0, count: Posting.sectionBits)
      }
      var words = entry.headingWords[...]
      for bit in 0..<Posting.sectionBits where entry.headings & 1 << UInt32(bit) != 0 {
        let count = words.popFirst() ?? 0
        let known = headingWords[bit]
        headingWords[bit] = known == 0 ? count : min(known, count)
      }
      headings |= entry.headings
    }
  }

  private let idfs: [Int]
  private let total: Int
  /// For each group, what it has in which page.
  private var evidence: [[Int: Evidence]]

  init(groups: [QueryGroup], pages: Int) {
    idfs = groups.map { $0.idf(pages: pages) }
    total = max(1, idfs.reduce(0, +))
    evidence = [[Int: Evidence]](repeating: [:], count: groups.count)
  }

  /// Takes in the list of an alternative.
  mutating func add(
    _ list: [HotLists.Entry], of alternative: QueryGroup.Alternative, group: Int, pages: Int
  ) {
    let idf = min(idfs[group], QueryGroup.idf(alternative.pageCount, pages: pages))
    for entry in list {
      let worth = idf * entry.impact * alternative.weight / 256
      evidence[group][entry.page, default: Evidence()].add(entry, worth: worth)
    }
  }

  /// Every page that has a word of the query.
  var pages: Set<Int> { Set(evidence.flatMap(\.keys)) }

  /// What a page is worth.
  func score(of page: Int) -> Int {
    var base = 0
    var covered = 0
    var title = (count: 0, idf: 0, words: 0)
    var sections: UInt32 = 0
    var headings: UInt32 = 0
    for (group, pages) in evidence.enumerated() {
      guard let own = pages[page] else { continue }
      base += own.worth
      covered += idfs[group]
      sections |= own.sections
      headings |= own.headings
      if own.titleWords > 0 {
        title.count += 1
        title.idf += idfs[group]
        title.words = max(title.words, own.titleWords)
      }
    }
    let coverage = 256 * covered / total
    let section = 256 * (bits(sections).map { sum(at: $0, in: page) }.max() ?? 0) / total
    var inTitle = 0
    if title.words > 0 {
      let known = 256 * title.idf / total
      inTitle = 3 * (known * min(title.count, title.words) / title.words) * (256 + known) / 256
    }
    let inHeading = bits(headings).map { heading(at: $0, in: page) }.max() ?? 0
    // What asks for a section says its heading; half a heading tells no more than its words do.
    let named = max(inTitle, 3 * inHeading * inHeading * inHeading / 65_536)
    let factor = 16 + coverage * coverage / 2_048 + 3 * section * section / 1_024 + named
    return base * factor / 256
  }

  /// How much of the query a heading has, squared; less where it has other words too.
  private func heading(at bit: Int, in page: Int) -> Int {
    var count = 0
    var idf = 0
    var words = Int.max
    for (group, pages) in evidence.enumerated() {
      guard let own = pages[page], own.headings & 1 << UInt32(bit) != 0 else { continue }
      count += 1
      idf += idfs[group]
      words = min(words, max(1, Int(own.headingWords[bit])))
    }
    guard count > 0 else { return 0 }
    let known = 256 * idf / total
    return known * known / 256 * min(count, words) / words
  }

  private func sum(at bit: Int, in page: Int) -> Int {
    var sum = 0
    for (group, pages) in evidence.enumerated() {
      if let own = pages[page], own.sections & 1 << UInt32(bit) != 0 { sum += idfs[group] }
    }
    return sum
  }

  private func bits(_ mask: UInt32) -> [Int] {
    (0..<Posting.sectionBits).filter { mask & 1 << UInt32($0) != 0 }
  }

  /// The bits of a page's sections, the best first.
  func sections(of page: Int) -> [Int] {
    var mask: UInt32 = 0
    for pages in evidence { mask |= pages[page]?.sections ?? 0 }
    let ranked = bits(mask).map { bit in
      var sum = sum(at: bit, in: page)
      for (group, pages) in evidence.enumerated() {
        if let own = pages[page], own.headings & 1 << UInt32(bit) != 0 { sum += idfs[group] }
      }
      return (bit: bit, sum: sum)
    }
    return ranked.sorted { left, right in
      left.sum != right.sum ? left.sum > right.sum : left.bit < right.bit
    }.map(\.bit)
  }
}
