/// The positions of some terms, or of one term in several blocks, while they grow (docs/search-format.md, 2.4).
struct ColdGroup {
  private(set) var termCount = 0
  private(set) var blocks: [(firstPage: UInt32, bytes: [UInt8])] = []

  /// How many bytes it holds.
  var size: Int { blocks.reduce(0) { $0 + $1.bytes.count } }

  mutating func append(_ list: PostingList, of plan: IndexPlan) {
    termCount += 1
    if blocks.isEmpty { blocks.append((0, [])) }
    // Only a term that is alone in its group is cut into blocks.
    let mayCut = blocks[0].bytes.isEmpty && termCount == 1
    var start = 0
    while start < list.entries.count {
      var end = start
      var size = 0
      while end < list.entries.count, !mayCut || size < TermFiles.coldSize {
        let entry = list.entries[end]
        size += plan.batches[Int(entry.batch)].positionsSize(of: Int(entry.number)) + 2
        end += 1
      }
      if start > 0 { blocks.append((list.entries[start].posting.page, [])) }
      write(list.entries[start..<end], of: plan, to: &blocks[blocks.count - 1].bytes)
      start = end
    }
  }

  private func write(
    _ entries: ArraySlice<PostingList.Entry>, of plan: IndexPlan, to bytes: inout [UInt8]
  ) {
    bytes.appendVarint(entries.count)
    var last: UInt32?
    for entry in entries {
      let page = entry.posting.page
      bytes.appendVarint(last.map { page - $0 - 1 } ?? page)
      last = page
      bytes.append(contentsOf: plan.batches[Int(entry.batch)].positions(of: Int(entry.number)))
    }
  }
}
