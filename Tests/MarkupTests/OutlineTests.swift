import Testing

@testable import Markup

@Suite struct OutlineTests {
  /// The blocks as one reads them: indented by depth, with kind, detail, lines, column and text.
  private func lines(_ markdown: String, firstLine: Int = 1) throws -> [String] {
    let document = try #require(
      MarkdownParser().parse(Array(markdown.utf8), firstLine: firstLine, outlines: true))
    let outline = try #require(document.outline)
    return outline.blocks.map { block in
      let indent = String(repeating: "  ", count: Int(block.depth))
      let detail = block.detail == 0 ? "" : "(\(block.detail))"
      let text = document.text(block.plain).replacing("\n", with: "/")
      return "\(indent)\(block.kind)\(detail) \(block.firstLine)-\(block.lastLine):\(block.column)"
        + (text.isEmpty ? "" : " \(text)")
    }
  }

  private func outline(_ markdown: String) throws -> (MarkdownDocument, Outline) {
    let document = try #require(MarkdownParser().parse(Array(markdown.utf8), outlines: true))
    return (document, try #require(document.outline))
  }

  @Test func givesListsWithTheirPlaces() throws {
    let found = try lines(
      """
      # Title

      - one
        goes on
          - [x] done
          - [ ] to do

      - two
      """, firstLine: 10)
    #expect(
      found == [
        "heading 10-10:1 Title", "list 12-17:1 one goes on/done/to do/two",
        "  item 12-15:1 one goes on/done/to do", "    paragraph 12-13:3 one goes on",
        "    list 14-15:5 done/to do", "      item(2) 14-14:5 done",
        "        paragraph 14-14:11 done", "      item(1) 15-15:5 to do",
        "        paragraph 15-15:11 to do", "  item 17-17:1 two", "    paragraph 17-17:3 two",
      ])
  }

  @Test func givesTablesWithAlignmentAndEmptyCells() throws {
    let found = try lines("a\n\n| L | R |\n|:--|--:|\n| x \\| y | |\n")
    #expect(
      found == [
        "paragraph 1-1:1 a", "table 3-5:1 L R/x | y", "  row(1) 3-3:1 L R",
        "    cell(108) 3-3:2 L", "    cell(114) 3-3:6 R", "  row 5-5:1 x | y",
        "    cell(108) 5-5:2 x | y", "    cell(114) 5-5:11",
      ])
  }

  @Test func givesQuotesCodeRulesHTMLAndFootnotes() throws {
    let found = try lines(
      """
      > [!NOTE]
      > noted

      ```sh
      code
      ```
      ***
      <details>

      x[^1]

      [^1]: Foot.
      """)
    #expect(
      found == [
        "quote 1-2:1 noted", "  paragraph 1-2:3 noted", "code 4-6:1 code", "rule 7-7:1",
        "html 8-8:1", "paragraph 10-10:1 x", "footnote(1) 12-12:7 Foot.",
        "  paragraph 12-12:7 Foot.",
      ])
  }

  @Test func marksStrongTextCodeBreaksAndFootnotes() throws {
    let (document, outline) = try outline("**a** b `c`<br>d[^n] **e**  \nf\n\n[^n]: g")
    let marks = outline.marks.map { mark in
      let range = Int(mark.plain.lowerBound)..<Int(mark.plain.upperBound)
      return "\(mark.kind) \(mark.detail) \(range.lowerBound) '\(document.text(range))'"
    }
    #expect(
      marks == [
        "strong 0 0 'a'", "code 0 4 'c'", "lineBreak 0 5 ''", "footnote 1 7 ''", "strong 0 8 'e'",
        "lineBreak 0 9 ''",
      ])
    #expect(outline.marks(in: 4..<7).map(\.kind) == [.code, .lineBreak, .footnote])
  }

  @Test func keepsCommentsForThoseWhoAsk() throws {
    let (_, outline) = try outline("text\n\n<!-- pin: x -->\n- item <!-- y -->\n")
    #expect(
      outline.comments == [
        .init(text: " pin: x ", line: 3, column: 1, plainOffset: 5, block: 2),
        .init(text: " y ", line: 4, column: 8, plainOffset: 11, block: 5),
      ])
    #expect(outline.children().map { outline.blocks[$0].kind } == [.paragraph, .html, .list])
  }

  @Test func recordsNothingUnlessAsked() throws {
    let document = try #require(MarkdownParser().parse(Array("# a".utf8)))
    #expect(document.outline == nil)
  }

  @Test func endsWithTheCapOfNesting() throws {
    let deep = String(repeating: "> ", count: 400) + "x"
    let (_, outline) = try outline(deep)
    #expect(outline.blocks.count <= MarkdownParser.nestingCap + 1)
    #expect(outline.blocks.allSatisfy { Int($0.end) == outline.blocks.count })
  }
}
