internal import Workers

/// What became of the lists of a term that changed.
struct ChangedLists: Sendable {
  /// All its pages, where what the page does there is another now; and whether its hot file tells of it.
  private(set) var whole: PostingList?
  private(set) var changesHotFile = false
  /// Its positions, where those in the page are others now.
  private(set) var cold: PostingList?
  private(set) var sizes: ListSizes

  /// Those of all terms that changed, by the numbers of these.
  static func all(
    of terms: [UpdatedTerm], _ change: PageChange, _ former: FormerIndex,
    _ loaded: inout LoadedLists, _ workers: Workers
  ) throws -> [Int: ChangedLists] {
    var numbers: [Int] = []
    var wanted = LoadedLists.Wanted()
    for (number, term) in terms.enumerated() {
      guard let index = term.change else { continue }
      numbers.append(number)
      guard let known = term.former else { continue }
      if change.terms[index].changesHot { wanted.addHot(known, of: former.terms, whole: true) }
      if change.terms[index].changesCold { wanted.addCold(known, of: former.terms) }
    }
    try loaded.load(wanted, workers)
    let (known, sought) = (loaded, numbers)
    let lists = try workers.all(sought.count) { place in
      let term = terms[sought[place]]
      return try ChangedLists(
        of: term, change.terms[term.change ?? 0], change, former.sizes, known)
    }
    return Dictionary(uniqueKeysWithValues: zip(sought, lists))
  }

  private init(
    of term: UpdatedTerm, _ own: PageChange.Term, _ change: PageChange, _ sizes: IndexSizes,
    _ loaded: LoadedLists
  ) throws {
    self.sizes = term.sizes
    if own.changesHot {
      var list = try term.former.map { try loaded.wholeList($0) } ?? PostingList()
      let before = Self.columns(list, sizes, change)
      guard list.replaceRow(of: change.page, with: own.after) == (own.before != nil) else {
        throw DamagedFile()
      }
      let after = Self.columns(list, sizes, change)
      whole = list
      changesHotFile = before != after
      self.sizes.hot = UInt32(after.count)
    }
    if own.changesCold {
      var list = try term.former.map { try loaded.coldList($0) } ?? PostingList()
      guard list.replaceRow(of: change.page, with: own.after) == (own.before != nil) else {
        throw DamagedFile()
      }
      var group = ColdGroup()
      group.append(list, limit: sizes.cold)
      cold = list
      self.sizes.positions = UInt32(list.positionsSize)
      self.sizes.cold = UInt32(min(group.size, sizes.cold + 1))
    }
  }

  private static func columns(
    _ list: PostingList, _ sizes: IndexSizes, _ change: PageChange
  ) -> [UInt8] {
    var columns = HotColumns()
    columns.append(list, cap: sizes.cap, titleWords: change.weights.titleWords)
    return columns.bytes
  }
}
