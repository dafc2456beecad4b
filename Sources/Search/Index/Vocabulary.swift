internal import Workers

/// All terms of all batches, in order.
struct Vocabulary: Sendable {
  /// A term: its text, and its number in each batch that has it.
  struct Term: Sendable {
    var text: [UInt8]
    /// Where its entries begin in `members`.
    var first: Int32
  }

  private(set) var terms: [Term] = []
  private(set) var members: [(batch: Int32, term: Int32)] = []

  init(_ batches: [Batch]) {
    var next = [Int](repeating: 0, count: batches.count)
    while true {
      var least: ArraySlice<UInt8>?
      var holders: [Int] = []
      for (number, batch) in batches.enumerated() where next[number] < batch.sortedTerms.count {
        let text = batch.terms.text(Int(batch.sortedTerms[next[number]]))
        if let known = least {
          if known.elementsEqual(text) {
            holders.append(number)
          } else if text.lexicographicallyPrecedes(known) {
            least = text
            holders = [number]
          }
        } else {
          least = text
          holders = [number]
        }
      }
      guard let least else { break }
      terms.append(Term(text: Array(least), first: Int32(members.count)))
      for number in holders {
        members.append((Int32(number), Int32(batches[number].sortedTerms[next[number]])))
        next[number] += 1
      }
    }
  }

  /// The batches that have a term, in order, and its number there.
  func members(of term: Int) -> ArraySlice<(batch: Int32, term: Int32)> {
    let end = term + 1 < terms.count ? Int(terms[term + 1].first) : members.count
    return members[Int(terms[term].first)..<end]
  }
}
