internal import Workers

/// A term of the index that is made.
struct UpdatedTerm: Sendable {
  var word: LexiconWord
  var pages: UInt32
  var sizes = ListSizes()
  /// Its number in the index before, if it was there.
  var former: Int?
  /// The number of what happened to it.
  var change: Int?

  /// The lexicon files: those that are as they were, and the terms of others.
  static func pieces(
    after changes: [PageChange.Term], of former: inout FormerTerms, size: Int, _ workers: Workers
  ) throws -> [Steadiness.Piece<UpdatedTerm>] {
    var ranges: [Int: [Int]] = [:]
    for (number, change) in changes.enumerated() {
      guard let range = former.range(of: change.text) else { throw OtherSizes() }
      ranges[range, default: []].append(number)
    }
    try former.load(ranges.keys.sorted(), workers)
    // Terms come or go where those of before are not all there, and alone.
    var terms: [Int: [UpdatedTerm]] = [:]
    var moving: Set<Int> = []
    for (range, own) in ranges {
      let updated = try all(in: range, after: own, changes, of: former)
      terms[range] = updated
      if updated.map(\.former) != former.terms(of: range).map({ $0 }) { moving.insert(range) }
    }
    return try Steadiness.recut(
      former.rangeCount, of: size, moves: { moving.contains($0) }, differs: { terms[$0] != nil },
      items: { range in
        if let known = terms[range] { return known }
        try former.load([range], workers)
        return try all(in: range, after: [], changes, of: former)
      }, text: \.word.term)
  }

  /// The terms of a range after some changes.
  private static func all(
    in range: Int, after own: [Int], _ changes: [PageChange.Term], of former: FormerTerms
  ) throws(DamagedFile) -> [UpdatedTerm] {
    let formerTerms = former.terms(of: range)
    var terms: [UpdatedTerm] = []
    terms.reserveCapacity(formerTerms.count + own.count)
    var next = formerTerms.lowerBound
    func takeFormer(to end: Int) {
      for number in next..<end {
        terms.append(
          UpdatedTerm(
            word: former.words[number], pages: former.pageCounts[number],
            sizes: former.sizes[number], former: number))
      }
      next = end
    }
    for number in own {
      let change = changes[number]
      takeFormer(to: max(next, former.place(of: change.text, in: range)))
      var term = UpdatedTerm(word: LexiconWord(term: change.text, surfaces: []), pages: 0)
      if next < formerTerms.upperBound, former.words[next].term == change.text {
        takeFormer(to: next + 1)
        if let known = terms.popLast() { term = known }
      }
      term.change = number
      try term.take(change)
      if term.pages > 0 { terms.append(term) }
    }
    takeFormer(to: formerTerms.upperBound)
    return terms
  }

  private mutating func take(_ change: PageChange.Term) throws(DamagedFile) {
    if change.before != nil {
      guard pages > 0 else { throw DamagedFile() }
      pages -= 1
    }
    if change.after != nil { pages += 1 }
    guard !change.surfaces.isEmpty else { return }
    var counts: [[UInt8]: Int] = [:]
    for surface in word.surfaces { counts[surface.text, default: 0] += surface.count }
    for surface in change.surfaces { counts[surface.text, default: 0] += surface.count }
    guard counts.values.allSatisfy({ $0 >= 0 }) else { throw DamagedFile() }
    word.surfaces = LexiconWord.sorted(counts.filter { $0.value > 0 })
  }
}
