/// What a term does in a page.
struct Posting {
  /// The page's number.
  var page: UInt32
  /// The term's number in the batch.
  var term: UInt32
  /// A bit for each section that has it, modulo 28.
  var sections: UInt32
  /// Where its positions begin in the batch's; they end where those of the next posting begin.
  var positions: UInt32
  /// Where its headings begin in the batch's, `Posting.none` without any.
  var headings: UInt32
  /// How often it is in the text.
  var bodyCount: UInt16
  /// How often it is in headings.
  var headingCount: UInt8
  /// How often it is in the title.
  var titleCount: UInt8

  static let none = UInt32.max
  /// How many bits there are for sections.
  static let sectionBits = 28
}

/// What is known of a page when its words are counted.
struct PageMeasure {
  /// How many words its text has.
  var bodyLength: UInt32 = 0
  /// How many words its headings have.
  var headingLength: UInt32 = 0
  /// How many words its title has.
  var titleLength: UInt32 = 0
  /// How many different words the title has that are no stop words: 1 to 15.
  var titleWords: UInt8 = 1
}

/// The words of a few pages, each with where it is: what a thread makes by itself.
struct Batch: Sendable {
  /// The pages that were read.
  private(set) var pages: [PageMeasure] = []
  /// The postings, in the order of arrival: page by page.
  private(set) var postings: [Posting] = []
  /// For each posting with positions: how many, the first, the distances; as varints.
  private(set) var positions: [UInt8] = []
  /// For headings: how many follow, then bit and count of words, in pairs.
  private(set) var headings: [UInt8] = []
  /// The terms, by number.
  private(set) var terms = WordTable()
  /// The texts of tokens before stemming, by number.
  private(set) var surfaces = WordTable()
  /// For each surface, its term and how often it occurs.
  private(set) var termOfSurface: [UInt32] = []
  private(set) var surfaceCounts: [UInt32] = []
  /// The terms' numbers in the order of their texts.
  private(set) var sortedTerms: [UInt32] = []
  /// The postings' numbers by term, in the order of pages, and where those of a term begin.
  private(set) var postingOrder: [UInt32] = []
  private(set) var postingStarts: [UInt32] = []
  /// The surfaces' numbers by term, and where those of a term begin.
  private(set) var surfaceOrder: [UInt32] = []
  private(set) var surfaceStarts: [UInt32] = []

  /// Reads pages; `document` gives each by its number.
  init(_ numbers: Range<Int>, document: (Int) -> SearchDocument) {
    var reader = PageReader()
    pages.reserveCapacity(numbers.count)
    for number in numbers {
      pages.append(reader.read(document(number), page: UInt32(number)))
    }
    let words = reader.words
    postings = words.postings
    positions = words.positions
    headings = words.headings
    terms = words.terms
    surfaces = words.surfaces
    termOfSurface = words.termOfSurface
    surfaceCounts = words.surfaceCounts
    let count = terms.count
    (postingOrder, postingStarts) = Self.grouped(postings.map(\.term), groups: count)
    (surfaceOrder, surfaceStarts) = Self.grouped(termOfSurface, groups: count)
    let table = terms
    sortedTerms = (0..<UInt32(count)).sorted {
      table.text(Int($0)).lexicographicallyPrecedes(table.text(Int($1)))
    }
  }

  /// The numbers of items by group, each group in order; and where each group begins.
  private static func grouped(_ group: [UInt32], groups: Int) -> ([UInt32], [UInt32]) {
    var starts = [UInt32](repeating: 0, count: groups + 1)
    for each in group { starts[Int(each) + 1] += 1 }
    for index in 0..<groups { starts[index + 1] += starts[index] }
    var next = starts
    var order = [UInt32](repeating: 0, count: group.count)
    for (item, each) in group.enumerated() {
      order[Int(next[Int(each)])] = UInt32(item)
      next[Int(each)] += 1
    }
    return (order, starts)
  }

  /// The postings of a term, as their numbers.
  func postings(of term: Int) -> ArraySlice<UInt32> {
    postingOrder[Int(postingStarts[term])..<Int(postingStarts[term + 1])]
  }

  /// The surfaces of a term, as their numbers.
  func surfaces(of term: Int) -> ArraySlice<UInt32> {
    surfaceOrder[Int(surfaceStarts[term])..<Int(surfaceStarts[term + 1])]
  }

  /// The positions of a posting, as they are stored.
  func positions(of posting: Int) -> ArraySlice<UInt8> {
    let start = Int(postings[posting].positions)
    return positions[start..<(start + positionsSize(of: posting))]
  }

  /// How many bytes the positions of a posting take.
  func positionsSize(of posting: Int) -> Int {
    let end = posting + 1 < postings.count ? Int(postings[posting + 1].positions) : positions.count
    return end - Int(postings[posting].positions)
  }
}
