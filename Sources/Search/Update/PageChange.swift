/// What a change of one page does to the words of the index.
struct PageChange: Sendable {
  /// What it does to a term.
  struct Term: Sendable {
    var text: [UInt8]
    /// What the term did in the page, and does; each a list of one row, or none.
    var before: PostingList?
    var after: PostingList?
    /// How many more there are now of a text that it stands for.
    var surfaces: [LexiconWord.Surface]
    var changesHot: Bool
    var changesCold: Bool
  }

  let page: UInt32
  /// What is known of all pages now.
  let pages: MemoryPages
  let weights: PageWeights
  /// The terms that are not what they were, in order.
  private(set) var terms: [Term] = []

  /// Throws where the page is not what the memory has, or where all lists change.
  init(
    of page: Int, from former: SearchDocument, to new: SearchDocument, _ pages: MemoryPages
  ) throws {
    let number = UInt32(page)
    let before = Batch([former], first: page)
    let after = Batch([new], first: page)
    guard let measure = after.pages.first, let formerMeasure = before.pages.first,
      pages.has(former, formerMeasure, as: page)
    else { throw DamagedFile() }
    var changed = pages
    changed.replace(page, former, with: new, measure)
    let formerWeights = PageWeights(of: page, pages.measures, inDegrees: pages.inDegrees)
    weights = PageWeights(of: page, changed.measures, inDegrees: pages.inDegrees)
    guard weights.impact == formerWeights.impact else { throw OtherSizes() }
    self.page = number
    self.pages = changed
    var places = (before: 0, after: 0)
    while places.before < before.terms.count || places.after < after.terms.count {
      var order = 0
      if places.before == before.terms.count {
        order = 1
      } else if places.after == after.terms.count {
        order = -1
      } else {
        order = before.terms.order(places.before, after.terms, places.after)
      }
      let one = order <= 0 ? Side(before, places.before, formerWeights) : nil
      let other = order >= 0 ? Side(after, places.after, weights) : nil
      if order <= 0 { places.before += 1 }
      if order >= 0 { places.after += 1 }
      if let term = Self.term(one, other) { terms.append(term) }
    }
  }

  private static func term(_ before: Side?, _ after: Side?) -> Term? {
    var surfaces: [[UInt8]: Int] = [:]
    for surface in before?.surfaces ?? [] { surfaces[surface.text, default: 0] -= surface.count }
    for surface in after?.surfaces ?? [] { surfaces[surface.text, default: 0] += surface.count }
    let changed = surfaces.filter { $0.value != 0 }
    let term = Term(
      text: after?.text ?? before?.text ?? [], before: before?.list, after: after?.list,
      surfaces: LexiconWord.sorted(changed), changesHot: before?.hot != after?.hot,
      changesCold: before?.positions != after?.positions)
    return term.changesHot || term.changesCold || !changed.isEmpty ? term : nil
  }

  /// A term in the page before or after.
  private struct Side {
    let text: [UInt8]
    let list: PostingList
    let surfaces: [LexiconWord.Surface]
    /// What a hot list tells of the page, and what a cold one does.
    private(set) var hot: [UInt8] = []
    private(set) var positions: [UInt8] = []

    init(_ batch: Batch, _ term: Int, _ weights: PageWeights) {
      text = Array(batch.terms.text(term))
      var list = PostingList()
      list.append(term, of: batch, weights)
      self.list = list
      surfaces = batch.surfaces(of: term).map {
        (Array(batch.surfaces.text($0)), batch.count(ofSurface: $0))
      }
      var columns = HotColumns()
      columns.append(list, cap: .max, titleWords: weights.titleWords)
      hot = columns.bytes
      var group = ColdGroup()
      group.append(list, limit: .max)
      positions = group.blocks.flatMap(\.bytes)
    }
  }
}

/// Nothing is wrong, but sizes that follow from totals are others now, and with them most files.
struct OtherSizes: Error {}
