import Synchronization
import Workers

@testable import Search

/// Numbers that are drawn the same way everywhere: a linear congruential generator (Knuth's MMIX).
struct Draw {
  var state: UInt64

  mutating func callAsFunction(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// One of some thousand made words; small numbers are drawn more often, as frequent words are.
  mutating func word() -> String {
    let letters = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re"]
    var rest = self(below: self(below: self(below: 2_000) + 1) + 1) + 12
    var word = ""
    while rest > 0 {
      word += letters[rest % letters.count]
      rest /= letters.count
    }
    return word + ["", "", "", "s", "ing"][self(below: 5)]
  }

  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }
}

/// Files by their names, which threads may write.
final class Shelf: Sendable {
  private let files = Mutex<[String: [UInt8]]>([:])

  init(_ files: [String: [UInt8]] = [:]) { self.files.withLock { $0 = files } }

  var all: [String: [UInt8]] { files.withLock { $0 } }

  subscript(name: String) -> [UInt8]? {
    get { files.withLock { $0[name] } }
    set { files.withLock { $0[name] = newValue } }
  }
}

/// Notes and topics that are indexed, changed, and indexed again.
struct ChangingSite {
  struct Page {
    var title: String
    var sections: [(heading: String, words: [String])]
    var isNote = true

    /// The page as its note has it.
    var document: SearchDocument {
      var text: [UInt8] = Array("A line that is in no section\n".utf8)
      let sections = sections.map { heading, words in
        let start = text.count
        text += words.joined(separator: " ").utf8 + [0x0A]
        return SearchDocument.Section(
          heading: heading, anchor: heading.replacing(" ", with: "-"),
          level: heading.isEmpty ? 0 : 2, text: start..<text.count)
      }
      var document = SearchDocument(
        address: "\(title).html", title: title, sections: sections, text: text)
      document.kind = isNote ? .note : .topic
      document.keywords = ["keyword"]
      return document
    }
  }

  var pages: [Page]
  /// Small files and short lists, so that a small site has all that a large one has.
  static let limits = IndexLimits(cap: 12, leastHot: 200, leastCold: 120, leastLexicon: 40)

  init(_ draw: inout Draw, notes: Int = 60) {
    pages = (0..<notes).map { number in
      Page(
        title: "Note \(number) \(draw.word())",
        sections: (0..<(number == 7 ? 35 : 1 + draw(below: 4))).map { section in
          (section == 0 ? "" : draw.text(2), (0..<draw(below: 60)).map { _ in draw.word() })
        })
    }
    pages += (0..<10).map {
      Page(
        title: "Topic \($0)", sections: [("", ["treated", "in", draw.word()])], isNote: false)
    }
  }

  /// All pages, with what other notes say about them.
  var documents: [SearchDocument] {
    pages.enumerated().map { number, page in
      var document = page.document
      document.inDegree = number * 7 % 5
      document.trail = number % 3 == 0 ? [] : ["Folder \(number % 4)", "Tab\there"]
      document.facets = [.init(.folder, "Folder \(number % 4)")]
      if number % 5 == 0 { document.aliases = ["Alias \(number)", "moba"] }
      return document
    }
  }

  /// The index and its memory, made from nothing.
  func index() -> (site: [String: [UInt8]], memory: [String: [UInt8]]) {
    let memory = Shelf()
    let index = SearchIndex(
      documents, workers: Workers(width: 1), keeping: { memory[$0] = $1 }, limits: Self.limits)
    return (Self.scripts(index.files), memory.all)
  }

  static func scripts(_ files: [IndexFile]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.script) })
  }

  /// What follows a change of a note.
  func update(
    _ page: Int, to new: ChangingSite, memory: [String: [UInt8]], site: [String: [UInt8]]
  ) -> IndexUpdate? {
    IndexUpdate(
      of: page, from: pages[page].document, to: new.pages[page].document,
      memory: { memory[$0] }, file: { site[$0] }, workers: Workers(width: 2))
  }

  /// Changes a note in one of many ways, and gives its number.
  mutating func edit(_ draw: inout Draw) -> Int {
    let number = draw(below: 4) == 0 ? 7 : draw(below: pages.count - 10)
    let section = draw(below: pages[number].sections.count)
    var words = pages[number].sections[section].words
    let place = draw(below: words.count + 1)
    let end = min(words.count, place + 1 + draw(below: 5))
    switch draw(below: 12) {
    case 0, 1: words.insert(draw.word(), at: place)
    case 2: words.removeSubrange(place..<end)
    case 3, 4: words.replaceSubrange(place..<end, with: (place..<end).map { _ in draw.word() })
    case 5: words += ["\n"] + (0..<draw(below: 30)).map { _ in draw.word() }
    case 6: words = []
    case 7: words.insert("rare\(draw(below: 1_000))s never-heard\u{1E}of", at: place)
    case 8: words.removeAll { $0.utf8.count > 8 }
    case 9: words.insert("新幹線 naïve C++ s3:PutObject moba's", at: place)
    case 10:
      if draw(below: 6) == 0 { words += (0..<3_000).map { _ in draw.word() } }
      words = words.count > 3_000 ? Array(words.prefix(20)) : words
    default:
      if pages[number].sections.count > 1, draw(below: 2) == 0 {
        pages[number].sections.removeLast()
      } else {
        pages[number].sections.append((draw.text(2), [draw.word()]))
      }
      return number
    }
    pages[number].sections[section].words = words
    return number
  }
}
