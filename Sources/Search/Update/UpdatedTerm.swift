/// A term of the index that is made.
struct UpdatedTerm: Sendable {
  var word: LexiconWord
  var pages: UInt32
  var sizes = ListSizes()
  /// Its number in the index before, if it was there.
  var former: Int?
  /// The number of what happened to it.
  var change: Int?

  /// All terms, in order.
  static func all(
    after changes: [PageChange.Term], of former: FormerTerms
  ) throws(DamagedFile) -> [UpdatedTerm] {
    var terms: [UpdatedTerm] = []
    terms.reserveCapacity(former.words.count + changes.count)
    var next = 0
    func takeFormer(to end: Int) {
      for number in next..<end {
        terms.append(
          UpdatedTerm(
            word: former.words[number], pages: former.pageCounts[number],
            sizes: former.sizes[number], former: number))
      }
      next = end
    }
    for (number, change) in changes.enumerated() {
      takeFormer(to: max(next, former.place(of: change.text)))
      var term = UpdatedTerm(word: LexiconWord(term: change.text, surfaces: []), pages: 0)
      if next < former.words.count, former.words[next].term == change.text {
        takeFormer(to: next + 1)
        if let known = terms.popLast() { term = known }
      }
      term.change = number
      try term.take(change)
      if term.pages > 0 { terms.append(term) }
    }
    takeFormer(to: former.words.count)
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
