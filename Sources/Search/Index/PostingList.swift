/// A term's postings from all batches, in the order of the pages.
struct PostingList {
  struct Entry {
    var posting: Posting
    var batch: Int32
    /// The posting's number in its batch.
    var number: UInt32
    var impact: UInt8
  }

  private(set) var entries: [Entry] = []
  /// How many bytes its positions take.
  private(set) var positionsSize = 0

  mutating func read(_ term: Int, of plan: IndexPlan) {
    entries.removeAll(keepingCapacity: true)
    positionsSize = 0
    for member in plan.vocabulary.members(of: term) {
      let batch = plan.batches[Int(member.batch)]
      for number in batch.postings(of: Int(member.term)) {
        let posting = batch.postings[Int(number)]
        entries.append(
          Entry(
            posting: posting, batch: member.batch, number: number,
            impact: plan.impact.impact(posting, in: plan.weights[Int(posting.page)])))
        positionsSize += batch.positionsSize(of: Int(number))
      }
    }
  }

  /// The `cap` entries with the highest impact, in order; of equal ones the first.
  func best(_ cap: Int) -> [Entry] {
    guard entries.count > cap else { return entries }
    var counts = [Int](repeating: 0, count: 64)
    for entry in entries { counts[Int(entry.impact)] += 1 }
    var least = 64
    var taken = 0
    while least > 1, taken + counts[least - 1] <= cap {
      least -= 1
      taken += counts[least]
    }
    var room = cap - taken
    return entries.filter { entry in
      if Int(entry.impact) >= least { return true }
      guard Int(entry.impact) == least - 1, room > 0 else { return false }
      room -= 1
      return true
    }
  }
}
