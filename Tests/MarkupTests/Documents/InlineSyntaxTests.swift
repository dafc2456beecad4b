import Testing

@testable import Markup

@Suite struct InlineSyntaxTests {
  @Test(arguments: [
    ("Plain text, *stars* and [links](a.md#b). See now: a - b\n\n- [ ] task [x][y]\n", []),
    ("a ~ b", ["strikethrough"]),
    ("See https://example.com", ["autolinks"]), ("ftp:/", ["autolinks"]), ("a: b/", []),
    ("www.example.com", ["autolinks"]), ("ww.example.com", []), ("now. www", []),
    ("me@example.com", ["autolinks"]), ("me&commat;example.com", ["autolinks"]),
    ("me&#64;example.com", ["autolinks"]), ("a & b, &amp;", []),
    ("a[^1]\n\n[^1]: b", ["footnotes"]), ("> [^ä-1]:", ["footnotes"]), ("a[^1]", []),
    ("[^a b]: c", []),
    ("a[^1], [&Hat;2]\n\n[^1]: b", []), ("[^1]: a [&#x5e;2]", ["autolinks"]), ("[", []), ("[^", []),
    ("[^1]: a [&#X005E;2]", ["autolinks"]), ("[^1]: a [&#0094;2]", ["autolinks"]),
    ("[^1]: a [&#39;2&#39;]", ["footnotes", "autolinks"]),
    ("[^1]: [&#", ["footnotes", "autolinks"]),
    ("", []),
  ])
  func isToldFromTheBytes(_ text: String, _ expected: [String]) {
    let syntax = Self.syntax(of: text)
    #expect(
      expected
        == [
          syntax.footnotes ? "footnotes" : nil, syntax.strikethrough ? "strikethrough" : nil,
          syntax.autolinks ? "autolinks" : nil,
        ].compactMap(\.self))
  }

  /// Texts of pieces that strikethrough and autolinks are made of are what they are when cmark looks for
  /// all of that.
  @Test func whatIsNotLookedForIsNotThere() throws {
    var random = SplitMix(state: 0x1A2B_3C4D)
    var left = 0
    for _ in 0..<10_000 {
      let text = (0..<Int.random(in: 1...14, using: &random))
        .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      let syntax = Self.syntax(of: text)
      let more = InlineSyntax(
        footnotes: syntax.footnotes, strikethrough: true, autolinks: true)
      if syntax != more { left += 1 }
      let (some, all) = Array(text.utf8).withUnsafeBufferPointer { bytes in
        (MarkdownParser().parse(bytes, syntax), MarkdownParser().parse(bytes, more))
      }
      let (found, wanted) = (try #require(some), try #require(all))
      #expect(plainPage(found) == plainPage(wanted), "\(text.debugDescription)")
      #expect(found.plain == wanted.plain, "\(text.debugDescription)")
      #expect(found.links.map(\.destination) == wanted.links.map(\.destination))
    }
    // Else nothing was compared.
    #expect(left > 5_000)
  }

  @Test(arguments: [
    ("a [\\^b] c", "a [^b] c"), ("a [&Hat;b] c", "a [^b] c"), ("a [&#94;b] c", "a [^b] c"),
    ("a [&#0094;b] c", "a [^b] c"), ("a [&#x05E;b] c", "a [^b] c"),
    ("a [^b\nc d e f] g", "a [^b\nc d e f] g"),
    ("a [&Hat;b] [^c]\n\n[^c]: d e", "a [^b] [^c]</p>\n<p>[^c]: d e"),
  ])
  func aCaretThatIsNoFootnotesIsText(_ text: String, _ expected: String) {
    #expect(html(text) == "<p>\(expected)</p>\n")
  }

  @Test func aFootnoteWithoutATextIsNamed() {
    #expect(problems("a [^b] c") == ["1:3 footnoteUndefined b"])
  }

  private static func syntax(of text: String) -> InlineSyntax {
    Array(text.utf8).withUnsafeBufferPointer { InlineSyntax(in: $0) }
  }

  private static let pieces = [
    "a", "w", "www", ".", "www.a.example", ":", "/", "//", "http", "https://a.example", "@", "me",
    "mailto:", "~", "~~", "[", "]", "^", "[^a]", "\n\n[^a]: note\n\n", "\\", "&commat;", "&#64;",
    "&Hat;", "&tilde;", "&amp;", "&", "*", "**", "_", "`", "(b.md)", "!", "<", ">", " ", "\n",
    "\n\n", "- ", "> ", "# ", "| ",
    "|\n|-|\n|", "ä", "\t", "1. ", "[a]: /b", "now", "view: wow", "--",
  ]
}
