import Testing

@testable import Notes

/// The short cut beside Yams.
@Suite struct PlainYAMLTests {
  /// What the short cut and the long way make of a text; nil from the short cut means "not sure".
  private func both(_ text: [UInt8]) -> (short: YAMLValue?, long: Result<YAMLValue?, YAMLProblem>) {
    text.withUnsafeBufferPointer { bytes in
      (
        PlainYAML.read(bytes, firstLine: 2),
        Result { () throws(YAMLProblem) in try SafeYAML.readWithYams(bytes, firstLine: 2) }
      )
    }
  }

  private func agrees(_ text: [UInt8]) -> Bool? {
    let (short, long) = both(text)
    guard let short else { return nil }
    return long == .success(short)
  }

  private static let starts = [
    "a", "Word", "3", "1.10", "no", "ü", "日本語", "(x", "/p/q", "2026-01-31", "12:30", "~", "<<", "=",
    "x-y", "a&b", "it's", "R&D *x*", "a: b", "a #b", "a#b", "x:", "-", "?", "&a", "*a", "!t", "@",
    "`", "%", "|", ">", "\u{A0}b", "a\u{2028}b", "a\u{85}b", "\u{FEFF}", "🙂", "a, b", "[a", "{a",
    "a]", "a}", "\\n", "null", "---", "...", "a\tb", "<b>", "$x", "^", ";", "_", ".", "+1", ",",
  ]
  private static let quotes = [
    #""q""#, #""q & r: s #t""#, "'q'", "'it''s'", #""a\nb""#, #""""#, "''", #""ü""#, "'a", #""b"#,
    #""a" b"#, "'a' 'b'", #"" x ""#,
  ]

  private static func scalar(_ generator: inout SeededGenerator, easy: Bool) -> String {
    if easy {
      return ["a", "Some words", "3", "'q: r'", "\"x # y\"", "ü", "12:30", "no"]
        .randomElement(using: &generator) ?? ""
    }
    let list = Int.random(in: 0..<3, using: &generator) == 0 ? quotes : starts
    return list.randomElement(using: &generator) ?? ""
  }

  private static func mapping(_ generator: inout SeededGenerator, easy: Bool) -> String {
    func pick(_ items: [String]) -> String { items.randomElement(using: &generator) ?? "" }
    let end = pick(["\n", "\n", "\r\n"])
    var text = ""
    for number in 0..<Int.random(in: 1...5, using: &generator) {
      if Int.random(in: 0..<8, using: &generator) == 0 {
        text += pick(
          easy ? ["", "# c", "  "] : ["", "# c", "  ", "  # c", "\t", "x", "# ü", "---", "..."])
        text += end
      }
      let key =
        easy
        ? "k\(number)"
        : pick([
          "k\(number)", "k\(number)", "k\(number)", "a-b", "_c", "1", "ü", "k 1", "'k'", "<<", "-",
        ])
      text += key + pick(easy ? [":"] : [":", ":", ":", ":", " :", "", "::"])
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        text += pick(["", " ", "  "]) + end
      case 1:
        let items = (0..<Int.random(in: 0...3, using: &generator))
          .map { _ in scalar(&generator, easy: easy) }
        text +=
          " [" + pick(["", " "])
          + items.joined(separator: pick(easy ? [", ", ","] : [", ", ",", " , ", ",,"])) + "]"
        text += pick(easy ? ["", " "] : ["", " ", " # c", "]", " x"]) + end
      case 2:
        text += end
        let margin = pick(easy ? ["", "  "] : ["", "  ", " ", "\t"])
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          text += margin + pick(easy ? ["- "] : ["- ", "- ", "- ", "-", "-  ", "  - "])
          text += scalar(&generator, easy: easy) + end
        }
      default:
        text +=
          " " + scalar(&generator, easy: easy)
          + pick(easy ? ["", "  "] : ["", " ", " # c", "\n  more", ": x"]) + end
      }
    }
    return Bool.random(using: &generator) ? text : String(text.dropLast())
  }

  @Test func givesWhatYamsGivesForPlainMappings() {
    var generator = SeededGenerator(seed: 4)
    let count = fuzzCount(40_000)
    var sure = 0
    for _ in 0..<count {
      let text = Self.mapping(&generator, easy: true)
      guard let agrees = agrees(Array(text.utf8)) else { continue }
      sure += 1
      #expect(agrees, "\(text.debugDescription)")
    }
    // Nearly all of the subset takes the short cut.
    #expect(sure > count * 9 / 10)
  }

  @Test func neverDiffersFromYamsElsewhere() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<fuzzCount(100_000) {
      let text = Self.mapping(&generator, easy: false)
      #expect(agrees(Array(text.utf8)) != false, "\(text.debugDescription)")
    }
  }

  @Test func neverDiffersFromYamsOnBrokenBytes() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<fuzzCount(100_000) {
      var bytes = Array(Self.mapping(&generator, easy: true).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      #expect(agrees(bytes) != false, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func takesTheShortCutForTypicalFrontMatter() {
    #expect(
      agrees(
        Array(
          """
          title: Identity & access
          description: "Who: may do what"
          order: 4
          tags: [aws, iam, 'security']
          aliases:
            - old/path.md
            - older.md
          draft: false
          """.utf8)) == true)
  }
}
