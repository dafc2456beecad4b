/// What is known of all pages once their words are counted.
struct PageWeights: Sendable {
  let impact: Impact
  /// For each page, what its lengths and place make of the words in it.
  let pages: [Impact.Page]
  /// For each page, how many words its title has.
  let titleWords: [UInt8]

  init(_ measures: [PageMeasure], inDegrees: [Int]) {
    let impact = Impact(measures)
    self.impact = impact
    pages = zip(measures, inDegrees).map { impact.page($0, inDegree: $1) }
    titleWords = measures.map(\.titleWords)
  }

  /// The same for words of one page only.
  init(of page: Int, _ measures: [PageMeasure], inDegrees: [Int]) {
    impact = Impact(measures)
    pages = Array(
      repeating: impact.page(measures[page], inDegree: inDegrees[page]), count: measures.count)
    titleWords = measures.map(\.titleWords)
  }
}
