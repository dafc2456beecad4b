/// The words of a few pages, each with where it is: what a thread makes by itself.
///
/// A class because it is large, and many tables refer to it; nothing in it changes.
final class Batch: Sendable {
  /// The pages that were read.
  let pages: [PageMeasure]
  /// What each term does in each page.
  let postings: PostingTable
  /// The terms, by number, and their numbers in the order of their texts.
  let terms: WordTable
  let sortedTerms: [UInt32]
  /// The texts of tokens before stemming, by number.
  let surfaces: WordTable
  private let surfaceNotes: [PageWords.Surface]
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
    var words = reader.words
    words.finish()
    terms = words.terms
    surfaces = words.surfaces
    surfaceNotes = words.surfaceNotes
    (surfaceOrder, surfaceStarts) = Self.grouped(
      surfaceNotes.map(\.term), groups: terms.count)
    let positionsSize = words.positionsSize
    postings = PostingTable(
      words.postings, places: words.places, terms: words.termOfPosting,
      positionsSize: positionsSize, termCount: terms.count)
    sortedTerms = terms.sorted()
  }

  /// The numbers of items by group, each group in order; and where each group begins.
  static func grouped(_ group: [UInt32], groups: Int) -> ([UInt32], [UInt32]) {
    var starts = [UInt32](repeating: 0, count: groups + 1)
    for each in group { starts[Int(each) + 1] += 1 }
    for index in 0..<groups { starts[index + 1] += starts[index] }
    var next = starts
    let order = [UInt32](unsafeUninitializedCapacity: group.count) { order, count in
      for (item, each) in group.enumerated() {
        order[Int(next[Int(each)])] = UInt32(item)
        next[Int(each)] += 1
      }
      count = group.count
    }
    return (order, starts)
  }

  /// The surfaces of a term, as their numbers.
  func surfaces(of term: Int) -> ArraySlice<UInt32> {
    surfaceOrder[Int(surfaceStarts[term])..<Int(surfaceStarts[term + 1])]
  }

  /// How often a surface occurs.
  func count(ofSurface surface: Int) -> Int { Int(surfaceNotes[surface].count) }
}
