/// How small files may be, and how long a list; other numbers serve tests only.
struct IndexLimits: Sendable, Equatable {
  /// The most pages of a hot list, whatever the size of the site.
  var cap = 1_024
  /// About how many bytes a hot and a cold file hold at least before they are compressed.
  var leastHot = 1_200
  var leastCold = 16_000
  /// About how many terms a lexicon file holds at least.
  var leastLexicon = 200
  /// What it never is below: cuts need room.
  static let fewestTerms = 16
}

/// How large files get, which follows from how much there is in all.
struct IndexSizes: Sendable, Equatable {
  let cap: Int
  /// About how many bytes a hot and a cold file hold before they are compressed.
  let hot: Int
  let cold: Int
  /// About how many terms a lexicon file holds.
  let lexicon: Int

  /// The most lexicon files, about; of a larger vocabulary each holds more terms.
  private static let lexiconCap = 700

  /// `positions` is how many bytes the positions of all postings take.
  init(postings: Int, positions: Int, terms: Int, within limits: IndexLimits) {
    cap = limits.cap
    // Small files for small sites; for large ones so many that there are never more than 15,000.
    hot = max(limits.leastHot, Steadiness.coarse(postings * 4 / 4_000))
    cold = Steadiness.coarse(max(limits.leastCold, positions / 300))
    lexicon = Steadiness.coarse(max(limits.leastLexicon, terms / Self.lexiconCap))
  }
}

/// How many bytes a term's lists take.
struct ListSizes: Sendable, Equatable {
  /// Its columns in a hot file.
  var hot: UInt32 = 0
  /// Its positions.
  var positions: UInt32 = 0
  /// All it adds to a group of cold lists; where that is more than such a group holds, one byte more.
  var cold: UInt32 = 0
}

/// Decides which terms share a hot and a cold file, by nothing but their sizes.
struct TermPacking {
  private let sizes: IndexSizes
  private var hot = 0
  private var cold = 0

  init(_ sizes: IndexSizes) { self.sizes = sizes }

  /// Takes in the columns of the next term; true where a new hot file begins with it.
  mutating func beginsHot(_ size: Int) -> Bool {
    let begins = hot > 0 && hot + size > sizes.hot
    hot = begins ? size : hot + size
    return begins
  }

  /// Whether a new group of cold lists begins with a term that has so many bytes of positions.
  func beginsCold(_ positions: Int) -> Bool {
    cold > 0 && cold + positions > sizes.cold
  }

  /// Takes in the cold list of a term.
  mutating func takeCold(_ size: Int, begins: Bool) {
    cold = begins ? size : cold + size
  }
}
