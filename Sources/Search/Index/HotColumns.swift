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
    let threshold = list.threshold(plan.cap)
    var rest = threshold.rest
    var next = 0
    var last: UInt32?
    for (batch, numbers) in list.runs {
      batch.postings.withUnsafeBufferPointer { postings in
        for number in numbers {
          let impact = list.impacts[next]
          next += 1
          if impact < threshold.impact {
            guard impact == threshold.impact - 1, rest > 0 else { continue }
            rest -= 1
          }
          let posting = postings[number]
          pages.appendVarint(last.map { posting.page - $0 - 1 } ?? posting.page)
          last = posting.page
          append(posting, impact, of: batch, titleWords: plan.titleWords)
        }
      }
    }
  }

  private mutating func append(
    _ posting: Posting, _ impact: UInt8, of batch: Batch, titleWords: [UInt8]
  ) {
    let hasTitle = posting.titleCount > 0
    let hasHeading = posting.headings != Posting.none
    impacts.append(
      impact | (hasTitle ? Self.titleFlag : 0) | (hasHeading ? Self.headingFlag : 0))
    sections.appendVarint(posting.sections)
    if hasTitle { extras.append(titleWords[Int(posting.page)]) }
    guard hasHeading else { return }
    let start = Int(posting.headings)
    let count = Int(batch.headings[start])
    var bits: UInt32 = 0
    for index in 0..<count { bits |= 1 << UInt32(batch.headings[start + 1 + 2 * index]) }
    extras.appendVarint(bits)
    for index in 0..<count { extras.append(batch.headings[start + 2 + 2 * index]) }
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
