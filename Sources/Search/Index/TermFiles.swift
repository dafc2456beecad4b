/// A few hundred terms in order, with their hot and cold files.
struct TermFiles: Sendable {
  /// The terms' numbers.
  let terms: Range<Int>
  /// For each term, how many pages have it.
  private(set) var pageCounts: [UInt32] = []
  /// The hot files, and how many terms each holds.
  var hot: [(terms: Int, file: IndexFile)] = []
  /// The cold files: groups of terms, each with its blocks.
  var cold: [(terms: Int, blocks: [(firstPage: UInt32, file: IndexFile)])] = []

  init(_ terms: Range<Int>, of plan: IndexPlan) {
    self.terms = terms
    let compressor = Compressor()
    let fast = Compressor(level: 1)
    var hot = HotColumns()
    var cold = ColdGroup()
    var list = PostingList()
    for term in terms {
      list.read(term, of: plan)
      pageCounts.append(UInt32(list.count))
      let before = hot.size
      hot.append(list, of: plan)
      if before > 0, hot.size > plan.hotSize {
        hot.removeLast()
        close(&hot, with: compressor)
        hot.append(list, of: plan)
      }
      if cold.size > 0, cold.size + list.positionsSize > plan.coldSize {
        close(&cold, with: fast)
      }
      cold.append(list, of: plan)
    }
    close(&hot, with: compressor)
    close(&cold, with: fast)
  }

  private mutating func close(_ columns: inout HotColumns, with compressor: borrowing Compressor) {
    hot.append((columns.termCount, IndexFile(.hot, columns.bytes, with: compressor)))
    columns.removeAll()
  }

  private mutating func close(_ group: inout ColdGroup, with compressor: borrowing Compressor) {
    let blocks = group.blocks.map { block in
      (block.firstPage, IndexFile(.cold, block.bytes, with: compressor))
    }
    cold.append((group.termCount, blocks))
    group.removeAll()
  }
}
