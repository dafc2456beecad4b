import Markup
import Testing

/// Places of links: line, column, column of the address.
@Suite struct PlaceTests {
  @Test func areThoseOfTheBracketAndTheAddress() {
    #expect(
      places("See [a](b.md) and [ä](c.md \"t\").\n![p](d.png)\n") == [
        "1:5:9 link b.md", "1:19:24 link c.md", "2:1:6 image d.png",
      ])
  }

  @Test func areRightInNestedLists() {
    #expect(
      places(
        "- [a](a.md)\n  - text\n    [b](b.md)\n    - [c](c.md) [d](d.md)\n\n1. x\n   [e](e.md)\n")
        == [
          "1:3:7 link a.md", "3:5:9 link b.md", "4:7:11 link c.md", "4:17:21 link d.md",
          "7:4:8 link e.md",
        ])
  }

  @Test func areRightInBlockQuotes() {
    #expect(
      places("> [a](a.md)\n> text [b](b.md)\n>\n> > [c](c.md)\n> > and [d](d.md)\n") == [
        "1:3:7 link a.md", "2:8:12 link b.md", "4:5:9 link c.md", "5:9:13 link d.md",
      ])
  }

  @Test func areRightInTables() {
    #expect(
      places("| a | b |\n|---|---|\n| [x](x.md) | y [z](z.md) |\n| ![i](i.png) | |\n") == [
        "3:3:7 link x.md", "3:17:21 link z.md", "4:3:8 image i.png",
      ])
  }

  @Test func countTheLinesOfFrontMatter() {
    #expect(
      places("[a](a.md)\n\n[b](b.md)\n", firstLine: 5) == [
        "5:1:5 link a.md", "7:1:5 link b.md",
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func doNotDependOnHowLinesEnd(end: String) {
    let lines = ["# T", "", "[a](a.md)", "", "- x", "  [b](b.md)", "", "> q [c](c.md)", ""]
    #expect(
      places(lines.joined(separator: end)) == [
        "3:1:5 link a.md", "6:3:7 link b.md", "8:5:9 link c.md",
      ])
  }

  @Test func areThoseOfTheUseForReferences() {
    #expect(
      places("A [ref][r] and [r].\n\n[r]: target.md\n") == [
        "1:3:3 link target.md", "1:16:16 link target.md",
      ])
  }

  @Test func areThoseOfTheTagForRawHTML() {
    #expect(
      places("Text <a href=\"a.md\">a</a>\n\n<p>\n<img src=\"i.png\" alt=\"i\">\n</p>\n") == [
        "1:6:15 rawLink a.md", "4:1:11 rawImage i.png",
      ])
  }

  @Test func areThoseOfTheParagraphForBareAddresses() {
    #expect(
      places("Two: <https://b.example> and\nhttps://a.example\n") == [
        "1:6:6 autolink https://b.example", "1:0:0 autolink https://a.example",
      ])
  }

  @Test func areThoseOfTheBracketsForWikilinks() {
    #expect(
      places("- see [[other note]] or [[x|label]]\n") == [
        "1:7:9 wikilink other note", "1:25:27 wikilink x",
      ])
  }

  @Test func areRightOverSeveralLinesOfAParagraph() {
    #expect(
      places("one\ntwo [a](a.md)\n  three [b](b.md) [c](c.md)\n") == [
        "2:5:9 link a.md", "3:9:13 link b.md", "3:19:23 link c.md",
      ])
  }

  @Test func areThoseOfTheAddressWhereALabelSpansLines() {
    #expect(
      document("one [a\nb](b.md) [d](d.md)\n").links.map { "\($0.line):\($0.addressColumn)" }
        == ["2:4", "2:14"])
  }

  @Test func tellTheLabelAndTheSection() {
    let found = document("[x](x.md)\n# One\n[The *label*](y.md)\n## Two\n![alt](z.png)\n")
    #expect(found.links.map { found.text($0.label) } == ["x", "The label", "alt"])
    #expect(found.links.map(\.section) == [-1, 0, 1])
  }
}
