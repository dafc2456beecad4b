internal import Workers

/// Lists of the index before that were read from its files.
struct LoadedLists: Sendable {
  /// Which files are wanted, by their numbers.
  struct Wanted {
    var hot: Set<Int> = []
    var whole: Set<Int> = []
    var cold: Set<Int> = []

    /// Wants the lists of a term as its hot file has it, or whole.
    mutating func addHot(_ term: Int, of terms: FormerTerms, whole isWhole: Bool) {
      if isWhole, terms.rowsOf[term] >= 0 {
        whole.insert(Int(terms.rowsOf[term]))
      } else {
        hot.insert(Int(terms.hotOf[term]))
      }
    }

    mutating func addCold(_ term: Int, of terms: FormerTerms) {
      cold.insert(Int(terms.coldOf[term]))
    }
  }

  private let former: FormerIndex
  private var hot: [Int: [PostingList]] = [:]
  private var whole: [Int: [PostingList]] = [:]
  private var cold: [Int: (blocks: [[UInt8]], lists: [PostingList])] = [:]

  init(of former: FormerIndex) { self.former = former }

  /// Reads those files that were not read yet.
  mutating func load(_ wanted: Wanted, _ workers: Workers) throws {
    let former = former
    let newHot = wanted.hot.filter { hot[$0] == nil }.sorted()
    let newWhole = wanted.whole.filter { whole[$0] == nil }.sorted()
    let newCold = wanted.cold.filter { cold[$0] == nil }.sorted()
    // The large ones come first, lest one of them is begun when all else is done.
    let loadedCold = try workers.all(newCold.count) { try former.coldLists(newCold[$0]) }
    let loadedWhole = try workers.all(newWhole.count) { try former.wholeLists(newWhole[$0]) }
    let loadedHot = try workers.all(newHot.count) { try former.hotLists(newHot[$0]) }
    for (number, lists) in zip(newCold, loadedCold) { cold[number] = lists }
    for (number, lists) in zip(newWhole, loadedWhole) { whole[number] = lists }
    for (number, lists) in zip(newHot, loadedHot) { hot[number] = lists }
  }

  /// The list of a term as its hot file has it.
  func hotList(_ term: Int) throws(DamagedFile) -> PostingList {
    let number = Int(former.terms.hotOf[term])
    guard let lists = hot[number] else { throw DamagedFile() }
    return lists[term - former.terms.hot[number].terms.lowerBound]
  }

  /// The whole list of a term.
  func wholeList(_ term: Int) throws(DamagedFile) -> PostingList {
    let number = Int(former.terms.rowsOf[term])
    guard number >= 0 else { return try hotList(term) }
    guard let lists = whole[number],
      let place = former.terms.rows[number].terms.firstIndex(of: term)
    else { throw DamagedFile() }
    return lists[place]
  }

  /// The positions of a term.
  func coldList(_ term: Int) throws(DamagedFile) -> PostingList {
    let number = Int(former.terms.coldOf[term])
    guard let lists = cold[number]?.lists else { throw DamagedFile() }
    return lists[term - former.terms.cold[number].terms.lowerBound]
  }

  /// The mark of the block that begins with a page in the group that has a term, if its content is this.
  func mark(ofBlock bytes: [UInt8], firstPage: UInt32, term: Int) -> FileMark? {
    let number = Int(former.terms.coldOf[term])
    guard let contents = cold[number]?.blocks else { return nil }
    let blocks = former.terms.cold[number].blocks
    let place = blocks.firstIndex { $0.firstPage == firstPage }
    return place.flatMap { contents[$0] == bytes ? blocks[$0].mark : nil }
  }
}
