/// All words reversed, for typing errors near their beginnings (docs/search-format.md, 2.5).
struct RearFiles: Sendable {
  private let words: [(word: [UInt8], pages: UInt8)]

  private let size: Int

  private static let usualSize = 300
  /// The most files, about.
  private static let fileCap = 500

  init(_ lexica: [LexiconFile]) {
    words = lexica.flatMap(\.rear).sorted { $0.word.lexicographicallyPrecedes($1.word) }
    size = max(Self.usualSize, words.count / Self.fileCap)
  }

  /// How many files there are.
  var count: Int { (words.count + size - 1) / size }

  /// The first word of each file.
  var firstWords: [[UInt8]] { (0..<count).map { words[$0 * size].word } }

  /// The content of a file.
  func content(of file: Int) -> [UInt8] {
    let own = words[(file * size)..<min(words.count, (file + 1) * size)]
    var bytes: [UInt8] = []
    bytes.appendVarint(own.count)
    bytes.appendColumns(own.map(\.word))
    bytes += own.map(\.pages)
    return bytes
  }
}
