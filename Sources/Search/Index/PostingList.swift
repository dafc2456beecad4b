/// A term's postings from all batches, in the order of the pages.
struct PostingList {
  /// What the term does in a page, taken out of its batch.
  struct Row {
    var page: UInt32
    var sections: UInt32
    /// Where its headings and positions begin among the bytes of the batch.
    var tail: UInt32
    var positionsSize: UInt32
    /// How much the term says about the page.
    var impact: UInt8
    var isInTitle: Bool
    var isInHeading: Bool
  }

  private(set) var rows: [Row] = []
  /// The batches that have the term, and where the rows of each end.
  private(set) var runs: [(batch: Batch, end: Int)] = []
  /// How many bytes its positions take.
  private(set) var positionsSize = 0

  /// How many pages have the term.
  var count: Int { rows.count }

  mutating func read(_ term: Int, of plan: IndexPlan) {
    runs.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    var size = 0
    for member in plan.vocabulary.members(of: term) {
      let batch = plan.batches[Int(member.batch)]
      batch.postings.read(Int(member.term)) { bytes, places in
        rows.reserve(places.count)
        // The first loop waits for memory in many places at once, the second finds all of it near.
        for place in places {
          size += Int(Posting.positionsSize(in: bytes, at: Int(place)))
        }
        plan.weights.withUnsafeBufferPointer { weights in
          for place in places {
            let posting = bytes.loadUnaligned(fromByteOffset: Int(place), as: Posting.self)
            rows.append(
              Row(
                page: posting.page, sections: posting.sections,
                tail: place + UInt32(MemoryLayout<Posting>.size),
                positionsSize: posting.positionsSize,
                impact: plan.impact.impact(posting, in: weights[Int(posting.page)]),
                isInTitle: posting.titleCount > 0, isInHeading: posting.headingCount > 0))
          }
        }
      }
      runs.append((batch, rows.count))
    }
    positionsSize = size
  }

  /// Calls `body` with each row and the bytes of its batch.
  @inline(__always)
  func each(_ body: (Row, UnsafeBufferPointer<UInt8>) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      var start = 0
      for (batch, end) in runs {
        batch.postings.withBytes { bytes in
          for index in start..<end { body(rows[index], bytes) }
        }
        start = end
      }
    }
  }

  /// What a posting needs so that its page is among the `cap` with the highest impact: at least
  /// `impact`, or one less for the first `rest` pages that have that.
  func threshold(_ cap: Int) -> (impact: UInt8, rest: Int) {
    guard count > cap else { return (0, 0) }
    var counts = [Int](repeating: 0, count: 64)
    for row in rows { counts[Int(row.impact)] += 1 }
    var least = 64
    var taken = 0
    while least > 1, taken + counts[least - 1] <= cap {
      least -= 1
      taken += counts[least]
    }
    return (UInt8(least), cap - taken)
  }
}

extension Array {
  /// Makes room for some more elements; what there is grows by a factor, so that it is seldom moved.
  fileprivate mutating func reserve(_ more: Int) {
    if capacity - count < more { reserveCapacity(Swift.max(capacity * 2, count + more)) }
  }
}
