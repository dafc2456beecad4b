/// The positions of some terms, or of one term in several blocks, while they grow (docs/search-format.md, 2.4).
struct ColdGroup: ~Copyable {
  private(set) var termCount = 0
  /// The blocks that are finished; the last one grows in `last`.
  private var finished: [(firstPage: UInt32, bytes: [UInt8])] = []
  private var finishedSize = 0
  private var firstPage: UInt32 = 0
  private var last = Pile<UInt8>()
  private var rows = Pile<UInt8>()

  /// How many bytes it holds.
  var size: Int { finishedSize + last.count }

  /// All blocks, each with its first page.
  var blocks: [(firstPage: UInt32, bytes: [UInt8])] { finished + [(firstPage, last.array)] }

  /// Appends a list; where it is the first, it is cut where a block holds `limit` bytes.
  mutating func append(_ list: PostingList, limit: Int) {
    // Only a term that is alone in its group is cut into blocks.
    let mayCut = termCount == 0
    termCount += 1
    rows.removeAll()
    var count: UInt32 = 0
    var next: UInt32 = 0
    list.each { row, bytes in
      if mayCut, rows.count > limit {
        close(count)
        finished.append((firstPage, last.array))
        finishedSize += last.count
        last.removeAll()
        rows.removeAll()
        count = 0
        next = 0
        firstPage = row.page
      }
      rows.appendVarint(row.page - next)
      next = row.page + 1
      count += 1
      let headings = row.isInHeading ? 1 + 2 * Int(bytes[Int(row.tail)]) : 0
      let start = Int(row.tail) + headings
      rows.append(
        UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(row.positionsSize))]))
    }
    close(count)
  }

  private mutating func close(_ count: UInt32) {
    last.appendVarint(count)
    last.append(rows)
  }

  mutating func removeAll() {
    termCount = 0
    finished = []
    finishedSize = 0
    firstPage = 0
    last.removeAll()
  }
}
