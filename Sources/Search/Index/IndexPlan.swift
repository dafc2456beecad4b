internal import Workers

/// All that is known once the pages are read, before any file is made.
struct IndexPlan: Sendable {
  let batches: [Batch]
  let vocabulary: Vocabulary
  let pages: PageWeights
  let sizes: IndexSizes

  init(_ batches: [Batch], inDegrees: [Int], limits: IndexLimits) {
    self.batches = batches
    vocabulary = Vocabulary(batches)
    pages = PageWeights(batches.flatMap(\.pages), inDegrees: inDegrees)
    sizes = IndexSizes(
      postings: batches.reduce(0) { $0 + $1.postings.count },
      positions: batches.reduce(0) { $0 + $1.postings.positionsSize },
      terms: vocabulary.terms.count, within: limits)
  }

  /// The terms of each lexicon file.
  var lexiconRanges: [Range<Int>] {
    Steadiness.ranges(vocabulary.terms.count, of: sizes.lexicon) { vocabulary.terms[$0].text }
  }

  /// What a lexicon file says of some terms.
  func words(of terms: Range<Int>) -> [LexiconWord] {
    terms.map { LexiconWord(term: vocabulary.terms[$0].text, surfaces: surfaces(of: $0)) }
  }

  private func surfaces(of term: Int) -> [LexiconWord.Surface] {
    var surfaces: [LexiconWord.Surface] = []
    for member in vocabulary.members(of: term) {
      let batch = batches[Int(member.batch)]
      for surface in batch.surfaces(of: Int(member.term)) {
        let text = batch.surfaces.text(surface)
        // A term has a few; those of the batches before are most often the same.
        if let known = surfaces.firstIndex(where: { $0.text[...] == text }) {
          surfaces[known].count += batch.count(ofSurface: surface)
        } else {
          surfaces.append((Array(text), batch.count(ofSurface: surface)))
        }
      }
    }
    return surfaces.count > 1 ? LexiconWord.sorted(surfaces) : surfaces
  }
}
