/// All words reversed, for typing errors near their beginnings (docs/search-format.md, 2.5).
struct RearFiles: Sendable {
  /// A word back to front, and the logarithm of its term's pages.
  typealias Word = (word: [UInt8], pages: UInt8)

  private let words: [Word]
  private let ranges: [Range<Int>]

  private static let usualSize = 300
  /// The most files, about.
  private static let fileCap = 500

  init(_ lexica: [LexiconFile]) {
    let words = lexica.flatMap(\.rear).sorted { $0.word.lexicographicallyPrecedes($1.word) }
    ranges = Steadiness.ranges(words.count, of: Self.size(words.count)) { words[$0].word }
    self.words = words
  }

  /// About how many of so many words a file holds.
  static func size(_ count: Int) -> Int {
    Steadiness.coarse(max(usualSize, count / fileCap))
  }

  /// How many files there are.
  var count: Int { ranges.count }

  /// The first word of each file.
  var firstWords: [[UInt8]] { ranges.map { words[$0.lowerBound].word } }

  /// How many words a file has.
  func wordCount(of file: Int) -> Int { ranges[file].count }

  /// The content of a file.
  func content(of file: Int) -> [UInt8] { Self.content(of: words[ranges[file]]) }

  /// The content of a file of these words.
  static func content(of words: some Collection<Word>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendVarint(words.count)
    bytes.appendColumns(words.map(\.word))
    bytes += words.map(\.pages)
    return bytes
  }
}
