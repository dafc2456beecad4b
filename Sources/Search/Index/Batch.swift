internal import Glibc

/// What a term does in a page.
struct Posting {
  /// The page's number.
  var page: UInt32
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
///
/// A class because it is large, and many tables refer to it; nothing in it changes.
final class Batch: Sendable {
  /// The pages that were read.
  let pages: [PageMeasure]
  /// The postings by term, each term's by page, and where those of a term begin.
  let postings: [Posting]
  let postingStarts: [UInt32]
  /// For each posting: how many positions, the first, the distances; as varints.
  let positions: [UInt8]
  /// For headings: how many follow, then bit and count of words, in pairs.
  let headings: [UInt8]
  /// The terms, by number, and their numbers in the order of their texts.
  let terms: WordTable
  let sortedTerms: [UInt32]
  /// The texts of tokens before stemming, by number, and how often each occurs.
  let surfaces: WordTable
  let surfaceCounts: [UInt32]
  /// The surfaces' numbers by term, and where those of a term begin.
  private let surfaceOrder: [UInt32]
  private let surfaceStarts: [UInt32]

  /// Reads pages; `document` gives each by its number.
  init(_ numbers: Range<Int>, document: (Int) -> SearchDocument) {
    var reader = PageReader()
    var pages: [PageMeasure] = []
    pages.reserveCapacity(numbers.count)
    for number in numbers {
      pages.append(reader.read(document(number), page: UInt32(number)))
    }
    self.pages = pages
    let words = reader.words
    terms = words.terms
    surfaces = words.surfaces
    surfaceCounts = words.surfaceCounts
    headings = words.headings
    let count = terms.count
    (surfaceOrder, surfaceStarts) = Self.grouped(words.termOfSurface, groups: count)
    let (order, starts) = Self.grouped(words.termOfPosting, groups: count)
    postingStarts = starts
    (postings, positions) = Self.arranged(words, in: order)
    sortedTerms = terms.sorted()
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

  /// The postings in another order, and their positions side by side in that order.
  private static func arranged(
    _ words: PageWords, in order: [UInt32]
  ) -> ([Posting], [UInt8]) {
    var positions: [UInt8] = []
    positions.reserveCapacity(words.positions.count)
    var postings: [Posting] = []
    postings.reserveCapacity(order.count)
    for number in order {
      let start = Int(words.postings[Int(number)].positions)
      let next = Int(number) + 1
      let end =
        next < words.postings.count
        ? Int(words.postings[next].positions) : words.positions.count
      var posting = words.postings[Int(number)]
      posting.positions = UInt32(positions.count)
      postings.append(posting)
      positions.append(contentsOf: words.positions[start..<end])
    }
    return (postings, positions)
  }

  /// The postings of a term, as their numbers.
  func postings(of term: Int) -> Range<Int> {
    Int(postingStarts[term])..<Int(postingStarts[term + 1])
  }

  /// The surfaces of a term, as their numbers.
  func surfaces(of term: Int) -> ArraySlice<UInt32> {
    surfaceOrder[Int(surfaceStarts[term])..<Int(surfaceStarts[term + 1])]
  }

  /// Where the positions of a posting stand.
  func positions(of posting: Int) -> Range<Int> {
    let end = posting + 1 < postings.count ? Int(postings[posting + 1].positions) : positions.count
    return Int(postings[posting].positions)..<end
  }
}
