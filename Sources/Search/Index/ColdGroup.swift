/// The positions of some terms, or of one term in several blocks, while they grow (docs/search-format.md, 2.4).
struct ColdGroup {
  private(set) var termCount = 0
  private(set) var blocks: [(firstPage: UInt32, bytes: [UInt8])] = []

  /// How many bytes it holds.
  var size: Int { blocks.reduce(0) { $0 + $1.bytes.count } }

  mutating func append(_ list: PostingList, blockSize: Int) {
    termCount += 1
    // Only a term that is alone in its group is cut into blocks.
    let mayCut = blocks.isEmpty
    if blocks.isEmpty { blocks.append((0, [])) }
    var rows: [UInt8] = []
    var count = 0
    var last: UInt32?
    var first: UInt32 = 0
    func close(into blocks: inout [(firstPage: UInt32, bytes: [UInt8])]) {
      if first > 0 { blocks.append((first, [])) }
      blocks[blocks.count - 1].bytes.appendVarint(count)
      blocks[blocks.count - 1].bytes.append(contentsOf: rows)
    }
    for (batch, numbers) in list.runs {
      batch.positions.withUnsafeBufferPointer { positions in
        for number in numbers {
          let page = batch.postings[number].page
          if mayCut, rows.count > blockSize {
            close(into: &blocks)
            rows.removeAll(keepingCapacity: true)
            count = 0
            last = nil
            first = page
          }
          rows.appendVarint(last.map { page - $0 - 1 } ?? page)
          last = page
          count += 1
          rows.append(
            contentsOf: UnsafeBufferPointer(rebasing: positions[batch.positions(of: number)]))
        }
      }
    }
    close(into: &blocks)
  }
}
