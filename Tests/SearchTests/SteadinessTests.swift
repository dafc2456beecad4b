import Testing
import Workers

@testable import Search

/// Browsers keep the files of an index that keep their names: a small edit must leave most of them.
@Suite struct SteadinessTests {
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

  /// What is cut again after changes is cut as if all of it were new, and most of it is not asked for.
  @Test(arguments: [16, 17, 40])
  func cutsAgainAsIfAllWereNew(size: Int) {
    var draw = Draw(state: UInt64(size))
    var items = (0..<1_000).map { $0 * 10 }
    func text(_ item: Int) -> [UInt8] { Array("\(item)".utf8) }
    func cut(_ items: [Int]) -> [[Int]] {
      Steadiness.ranges(items.count, of: size) { text(items[$0]) }.map { Array(items[$0]) }
    }
    for _ in 0..<200 {
      let before = cut(items)
      var pieces = before
      for _ in 0...draw(below: 4) {
        let piece = draw(below: 3) == 0 ? before.count - 1 : draw(below: before.count)
        switch draw(below: 8) {
        case 0: pieces[piece] = []
        case 1...3: if !pieces[piece].isEmpty { pieces[piece].removeLast() }
        default:
          let place = draw(below: pieces[piece].count + 1)
          let bound = place > 0 ? pieces[piece][place - 1] : before[piece][0] - 1
          let limit = place < pieces[piece].count ? pieces[piece][place] : bound + 10
          if bound + 1 < limit, piece + 1 == before.count || bound + 1 < before[piece + 1][0] {
            pieces[piece].insert(bound + 1, at: place)
          }
        }
      }
      items = pieces.flatMap { $0 }
      var asked: Set<Int> = []
      let again = Steadiness.recut(
        before.count, of: size, moves: { pieces[$0] != before[$0] },
        differs: { pieces[$0] != before[$0] },
        items: {
          asked.insert($0)
          return pieces[$0]
        }, text: text)
      let found = again.map { piece in
        switch piece {
        case .same(let number): before[number]
        case .made(let items): items
        }
      }
      #expect(found == cut(items))
      #expect(before.count < 20 || asked.count < before.count)
      if items.count < 300 { items = (0..<1_000).map { $0 * 10 } }
    }
  }
}
