/// Finds what explains a duty among topics and sections: by the layer's topics, else by the row's words.
struct HowToFinder {
  private let catalog: Catalog
  private let candidates: [HowToCandidate]
  /// The words of each candidate's title that say something.
  private let words: [Set<String>]
  /// The candidates in whose titles a word occurs.
  private let postings: [String: [Int]]
  /// The candidates by note and section.
  private let places: [String: Int]
  private var ofLayer: [String: [(candidate: Int, score: Int)]] = [:]

  /// A word in more titles than this says too little to look for.
  private static let postingCap = 120
  /// The most that are kept for a cell.
  private static let cap = 3

  init(_ catalog: Catalog, _ candidates: [HowToCandidate]) {
    self.catalog = catalog
    self.candidates = candidates
    words = candidates.map { Self.content($0.title) }
    var postings: [String: [Int]] = [:]
    for (index, words) in words.enumerated() {
      for word in words { postings[word, default: []].append(index) }
    }
    self.postings = postings
    places = Dictionary(
      candidates.enumerated().compactMap { index, each in
        each.note.map { ("\($0)#\(each.anchor ?? "")", index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What explains a row at a place; `own` are the sections in which the duty itself stands.
  mutating func howTo(
    _ row: Row, at column: Coordinates, notIn own: Set<String>
  ) -> [HowTo] {
    var scores: [Int: Int] = [:]
    for layer in row.layers.prefix(2) {
      for (candidate, score) in matches(ofLayer: layer) {
        scores[candidate] = max(scores[candidate] ?? 0, score)
      }
    }
    for (candidate, score) in matches(ofWords: Self.content(row.title), isTitle: true) {
      scores[candidate] = max(scores[candidate] ?? 0, score)
    }
    let service = column.axis == .service ? catalog.service(column.member) : nil
    let names = service.map { Words($0.name).folded.filter { !Self.empty.contains($0) } } ?? []
    let found = scores.filter { candidate, _ in
      let each = candidates[candidate]
      guard let note = each.note else { return true }
      return !own.contains("\(note)#\(each.anchor ?? "")")
    }
    if found.isEmpty { return around(own) }
    let sorted = found.sorted { left, right in
      let (first, second) = (candidates[left.key], candidates[right.key])
      if (first.note != nil) != (second.note != nil) { return first.note != nil }
      if left.value != right.value { return left.value > right.value }
      let isNear = { (words: Set<String>) in names.contains(where: words.contains) }
      let near = (isNear(words[left.key]), isNear(words[right.key]))
      if near.0 != near.1 { return near.0 }
      if first.title.utf8.count != second.title.utf8.count {
        return first.title.utf8.count < second.title.utf8.count
      }
      return first.id < second.id
    }
    return sorted.prefix(Self.cap).map { candidate, score in
      let each = candidates[candidate]
      return HowTo(
        topic: each.id, title: each.title, note: each.note, anchor: each.anchor,
        strength: each.note != nil && each.isSure && score > 1 ? .covered : .weak)
    }
  }

  /// What a duty is listed under: the section around the list says more of the matter, if weakly.
  private func around(_ own: Set<String>) -> [HowTo] {
    let outer = own.sorted().compactMap { place -> Int? in
      guard let inner = places[place], let note = candidates[inner].note,
        let anchor = candidates[inner].around
      else { return nil }
      return places["\(note)#\(anchor)"]
    }
    return Set(outer).sorted().prefix(Self.cap).map { index in
      HowTo(
        topic: candidates[index].id, title: candidates[index].title,
        note: candidates[index].note, anchor: candidates[index].anchor, strength: .weak)
    }
  }

  private mutating func matches(ofLayer id: String) -> [(candidate: Int, score: Int)] {
    if let known = ofLayer[id] { return known }
    var scores: [Int: Int] = [:]
    for topic in catalog.layer(id)?.topics ?? [] {
      for (candidate, score) in matches(ofWords: Self.content(topic), isTitle: false) {
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
    ofWords wanted: Set<String>, isTitle: Bool
  ) -> [(candidate: Int, score: Int)] {
    guard !wanted.isEmpty, !isTitle || wanted.count > 1 else { return [] }
    let lists = wanted.map { postings[$0] ?? [] }
    guard let rarest = lists.min(by: { $0.count < $1.count }), rarest.count <= Self.postingCap
    else {
      return []
    }
    return rarest.compactMap { candidate in
      guard wanted.isSubset(of: words[candidate]) else { return nil }
      let others = words[candidate].count - wanted.count
      return others > 1 ? nil : (candidate, others == 0 ? 3 : 2)
    }
  }

  private static func content(_ title: String) -> Set<String> {
    Set(Words(title).folded.filter { !empty.contains($0) })
  }

  private static let empty: Set<String> = [
    "a", "an", "the", "and", "or", "of", "in", "on", "for", "to", "with", "vs", "aws", "amazon",
    "azure", "google", "microsoft", "your", "how", "using", "use",
  ]
}
