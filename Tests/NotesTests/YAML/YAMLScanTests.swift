import Testing
import Yams

@testable import Notes

/// The walk in front of Yams beside Yams itself, on many small texts.
@Suite struct YAMLScanTests {
  private static let pieces: [String] = [
    "a", "b: ", "b:\n", "- ", "\n", "\n  ", "\n ", " ", "[", "]", "{", "}", ", ", ",", ":", ": ",
    "'", "\"", "#", " #", "|", "|-", "|\n", ">\n  ", "|2\n", "---", "...", "ü", "\u{2028}",
    "\u{85}", "\r\n", "\r", "\t", "\\", "x y", "k: v\n", "  - i\n", "-", "%", "@", "`", "=", "~",
    "\u{FEFF}", "🙂",
  ]
  private static let refused: [String] = [
    "&", "&a ", "*", "*a", "!", "!!str ", "?", "? ", "<<: ", "<<",
  ]

  private static func text(
    of pieces: [String], _ generator: inout SeededGenerator
  ) -> String {
    let text = (0..<Int.random(in: 1...14, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    // A byte order mark in front is taken off before the text is walked and composed.
    return String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
  }

  private func check(_ text: String) throws -> (walked: Bool, read: YAMLValue?) {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      let checked = try YAMLText.check(bytes, firstLine: 1)
      var scan = YAMLScan(checked.bytes, firstLine: 1)
      do throws(YAMLProblem) { try scan.run() } catch { return (false, nil) }
      let value = try? YAMLComposer.compose(checked, keys: scan.keys, firstLine: 1)
      return (true, value)
    }
  }

  @Test func refusesNothingThatYamsCanRead() throws {
    var generator = SeededGenerator(seed: 1)
    var readable = 0
    for _ in 0..<fuzzCount(300_000) {
      let text = Self.text(of: Self.pieces, &generator)
      guard let node = try? Yams.compose(yaml: text, .basic, .default, .utf8) else { continue }
      if text.contains("---") || text.contains("...") || hasOddKey(node) { continue }
      readable += 1
      #expect(try check(text).walked, "\(text.debugDescription)")
    }
    #expect(readable > fuzzCount(20_000))
  }

  @Test func letsNoAnchorAliasOrTagPass() throws {
    var generator = SeededGenerator(seed: 2)
    var passed = 0
    let pieces = Self.pieces + Self.refused + Self.refused
    for _ in 0..<fuzzCount(300_000) {
      let text = Self.text(of: pieces, &generator)
      guard try check(text).walked else { continue }
      do {
        // As long as the parser lives, its nodes remember their anchors.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else { continue }
        passed += 1
        #expect(isPlain(node), "\(text.debugDescription)")
        withExtendedLifetime(parser) {}
      } catch let error as YamlError {
        // An alias that slipped through would be an undefined one.
        #expect(!"\(error)".contains("alias"), "\(text.debugDescription)")
        #expect(!"\(error)".contains("another document"), "\(text.debugDescription)")
      }
    }
    #expect(passed > fuzzCount(10_000))
  }

  @Test func readsWhatYamsReadsWithTheSameKeys() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<fuzzCount(100_000) {
      let text = Self.text(of: Self.pieces, &generator)
      guard let node = try? Yams.compose(yaml: text, .basic, .default, .utf8), !hasOddKey(node)
      else { continue }
      guard let value = try check(text).read else { continue }
      #expect(flat(value) == flat(node), "\(text.debugDescription)")
    }
  }

  private func hasOddKey(_ node: Node) -> Bool {
    switch node {
    case .scalar, .alias: false
    case .sequence(let items): items.contains { hasOddKey($0) }
    case .mapping(let pairs):
      pairs.contains { key, value in
        guard let name = key.scalar else { return true }
        return name.string.isEmpty || name.string == "<<" || hasOddKey(value)
      }
    }
  }

  private func isPlain(_ node: Node) -> Bool {
    guard node.anchor == nil else { return false }
    switch node {
    case .alias: return false
    case .scalar(let scalar): return node.tag == Tag(.str) && scalar.anchor == nil
    case .sequence(let items): return node.tag == Tag(.seq) && items.allSatisfy { isPlain($0) }
    case .mapping(let pairs):
      return node.tag == Tag(.map) && pairs.allSatisfy { isPlain($0) && isPlain($1) }
    }
  }

  private func flat(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.style == .plain ? scalar.string : "'\(scalar.string)'"
    case .sequence(let items): "[" + items.map { flat($0) }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.string ?? ""): \(flat($1))" }.joined(separator: ", ") + "}"
    case .alias: "alias"
    }
  }

  private func flat(_ value: YAMLValue) -> String {
    NotesTests.flat(value)
  }
}
