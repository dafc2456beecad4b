/// All words reversed, for typing errors near their beginnings (docs/search-format.md, 2.5).
struct RearFiles: Sendable {
  private let words: [(word: [UInt8], pages: UInt8)]

  private let ranges: [Range<Int>]

  private static let usualSize = 300
  /// The most files, about.
  private static let fileCap = 500

  init(_ lexica: [LexiconFile]) {
    let words = lexica.flatMap(\.rear).sorted { $0.word.lexicographicallyPrecedes($1.word) }
    let size = Steadiness.coarse(max(Self.usualSize, words.count / Self.fileCap))
    ranges = Steadiness.ranges(words.count, of: size) { words[$0].word }
    self.words = words
  }

  /// How many files there are.
  var count: Int { ranges.count }

  /// The first word of each file.
  var firstWords: [[UInt8]] { ranges.map { words[$0.lowerBound].word } }

  /// The content of a file.
  func content(of file: Int) -> [UInt8] {
    let own = words[ranges[file]]
    var bytes: [UInt8] = []
    bytes.appendVarint(own.count)
    bytes.appendColumns(own.map(\.word))
    bytes += own.map(\.pages)
    return bytes
  }
}
