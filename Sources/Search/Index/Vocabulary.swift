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

  /// Merges the batches' own orders.
  init(_ batches: [Batch]) {
    var next = [Int](repeating: 0, count: batches.count)
    var holders: [Int] = []
    while true {
      holders.removeAll(keepingCapacity: true)
      var least = (batch: 0, term: 0)
      for (number, batch) in batches.enumerated() where next[number] < batch.terms.count {
        let order =
          holders.isEmpty
          ? -1 : batch.terms.order(next[number], batches[least.batch].terms, least.term)
        if order < 0 {
          least = (number, next[number])
          holders.removeAll(keepingCapacity: true)
        }
        if order <= 0 { holders.append(number) }
      }
      guard !holders.isEmpty else { break }
      terms.append(
        Term(
          text: Array(batches[least.batch].terms.text(least.term)), first: Int32(members.count)))
      for number in holders {
        members.append((Int32(number), Int32(next[number])))
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
