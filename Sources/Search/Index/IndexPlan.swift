internal import Workers

/// All that is known once the pages are read, before any file is made.
struct IndexPlan: Sendable {
  let batches: [Batch]
  let vocabulary: Vocabulary
  let impact: Impact
  /// For each page, what its lengths and place make of the words in it.
  let weights: [Impact.Page]
  /// For each page, how many words its title has.
  let titleWords: [UInt8]
  /// About how many bytes a hot and a cold file hold before they are compressed.
  let hotSize: Int
  let coldSize: Int

  /// The most pages of a hot list, whatever the size of the site.
  static let cap = 1_024
  /// About how many terms a lexicon file holds.
  static let lexiconSize = 200
  /// The most lexicon files, about; of a larger vocabulary each holds more terms.
  static let lexiconCap = 700

  init(_ batches: [Batch], inDegrees: [Int]) {
    self.batches = batches
    vocabulary = Vocabulary(batches)
    let measures = batches.flatMap(\.pages)
    let impact = Impact(measures)
    self.impact = impact
    weights = zip(measures, inDegrees).map { impact.page($0, inDegree: $1) }
    titleWords = measures.map(\.titleWords)
    // Small files for small sites; for large ones so many that there are never more than 15,000.
    let hot = batches.reduce(0) { $0 + $1.postings.count } * 4
    hotSize = max(1_200, Steadiness.coarse(hot / 4_000))
    coldSize = Steadiness.coarse(
      max(16_000, batches.reduce(0) { $0 + $1.postings.positionsSize } / 300))
  }

  /// The terms of each lexicon file.
  var lexiconRanges: [Range<Int>] {
    let size = Steadiness.coarse(max(Self.lexiconSize, vocabulary.terms.count / Self.lexiconCap))
    return Steadiness.ranges(vocabulary.terms.count, of: size) { vocabulary.terms[$0].text }
  }

  /// The texts that a term stands for, the most frequent first; and how often each occurs.
  func surfaces(of term: Int) -> [(text: [UInt8], count: Int)] {
    var counts: [[UInt8]: Int] = [:]
    for member in vocabulary.members(of: term) {
      let batch = batches[Int(member.batch)]
      for surface in batch.surfaces(of: Int(member.term)) {
        counts[Array(batch.surfaces.text(Int(surface))), default: 0] +=
          batch.count(ofSurface: Int(surface))
      }
    }
    return counts.map { ($0.key, $0.value) }.sorted { left, right in
      left.count != right.count
        ? left.count > right.count : left.text.lexicographicallyPrecedes(right.text)
    }
  }
}
