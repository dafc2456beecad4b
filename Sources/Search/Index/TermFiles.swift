/// A few hundred terms in order, with their hot and cold files.
struct TermFiles: Sendable {
  /// The terms' numbers.
  let terms: Range<Int>
  /// For each term, how many pages have it.
  private(set) var pageCounts: [UInt32] = []
  /// For each term, how much room its lists take.
  private(set) var sizes: [ListSizes] = []
  /// The hot files, and how many terms each holds.
  var hot: [(terms: Int, file: IndexFile)] = []
  /// The cold files: groups of terms, each with its blocks.
  var cold: [(terms: Int, blocks: [(firstPage: UInt32, file: IndexFile)])] = []

  /// The memory's file with the whole lists of those terms whose hot lists are cut.
  private(set) var rows: RowsFile?

  init(_ terms: Range<Int>, of plan: IndexPlan, keeping: IndexMemory.Keep?) {
    self.terms = terms
    var hot = HotColumns()
    var cold = ColdGroup()
    var list = PostingList()
    var packing = TermPacking(plan.sizes)
    var rows = RowsFile.Maker()
    var hotParts: [(terms: Int, bytes: [UInt8])] = []
    var coldParts: [ColdPart] = []
    let titleWords = plan.pages.titleWords
    for term in terms {
      list.read(term, of: plan)
      pageCounts.append(UInt32(list.count))
      hot.append(list, cap: plan.sizes.cap, titleWords: titleWords)
      let hotSize = hot.lastSize
      if packing.beginsHot(hotSize) {
        hot.removeLast()
        hotParts.append(hot.close())
        hot.append(list, cap: plan.sizes.cap, titleWords: titleWords)
      }
      let begins = packing.beginsCold(list.positionsSize)
      if begins { coldParts.append(cold.close()) }
      let before = cold.size
      cold.append(list, limit: plan.sizes.cold)
      packing.takeCold(cold.size - before, begins: begins)
      sizes.append(
        ListSizes(
          hot: UInt32(hotSize), positions: UInt32(list.positionsSize),
          cold: UInt32(min(cold.size - before, plan.sizes.cold + 1))))
      if keeping != nil, list.count > plan.sizes.cap {
        rows.append(list, of: plan.vocabulary.terms[term].text, titleWords: titleWords)
      }
    }
    hotParts.append(hot.close())
    coldParts.append(cold.close())
    take(hotParts, coldParts)
    if let keeping, let (file, bytes) = rows.file {
      self.rows = file
      keeping(file.name, bytes)
    }
  }

  /// What became of terms whose lists are made or known one by one.
  init(
    _ terms: Range<Int>, pageCounts: [UInt32], sizes: [ListSizes],
    hot: [(terms: Int, file: IndexFile)],
    cold: [(terms: Int, blocks: [(firstPage: UInt32, file: IndexFile)])], rows: RowsFile?
  ) {
    self.terms = terms
    self.pageCounts = pageCounts
    self.sizes = sizes
    self.hot = hot
    self.cold = cold
    self.rows = rows
  }

  /// Gives all their files names that no two of a family with different content share.
  static func settle(
    _ terms: inout [TermFiles], by settle: (inout IndexFile, inout IndexFile.Names) throws -> Void
  ) rethrows {
    var hot: IndexFile.Names = [:]
    var cold: IndexFile.Names = [:]
    for index in terms.indices {
      for file in terms[index].hot.indices { try settle(&terms[index].hot[file].file, &hot) }
      for group in terms[index].cold.indices {
        for block in terms[index].cold[group].blocks.indices {
          try settle(&terms[index].cold[group].blocks[block].file, &cold)
        }
      }
    }
  }

  private mutating func take(
    _ hotParts: [(terms: Int, bytes: [UInt8])], _ coldParts: [ColdPart]
  ) {
    hot = zip(hotParts, IndexFile.all(.hot, hotParts.map(\.bytes))).map { ($0.terms, $1) }
    let files = IndexFile.all(.cold, coldParts.flatMap { $0.blocks.map(\.bytes) })
    var next = 0
    for part in coldParts {
      let own = files[next..<(next + part.blocks.count)]
      cold.append((part.terms, zip(part.blocks, own).map { ($0.firstPage, $1) }))
      next += part.blocks.count
    }
  }
}

/// A group of terms with its blocks, each packed behind its seed.
private typealias ColdPart = (terms: Int, blocks: [(firstPage: UInt32, bytes: [UInt8])])

extension HotColumns {
  /// Packs the content and begins anew.
  fileprivate mutating func close() -> (terms: Int, bytes: [UInt8]) {
    defer { removeAll() }
    return (termCount, packed)
  }
}

extension ColdGroup {
  /// Packs the blocks and begins anew.
  fileprivate mutating func close() -> ColdPart {
    defer { removeAll() }
    return (termCount, blocks.map { ($0.firstPage, LiteralPacker.pack($0.bytes)) })
  }
}
