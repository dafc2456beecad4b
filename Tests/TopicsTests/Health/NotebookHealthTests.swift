import Diagnostics
import Files
import Links
import Notes
import Testing

@testable import Topics

@Suite struct NotebookHealthTests {
  private let long = String(repeating: "word ", count: 60)

  /// What is said of each note, with `WORDS` for a long text.
  private func remarks(_ story: String) throws -> [String] {
    let book = try notebook(story.replacing("WORDS", with: long))
    let health = NotebookHealth(book, TopicGraph(book), findings: LinkReport(book).findings)
    func names(_ notes: [Int]) -> String {
      notes.map { book.notes[$0].path.string }.joined(separator: " ")
    }
    return [
      "orphans: \(names(health.orphans))", "dead ends: \(names(health.deadEnds))",
      "unreachable: \(names(health.unreachable))",
      "stubs: "
        + health.stubs.map { "\(book.notes[$0.note].path) \($0.words)" }.joined(separator: " "),
      "depths: " + health.depths.map { $0.map(String.init) ?? "-" }.joined(separator: " "),
      "blemishes: " + health.blemishes.map { "\($0.place) \($0.rule.id)" }.joined(separator: " "),
    ]
  }

  @Test func seesHowNotesHangTogether() throws {
    #expect(
      try remarks(
        """
        -- README.md --
        # Home
        [A](deep/a.md)
        -- deep/a.md --
        # A
        [B](b.md), WORDS
        -- deep/b.md --
        # B
        Few words. ![](x.png)
        -- deep/c.md --
        # C
        [D](d.md), WORDS
        -- deep/d.md --
        # D
        [C](c.md), WORDS
        -- deep/e.md --
        # E
        [later](wanted.md), WORDS
        """) == [
          "orphans: deep/e.md", "dead ends: deep/b.md", "unreachable: deep/c.md deep/d.md",
          "stubs: deep/b.md 3", "depths: 0 1 2 2 2 2", "blemishes: deep/b.md:2:12 image-alt-empty",
        ])
  }

  @Test func aFoldersNoteListsOthersAndIsReachedThroughItsFolder() throws {
    #expect(
      try remarks(
        """
        -- guide/README.md --
        # Guide
        -- guide/a.md --
        # A
        [Up](.), WORDS
        -- z.md --
        # Z
        [Guide](guide), WORDS
        """) == [
          "orphans: guide/a.md z.md", "dead ends: ", "unreachable: ", "stubs: ", "depths: 1 2 1",
          "blemishes: ",
        ])
  }

  @Test func oneNoteAloneIsNeitherOrphanNorDeadEnd() throws {
    #expect(
      try remarks("-- a.md --\n# A\nWORDS") == [
        "orphans: ", "dead ends: ", "unreachable: ", "stubs: ", "depths: 1", "blemishes: ",
      ])
  }

  @Test func aLinkToItsOwnSectionLeadsNowhereElse() throws {
    let found = try remarks(
      "-- README.md --\n# H\n[A](a.md)\n-- a.md --\n# A\n## Next\n[Below](#a), [A](a.md) WORDS")
    #expect(found[1] == "dead ends: a.md")
  }

  @Test func aNoteThatSaysWhatIsToBeWrittenIsNoDeadEnd() throws {
    let found = try remarks("-- a.md --\n# A\n## Next\n[B](b.md)\n-- c.md --\n# C")
    #expect(found[1] == "dead ends: c.md")
  }

  @Test func anEmptyFolderIsInOrder() throws {
    #expect(
      try remarks("").allSatisfy { $0.hasSuffix(": ") })
  }
}
