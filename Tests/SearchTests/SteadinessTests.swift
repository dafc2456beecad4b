import Testing
import Workers

@testable import Search

/// Browsers keep the files of an index that keep their names: a small edit must leave most of them.
@Suite struct SteadinessTests {
  /// Numbers that are drawn the same way everywhere: a linear congruential generator (Knuth's MMIX).
  private struct Draw {
    var state: UInt64

    mutating func callAsFunction(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static func document(_ number: Int, adding words: String = "") -> SearchDocument {
    var draw = Draw(state: UInt64(number))
    // Small numbers are drawn more often, as frequent words are.
    let text = (0..<150).map { _ in word(draw(below: draw(below: 3_000) + 1)) }
      .joined(separator: " ")
    return SearchDocument(
      kind: .note, address: "\(number).html", title: "Page \(word(number))", text: text + words)
  }

  private static func word(_ number: Int) -> String {
    let letters = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re"]
    var rest = number + 12
    var word = ""
    while rest > 0 {
      word += letters[rest % letters.count]
      rest /= letters.count
    }
    return word
  }

  private static func names(_ documents: [SearchDocument]) -> Set<String> {
    Set(SearchIndex(documents, workers: Workers(width: 2)).files.map(\.name))
  }

  @Test(arguments: [" gulimo", " entirely unheard words", " moba moba moba moba moba moba"])
  func fewFilesChangeWithANote(words: String) {
    var documents = (0..<600).map { Self.document($0) }
    let before = Self.names(documents)
    documents[300] = Self.document(300, adding: words)
    let changed = Self.names(documents).subtracting(before)
    #expect(!changed.isEmpty)
    #expect(changed.count * 8 < before.count)
  }
}
