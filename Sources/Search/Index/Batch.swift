/// The words of a few pages, each with where it is: what a thread makes by itself.
///
/// A class because it is large, and many tables refer to it; nothing in it changes.
final class Batch: Sendable {
  /// The pages that were read.
  let pages: [PageMeasure]
  /// The terms, which are numbered in the order of their texts, and what each does in each page.
  let terms: WordList
  let postings: PostingTable
  /// The texts of tokens before stemming, term by term, and where those of a term begin.
  let surfaces: WordList
  private let surfaceCounts: [UInt32]
  private let surfaceStarts: [UInt32]

  /// Reads pages, which are numbered from `first` on.
  init(_ documents: ArraySlice<SearchDocument>, first: Int) {
    let textSize = documents.indices.reduce(0) { $0 + documents[$1].text.count }
    var reader = PageReader(textSize: textSize)
    var pages: [PageMeasure] = []
    pages.reserveCapacity(documents.count)
    for index in documents.indices {
      let page = UInt32(first + index - documents.startIndex)
      pages.append(reader.read(documents[index], page: page))
    }
    self.pages = pages
    let words = reader.finish()
    let order = words.terms.sorted()
    terms = words.terms.texts(order)
    let surfaceOrder: [UInt32]
    let counts = words.surfaces.counts()
    (surfaceOrder, surfaceStarts) = Self.surfaceOrder(counts.map(\.note), order)
    surfaces = words.surfaces.texts(surfaceOrder)
    surfaceCounts = surfaceOrder.map { counts[Int($0)].count }
    postings = words.postingTable(order)
  }

  /// The numbers of surfaces, whose terms these are, those of the terms in this order; and where those of each term
  /// begin.
  private static func surfaceOrder(
    _ terms: [UInt32], _ order: [UInt32]
  ) -> ([UInt32], [UInt32]) {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, term) in order.enumerated() { ranks[Int(term)] = rank }
    var starts = [UInt32](repeating: 0, count: order.count + 1)
    for term in terms { starts[ranks[Int(term)] + 1] += 1 }
    for rank in order.indices { starts[rank + 1] += starts[rank] }
    var next = starts
    var surfaces = [UInt32](repeating: 0, count: terms.count)
    for (surface, term) in terms.enumerated() {
      let rank = ranks[Int(term)]
      surfaces[Int(next[rank])] = UInt32(surface)
      next[rank] += 1
    }
    return (surfaces, starts)
  }

  /// The surfaces of a term, as their numbers.
  func surfaces(of term: Int) -> Range<Int> {
    Int(surfaceStarts[term])..<Int(surfaceStarts[term + 1])
  }

  /// How often a surface occurs.
  func count(ofSurface surface: Int) -> Int { Int(surfaceCounts[surface]) }
}
