/// Finds what may stand for the words of a query (docs/search-format.md, 3.3).
struct QueryExpansion {
  private(set) var reader: IndexReader
  let manifest: IndexManifest
  /// Words that could not be looked up, since a file is missing or damaged.
  private(set) var unsearched: [[UInt8]] = []
  private var stemmer = EnglishStemmer()

  static let exactWeight = 256
  static let completionWeight = 176
  static let splitWeight = 208
  static let joinedWeight = 224
  static let nearWeight = 176
  static let farWeight = 104
  static let rareWeight = 96
  private static let completionCap = 10
  private static let candidateCap = 4

  init(_ reader: IndexReader, _ manifest: IndexManifest) {
    self.reader = reader
    self.manifest = manifest
  }

  mutating func groups(for words: [QueryWord]) -> [QueryGroup] {
    var groups: [QueryGroup] = []
    for word in words {
      var group = QueryGroup(word: word)
      let known = pageCount(of: word.term, for: word)
      if let known {
        group.add(word.term, known, weight: Self.exactWeight, isExact: true)
      }
      if word.isLast { complete(&group) }
      if group.alternatives.isEmpty, mayBeMistyped(word) {
        mend(&group)
        if group.alternatives.isEmpty, let parts = split(word) {
          groups += parts
          continue
        }
      } else if let known, known <= 2, mayBeMistyped(word) {
        if let parts = split(word, beside: group, moreThan: known) {
          groups += parts
          continue
        }
        addFrequent(to: &group, than: known)
      }
      groups.append(group)
    }
    join(&groups)
    return groups
  }

  // MARK: - Terms

  private mutating func lexicon(at place: Int) -> Lexicon? {
    guard manifest.lexicon.checks.indices.contains(place) else { return nil }
    return reader.lexicon(manifest.lexicon.checks[place])
  }

  /// How many pages have a term; nil for none.
  ///
  /// A lexicon that cannot be read is told.
  private mutating func pageCount(of term: [UInt8], for word: QueryWord) -> Int? {
    guard !manifest.lexicon.checks.isEmpty else { return nil }
    guard let lexicon = lexicon(at: manifest.lexicon.place(of: term)) else {
      if !unsearched.contains(word.surface) { unsearched.append(word.surface) }
      return nil
    }
    return lexicon.place(of: term).map { lexicon.pageCounts[$0] }
  }

  private mutating func pageCount(of term: [UInt8]) -> Int? {
    lexicon(at: manifest.lexicon.place(of: term)).flatMap { lexicon in
      lexicon.place(of: term).map { lexicon.pageCounts[$0] }
    }
  }

  private mutating func term(of surface: [UInt8]) -> [UInt8] {
    let isLetters = surface.allSatisfy { $0 &- 0x61 < 26 }
    return Analysis.term(of: surface, isLetters: isLetters, with: &stemmer)
  }

  // MARK: - Completions

  private mutating func complete(_ group: inout QueryGroup) {
    let word = Letters(group.word.surface)
    guard word.count >= 2 || !group.word.isSimple else { return }
    let first = manifest.lexicon.place(of: word.prefix(max(2, word.count - 3)))
    let own = manifest.lexicon.place(of: word.text)
    let last = manifest.lexicon.place(of: word.text + Letters.highest)
    let range = last - first < 4 ? first...last : own...min(last, own + 3)
    var found: [(term: [UInt8], pageCount: Int)] = []
    for place in range {
      guard let lexicon = lexicon(at: place) else { continue }
      for (index, term) in lexicon.terms.enumerated() where term != group.word.term {
        guard lexicon.surfaces[index].contains(where: { $0.starts(with: word.text) }) else {
          continue
        }
        found.append((term, lexicon.pageCounts[index]))
      }
    }
    // The terms come in order, and the sort has to keep it.
    let order = found.indices.sorted { left, right in
      found[left].pageCount != found[right].pageCount
        ? found[left].pageCount > found[right].pageCount : left < right
    }
    // What many words begin with says little of any of them, and their lists are the longest.
    let cap = [2: 4, 3: 7][word.count] ?? Self.completionCap
    for index in order.prefix(cap) {
      group.add(found[index].term, found[index].pageCount, weight: Self.completionWeight)
    }
  }

  // MARK: - Typing errors

  private func mayBeMistyped(_ word: QueryWord) -> Bool {
    word.isSimple && Letters(word.surface).isWord(from: 4)
  }

  private struct Candidate {
    var surface: [UInt8]
    var distance: Int
    var hasSameStart: Bool
    var pageCount: Int
  }

  /// The places of the lexicon or rear files around a word.
  private func places(around word: Letters, in directory: IndexDirectory) -> [Int] {
    guard !directory.checks.isEmpty else { return [] }
    let start = word.prefix(word.count < 6 ? 2 : 3)
    let range = directory.place(of: start)...directory.place(of: start + Letters.highest)
    let own = directory.place(of: word.text)
    return [own, own + 1, own - 1].filter { range.contains($0) }
  }

  private mutating func mend(_ group: inout QueryGroup) {
    let word = Letters(group.word.surface)
    let limit = word.count >= 8 ? 2 : 1
    var found: [[UInt8]: Candidate] = [:]
    func consider(_ surface: [UInt8], _ pageCount: Int) {
      guard found[surface] == nil else { return }
      let other = Letters(surface)
      guard other.isWord(from: 3), let distance = word.distance(to: other, limit: limit) else {
        return
      }
      found[surface] = Candidate(
        surface: surface, distance: distance, hasSameStart: word.first == other.first,
        pageCount: pageCount)
    }
    for place in places(around: word, in: manifest.lexicon) {
      guard let lexicon = lexicon(at: place) else { continue }
      for (index, surfaces) in lexicon.surfaces.enumerated() {
        for surface in surfaces { consider(surface, lexicon.pageCounts[index]) }
      }
    }
    for place in places(around: word.reversed, in: manifest.rear) {
      guard let words = rearWords(manifest.rear.checks[place]) else { continue }
      for (text, logarithm) in words { consider(Letters(text).reversed.text, 1 << Int(logarithm)) }
    }
    let candidates = found.values.sorted { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      if left.hasSameStart != right.hasSameStart { return left.hasSameStart }
      if left.pageCount != right.pageCount { return left.pageCount > right.pageCount }
      return left.surface.lexicographicallyPrecedes(right.surface)
    }
    for candidate in candidates where group.alternatives.count < Self.candidateCap {
      let term = term(of: candidate.surface)
      guard !group.alternatives.contains(where: { $0.term == term }),
        let pageCount = pageCount(of: term)
      else { continue }
      group.add(
        term, pageCount, weight: candidate.distance == 1 ? Self.nearWeight : Self.farWeight)
      if group.correction == nil { group.correction = candidate.surface }
    }
  }

  private mutating func rearWords(_ check: UInt32) -> [(text: [UInt8], logarithm: UInt8)]? {
    guard let content = reader.content(.rear, check) else { return nil }
    var bytes = ByteReader(content)
    do throws(DamagedFile) {
      let count = try bytes.count()
      let words = try bytes.columns(count)
      return Array(zip(words, try bytes.bytes(count)))
    } catch {
      return nil
    }
  }

  /// Adds what a rare word may have been meant to be, as far as the lexicon file of its term tells.
  private mutating func addFrequent(to group: inout QueryGroup, than known: Int) {
    let word = Letters(group.word.surface)
    guard let lexicon = lexicon(at: manifest.lexicon.place(of: group.word.term)) else { return }
    var found: [Int] = []
    for (index, surfaces) in lexicon.surfaces.enumerated()
    where lexicon.pageCounts[index] >= 20 * known && lexicon.terms[index] != group.word.term {
      let isNear = surfaces.contains { surface in
        let other = Letters(surface)
        return other.isWord(from: 3) && word.distance(to: other, limit: 1) != nil
      }
      if isNear { found.append(index) }
    }
    let order = found.sorted { left, right in
      lexicon.pageCounts[left] != lexicon.pageCounts[right]
        ? lexicon.pageCounts[left] > lexicon.pageCounts[right] : left < right
    }
    for index in order.prefix(Self.candidateCap) {
      group.add(lexicon.terms[index], lexicon.pageCounts[index], weight: Self.rareWeight)
    }
  }

  // MARK: - Split and joined words

  /// The halves of a word that hardly a page has, where more have both, each with what may stand for
  /// the word.
  private mutating func split(
    _ word: QueryWord, beside group: QueryGroup, moreThan known: Int
  ) -> [QueryGroup]? {
    guard var parts = split(word), parts.allSatisfy({ $0.alternatives[0].pageCount > known })
    else { return nil }
    for index in parts.indices {
      parts[index].correction = nil
      for other in group.alternatives {
        parts[index].add(other.term, other.pageCount, weight: other.weight)
      }
    }
    return parts
  }

  private mutating func split(_ word: QueryWord) -> [QueryGroup]? {
    let letters = Letters(word.surface)
    guard letters.count >= 6 else { return nil }
    var known: [[UInt8]: Int] = [:]
    for place in places(around: letters, in: manifest.lexicon) {
      guard let lexicon = lexicon(at: place) else { continue }
      for (index, surfaces) in lexicon.surfaces.enumerated() {
        for surface in surfaces + [lexicon.terms[index]] {
          known[surface] = max(known[surface] ?? 0, lexicon.pageCounts[index])
        }
      }
    }
    var best: (first: [UInt8], second: [UInt8], least: Int)?
    for length in stride(from: letters.count - 3, through: 3, by: -1) {
      let first = letters.prefix(length)
      guard known[first] != nil else { continue }
      let second = Array(word.surface[first.count...])
      guard let firstCount = pageCount(of: term(of: first)),
        let secondCount = pageCount(of: term(of: second))
      else { continue }
      let least = min(firstCount, secondCount)
      if best.map({ least > $0.least }) ?? true { best = (first, second, least) }
    }
    guard let best else { return nil }
    return [best.first, best.second].enumerated().map { number, surface in
      var part = word
      part.surface = surface
      part.term = term(of: surface)
      part.isSimple = false
      var group = QueryGroup(word: part)
      group.add(
        part.term, pageCount(of: part.term) ?? 0, weight: Self.splitWeight, isExact: true)
      if number == 0 { group.correction = best.first + [0x20] + best.second }
      return group
    }
  }

  private mutating func join(_ groups: inout [QueryGroup]) {
    guard groups.count > 1 else { return }
    for index in 1..<groups.count {
      let first = groups[index - 1].word
      let second = groups[index].word
      guard first.isSimple, second.isSimple, first.stretch == second.stretch,
        second.place == first.place + 1
      else { continue }
      let term = term(of: first.surface + second.surface)
      let place = manifest.lexicon.place(of: first.term)
      guard place == manifest.lexicon.place(of: term), let lexicon = lexicon(at: place),
        let found = lexicon.place(of: term)
      else { continue }
      groups[index - 1].add(term, lexicon.pageCounts[found], weight: Self.joinedWeight)
      groups[index].add(term, lexicon.pageCounts[found], weight: Self.joinedWeight)
    }
  }
}
