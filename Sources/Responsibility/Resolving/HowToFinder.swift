/// Finds what explains a duty among topics and sections: by the layer's topics, else by the row's words.
///
/// There are several candidates for each note, and few words that duties ask for: those alone are
/// looked up.
struct HowToFinder {
  private let catalog: Catalog
  private let titles: HowToTitles
  /// The candidates in whose titles a word occurs that somebody asks for.
  private var postings: [UInt64: [Int]]
  /// For each note its candidates, as indices.
  private var ofNote: [Int: [Int]] = [:]
  private var ofLayer: [String: [(candidate: Int, score: Int)]] = [:]

  /// A section of a note; the whole note without an anchor.
  struct Section: Hashable {
    let note: Int
    let anchor: String?
  }

  /// A word in more titles than this says too little to look for.
  private static let postingCap = 120
  /// The most that are kept for a cell.
  private static let cap = 3

  /// `rows` are those that will be asked about, `notes` those in which their duties stand.
  init(_ catalog: Catalog, _ titles: HowToTitles, rows: [Row], notes: Set<Int>) {
    self.catalog = catalog
    self.titles = titles
    postings = [:]
    for row in rows {
      for word in HowToWords.content(row.title) { postings[word] = [] }
      for layer in row.layers.prefix(2) {
        for topic in catalog.layer(layer)?.topics ?? [] {
          for word in HowToWords.content(topic) { postings[word] = [] }
        }
      }
    }
    let wanted = NumberSet(numbers: Array(postings.keys))
    for index in 0..<titles.count {
      for word in titles[index] where wanted.contains(word) {
        postings[word, default: []].append(index)
      }
      if let note = titles.note(of: index), notes.contains(note) {
        ofNote[note, default: []].append(index)
      }
    }
  }

  /// What explains a row at a place; `own` are the sections in which the duty itself stands.
  mutating func howTo(
    _ row: Row, at column: Coordinates, notIn own: [Section]
  ) -> [HowTo] {
    var scores: [Int: Int] = [:]
    for layer in row.layers.prefix(2) {
      for (candidate, score) in matches(ofLayer: layer) {
        scores[candidate] = max(scores[candidate] ?? 0, score)
      }
    }
    for (candidate, score) in matches(ofWords: HowToWords.content(row.title), isTitle: true) {
      scores[candidate] = max(scores[candidate] ?? 0, score)
    }
    let found = scores.map { index, score in
      Found(index: index, score: score, candidate: titles.candidate(index))
    }.filter { found in
      guard let note = found.candidate.note else { return true }
      return !own.contains(Section(note: note, anchor: found.candidate.anchor))
    }
    if found.isEmpty { return around(own) }
    let service = column.axis == .service ? catalog.service(column.member) : nil
    let names = service.map { HowToWords.content($0.name) } ?? []
    let sorted = found.sorted { left, right in
      let (first, second) = (left.candidate, right.candidate)
      if (first.note != nil) != (second.note != nil) { return first.note != nil }
      if left.score != right.score { return left.score > right.score }
      let near = (isNear(left.index, names), isNear(right.index, names))
      if near.0 != near.1 { return near.0 }
      if first.title.utf8.count != second.title.utf8.count {
        return first.title.utf8.count < second.title.utf8.count
      }
      return first.id < second.id
    }
    return sorted.prefix(Self.cap).map { found in
      let isCovered = found.candidate.isSure && found.score > 1
      return howTo(found.candidate, found.candidate.note != nil && isCovered ? .covered : .weak)
    }
  }

  /// A candidate with the words that are sought.
  private struct Found {
    let index: Int
    let score: Int
    let candidate: HowToCandidate
  }

  private func howTo(_ each: HowToCandidate, _ strength: HowTo.Strength) -> HowTo {
    HowTo(
      topic: each.id, title: each.title, note: each.note, anchor: each.anchor, strength: strength)
  }

  /// What a duty is listed under: the section around the list says more of the matter, if weakly.
  private func around(_ own: [Section]) -> [HowTo] {
    let outer = own.compactMap { section -> Int? in
      guard let inner = candidate(of: section), let anchor = titles.candidate(inner).around else {
        return nil
      }
      return candidate(of: Section(note: section.note, anchor: anchor))
    }
    return Set(outer).sorted().prefix(Self.cap).map { howTo(titles.candidate($0), .weak) }
  }

  /// The first candidate that is a section.
  private func candidate(of section: Section) -> Int? {
    ofNote[section.note]?.first { titles.candidate($0).anchor == section.anchor }
  }

  private mutating func matches(ofLayer id: String) -> [(candidate: Int, score: Int)] {
    if let known = ofLayer[id] { return known }
    var scores: [Int: Int] = [:]
    for topic in catalog.layer(id)?.topics ?? [] {
      for (candidate, score) in matches(ofWords: HowToWords.content(topic), isTitle: false) {
        scores[candidate] = max(scores[candidate] ?? 0, score)
      }
    }
    let found = scores.map { (candidate: $0.key, score: $0.value) }
      .sorted { $0.candidate < $1.candidate }
    ofLayer[id] = found
    return found
  }

  /// Candidates whose titles have all of the words: 3 where they have no others, else 2.
  ///
  /// Of a row's title two words have to be the same; a single one is chance.
  private func matches(
    ofWords wanted: [UInt64], isTitle: Bool
  ) -> [(candidate: Int, score: Int)] {
    guard !wanted.isEmpty, !isTitle || wanted.count > 1 else { return [] }
    let lists = wanted.map { postings[$0] ?? [] }
    guard let rarest = lists.min(by: { $0.count < $1.count }), rarest.count <= Self.postingCap
    else {
      return []
    }
    return rarest.compactMap { candidate in
      let own = titles[candidate]
      guard wanted.allSatisfy(own.contains) else { return nil }
      let others = own.count - wanted.count
      return others > 1 ? nil : (candidate, others == 0 ? 3 : 2)
    }
  }

  private func isNear(_ candidate: Int, _ names: [UInt64]) -> Bool {
    let own = titles[candidate]
    return names.contains(where: own.contains)
  }
}

/// The words of titles that say something.
enum HowToWords {
  /// The words of a title that say something, each once, in no order that matters.
  static func content(_ title: String) -> [UInt64] {
    var found: [UInt64] = []
    read(title, to: &found)
    return found
  }

  static func read(_ title: String, to found: inout [UInt64]) {
    let start = found.count
    WordNumbers.each(in: title) { number, _ in
      if !empty.contains(number), !found[start...].contains(number) { found.append(number) }
      return true
    }
  }

  private static let empty = NumberSet([
    "a", "an", "the", "and", "or", "of", "in", "on", "for", "to", "with", "vs", "aws", "amazon",
    "azure", "google", "microsoft", "your", "how", "using", "use",
  ])
}
