internal import Glibc

/// How much a term says about a page: BM25F over title, headings and text, from 1 to 63.
///
/// Made once, when the index is; engines add integers. Source: Robertson, Zaragoza, Taylor, "Simple
/// BM25 extension to multiple weighted fields" (2004).
struct Impact: Equatable {
  private let titleMean: Double
  private let headingMean: Double
  private let bodyMean: Double

  private static let titleWeight = 9.0
  private static let headingWeight = 3.5
  private static let bodyWeight = 1.0
  private static let saturation = 2.0
  /// How much a field's length counts: 0 to 1.
  private static let titleNorm = 0.5
  private static let headingNorm = 0.5
  private static let bodyNorm = 0.6

  /// How much less what is no note counts than a note with the same words.
  private static let otherPrior = 0.75

  init(_ all: [PageMeasure]) {
    // Topics and rows are short and many: the means are those of notes, if there are any.
    let notes = all.filter(\.isNote)
    let measures = notes.isEmpty ? all : notes
    let count = Double(max(1, measures.count))
    var title = 0.0
    var heading = 0.0
    var body = 0.0
    for measure in measures {
      title += Double(measure.titleLength)
      heading += Double(measure.headingLength)
      body += Double(measure.bodyLength)
    }
    // A word more in one note changes what lists of all notes hold only where a mean takes a step.
    titleMean = Steadiness.coarse(max(1, title / count))
    headingMean = Steadiness.coarse(max(1, heading / count))
    bodyMean = Steadiness.coarse(max(1, body / count))
  }

  /// What a page's lengths and place in the graph make of it.
  struct Page: Sendable {
    var title: Double
    var heading: Double
    var body: Double
    var prior: Double
  }

  func page(_ measure: PageMeasure, inDegree: Int) -> Page {
    func weight(_ weight: Double, _ norm: Double, _ length: UInt32, _ mean: Double) -> Double {
      weight / (1 - norm + norm * Double(length) / mean)
    }
    return Page(
      title: weight(Self.titleWeight, Self.titleNorm, measure.titleLength, titleMean),
      heading: weight(Self.headingWeight, Self.headingNorm, measure.headingLength, headingMean),
      body: weight(Self.bodyWeight, Self.bodyNorm, measure.bodyLength, bodyMean),
      prior: (measure.isNote ? 1 : Self.otherPrior)
        * (1 + 0.02 * min(5, log2(1 + Double(inDegree)))))
  }

  func impact(_ posting: Posting, in page: Page) -> UInt8 {
    let sum =
      Double(posting.titleCount) * page.title + Double(posting.headingCount) * page.heading
      + Double(posting.bodyCount) * page.body
    let value = 58 * sum / (Self.saturation + sum) * page.prior
    return UInt8(max(1, min(63, value + 0.5)))
  }
}
