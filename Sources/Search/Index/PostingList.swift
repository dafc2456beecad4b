/// A term's postings from all batches, in the order of the pages.
struct PostingList {
  /// The batches that have the term, and which of their postings.
  private(set) var runs: [(batch: Batch, postings: Range<Int>)] = []
  /// For each posting, how much the term says about the page.
  private(set) var impacts: [UInt8] = []
  /// How many bytes its positions take.
  private(set) var positionsSize = 0

  /// How many pages have the term.
  var count: Int { impacts.count }

  mutating func read(_ term: Int, of plan: IndexPlan) {
    runs.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    positionsSize = 0
    for member in plan.vocabulary.members(of: term) {
      let batch = plan.batches[Int(member.batch)]
      let own = batch.postings(of: Int(member.term))
      runs.append((batch, own))
      plan.weights.withUnsafeBufferPointer { weights in
        batch.postings.withUnsafeBufferPointer { postings in
          for number in own {
            impacts.append(
              plan.impact.impact(postings[number], in: weights[Int(postings[number].page)]))
          }
        }
      }
      if let last = own.last {
        positionsSize +=
          batch.positions(of: last).upperBound - batch.positions(of: own.lowerBound).lowerBound
      }
    }
  }

  /// What a posting needs so that its page is among the `cap` with the highest impact: at least
  /// `impact`, or one less for the first `rest` pages that have that.
  func threshold(_ cap: Int) -> (impact: UInt8, rest: Int) {
    guard count > cap else { return (0, 0) }
    var counts = [Int](repeating: 0, count: 64)
    for impact in impacts { counts[Int(impact)] += 1 }
    var least = 64
    var taken = 0
    while least > 1, taken + counts[least - 1] <= cap {
      least -= 1
      taken += counts[least]
    }
    return (UInt8(least), cap - taken)
  }
}
