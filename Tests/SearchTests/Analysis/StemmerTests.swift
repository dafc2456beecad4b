import Files
import Glibc
import Search
import Testing

@Suite struct StemmerTests {
  /// Words and the stems that Snowball's own program gives them (`make test` makes the file).
  private static let stems = getenv("SITEGEN_STEMS").map { String(cString: $0) }

  @Test(.enabled(if: stems != nil, "SITEGEN_STEMS names the words and their stems: make test"))
  func stemsAsSnowballDoes() throws {
    let path = try #require(Self.stems)
    let end = try #require(path.lastIndex(of: "/"))
    let file = try #require(ContentPath(String(path[path.index(after: end)...])))
    let bytes = try Folder(at: String(path[..<end])).source().read(file, 1 << 26)
    var stemmer = EnglishStemmer()
    var count = 0
    var differences: [String] = []
    for line in bytes.split(separator: 0x0A) {
      let pair = line.split(separator: 0x09).map { Array($0) }
      guard pair.count == 2 else { continue }
      count += 1
      let stem = stemmer.stem(pair[0])
      if stem != pair[1] { differences.append(String(decoding: pair[0], as: UTF8.self)) }
    }
    #expect(count > 100_000)
    #expect(differences == [])
  }

  @Test(arguments: [
    ("a", "a"), ("is", "is"), ("sky", "sky"), ("news", "news"), ("skis", "ski"), ("dying", "die"),
    ("generate", "generat"), ("organization", "organiz"), ("proceed", "proceed"),
    ("evening", "evening"), ("policies", "polici"), ("policy", "polici"), ("rotated", "rotat"),
    ("hopping", "hop"), ("hoping", "hope"), ("cats'", "cat"), ("past", "past"),
  ])
  func stemsAWord(word: String, stem: String) {
    var stemmer = EnglishStemmer()
    #expect(stemmer.stem(word) == stem)
  }
}
