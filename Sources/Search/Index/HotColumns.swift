/// The columns of a hot file while it grows (docs/search-format.md, 2.3).
struct HotColumns {
  private(set) var termCount = 0
  private var pages: [UInt8] = []
  private var impacts: [UInt8] = []
  private var sections: [UInt8] = []
  private var extras: [UInt8] = []
  /// The sizes before the last term.
  private var before = (pages: 0, impacts: 0, sections: 0, extras: 0)

  static let titleFlag: UInt8 = 0x40
  static let headingFlag: UInt8 = 0x80

  /// How many bytes it holds.
  var size: Int { pages.count + impacts.count + sections.count + extras.count }
  /// The file's content.
  var bytes: [UInt8] { pages + impacts + sections + extras }

  mutating func append(_ list: PostingList, of plan: IndexPlan) {
    before = (pages.count, impacts.count, sections.count, extras.count)
    termCount += 1
    var last: UInt32?
    for entry in list.best(plan.cap) {
      let posting = entry.posting
      pages.appendVarint(last.map { posting.page - $0 - 1 } ?? posting.page)
      last = posting.page
      let hasTitle = posting.titleCount > 0
      let hasHeading = posting.headings != Posting.none
      impacts.append(
        entry.impact | (hasTitle ? Self.titleFlag : 0) | (hasHeading ? Self.headingFlag : 0))
      sections.appendVarint(posting.sections)
      if hasTitle { extras.append(plan.titleWords[Int(posting.page)]) }
      if hasHeading {
        append(headings: plan.batches[Int(entry.batch)].headings, at: Int(posting.headings))
      }
    }
  }

  private mutating func append(headings: [UInt8], at start: Int) {
    let count = Int(headings[start])
    var bits: UInt32 = 0
    for index in 0..<count { bits |= 1 << UInt32(headings[start + 1 + 2 * index]) }
    extras.appendVarint(bits)
    for index in 0..<count { extras.append(headings[start + 2 + 2 * index]) }
  }

  /// Takes the last term out again.
  mutating func removeLast() {
    termCount -= 1
    pages.removeLast(pages.count - before.pages)
    impacts.removeLast(impacts.count - before.impacts)
    sections.removeLast(sections.count - before.sections)
    extras.removeLast(extras.count - before.extras)
  }
}
