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

  /// Where the headings and positions of some rows lie.
  enum Tails: Sendable {
    case batch(Batch)
    case bytes([UInt8])

    @inline(__always)
    func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      switch self {
      case .batch(let batch): batch.postings.withBytes(body)
      case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
      }
    }
  }

  private(set) var rows: [Row] = []
  /// What has the tails of the rows, in pieces, and where the rows of each piece end.
  private(set) var runs: [(tails: Tails, end: Int)] = []
  /// How many bytes its positions take.
  private(set) var positionsSize = 0

  /// How many pages have the term.
  var count: Int { rows.count }

  mutating func read(_ term: Int, of plan: IndexPlan) {
    runs.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    positionsSize = 0
    for member in plan.vocabulary.members(of: term) {
      append(Int(member.term), of: plan.batches[Int(member.batch)], plan.pages)
    }
  }

  /// Appends a batch's postings of a term, which has a number there.
  mutating func append(_ term: Int, of batch: Batch, _ pages: PageWeights) {
    rows.reserve(batch.postings.count(of: term))
    var size = 0
    pages.pages.withUnsafeBufferPointer { weights in
      batch.postings.read(term) { posting, tail in
        size += Int(posting.positionsSize)
        rows.append(
          Row(
            page: posting.page, sections: posting.sections, tail: UInt32(tail),
            positionsSize: posting.positionsSize,
            impact: pages.impact.impact(posting, in: weights[Int(posting.page)]),
            isInTitle: posting.titleCount > 0, isInHeading: posting.headingCount > 0))
      }
    }
    runs.append((.batch(batch), rows.count))
    positionsSize += size
  }

  /// Appends rows that were read from elsewhere, with what has their tails.
  mutating func append(_ others: [Row], _ tails: [UInt8]) {
    rows += others
    runs.append((.bytes(tails), rows.count))
    positionsSize += others.reduce(0) { $0 + Int($1.positionsSize) }
  }

  /// Puts a row, or none, in the place of that of a page; tells whether there was one.
  mutating func replaceRow(of page: UInt32, with other: PostingList?) -> Bool {
    var place = 0
    var high = rows.count
    while place < high {
      let middle = (place + high) / 2
      if rows[middle].page < page { place = middle + 1 } else { high = middle }
    }
    let next = place < rows.count && rows[place].page == page ? place + 1 : place
    let grown = (other?.count ?? 0) - (next - place)
    var changed: [(tails: Tails, end: Int)] = []
    var start = 0
    for (tails, end) in runs where start < place {
      changed.append((tails, min(end, place)))
      start = end
    }
    for (tails, end) in other?.runs ?? [] { changed.append((tails, place + end)) }
    for (tails, end) in runs where end > next { changed.append((tails, end + grown)) }
    for row in rows[place..<next] { positionsSize -= Int(row.positionsSize) }
    positionsSize += other?.positionsSize ?? 0
    rows.replaceSubrange(place..<next, with: other?.rows ?? [])
    runs = changed
    return next > place
  }

  /// Calls `body` with each row and the bytes of its batch.
  @inline(__always)
  func each(_ body: (Row, UnsafeBufferPointer<UInt8>) -> Void) {
    rows.withUnsafeBufferPointer { rows in
      var start = 0
      for (tails, end) in runs {
        tails.read { bytes in
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
