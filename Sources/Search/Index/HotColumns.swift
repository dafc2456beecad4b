/// The columns of a hot file while it grows (docs/search-format.md, 2.3).
struct HotColumns: ~Copyable {
  private(set) var termCount = 0
  private var pages = Pile<UInt8>()
  private var impacts = Pile<UInt8>()
  private var sections = Pile<UInt8>()
  private var extras = Pile<UInt8>()
  /// The sizes before the last term.
  private var before = (pages: 0, impacts: 0, sections: 0, extras: 0)

  static let titleFlag: UInt8 = 0x40
  static let headingFlag: UInt8 = 0x80

  /// How many bytes it holds.
  var size: Int { pages.count + impacts.count + sections.count + extras.count }

  /// How many of them the last term takes.
  var lastSize: Int {
    size - before.pages - before.impacts - before.sections - before.extras
  }

  /// The file's content, packed behind its seed; each column has frequent bytes of its own.
  var packed: [UInt8] {
    var ends: [Int] = []
    for count in [pages.count, impacts.count, sections.count, extras.count] {
      ends.append((ends.last ?? 0) + count)
    }
    return LiteralPacker.pack(bytes, partsEnd: ends)
  }

  /// The content.
  var bytes: [UInt8] {
    var all = Pile<UInt8>(capacity: size)
    all.append(pages)
    all.append(impacts)
    all.append(sections)
    all.append(extras)
    return all.array
  }

  /// Appends a list, or of a longer one the `cap` pages that say most.
  mutating func append(_ list: PostingList, cap: Int, titleWords: [UInt8]) {
    before = (pages.count, impacts.count, sections.count, extras.count)
    termCount += 1
    let threshold = list.threshold(cap)
    var rest = threshold.rest
    var next: UInt32 = 0
    list.each { row, bytes in
      if row.impact < threshold.impact {
        guard row.impact == threshold.impact - 1, rest > 0 else { return }
        rest -= 1
      }
      pages.appendVarint(row.page - next)
      next = row.page + 1
      impacts.append(
        row.impact | (row.isInTitle ? Self.titleFlag : 0)
          | (row.isInHeading ? Self.headingFlag : 0))
      sections.appendVarint(row.sections)
      if row.isInTitle { extras.append(titleWords[Int(row.page)]) }
      if row.isInHeading { appendHeadings(bytes, at: Int(row.tail)) }
    }
  }

  private mutating func appendHeadings(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let count = Int(bytes[start])
    var bits: UInt32 = 0
    for index in 0..<count { bits |= 1 << UInt32(bytes[start + 1 + 2 * index]) }
    extras.appendVarint(bits)
    for index in 0..<count { extras.append(bytes[start + 2 + 2 * index]) }
  }

  /// Takes the last term out again.
  mutating func removeLast() {
    termCount -= 1
    pages.truncate(to: before.pages)
    impacts.truncate(to: before.impacts)
    sections.truncate(to: before.sections)
    extras.truncate(to: before.extras)
  }

  mutating func removeAll() {
    termCount = 0
    pages.removeAll()
    impacts.removeAll()
    sections.removeAll()
    extras.removeAll()
  }
}
