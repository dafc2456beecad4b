import Diagnostics
import Files
import Markup
import Notes
import Testing

/// What there is to say about notes by themselves and about the folder as a whole.
@Suite struct NoteStories {
  @Test func contentsListsThatFitSayNothing() throws {
    try check(
      """
      -- a.md --
      # A
      - [One](#one)
        - [Deep](#deep)
      - [Two](#two)
      ## One
      ### Deep
      ### Left out, one level down
      ## Two
      ## Next Steps
      """,
      finds: [])
  }

  @Test func contentsListsThatLeaveOutSectionsAreReported() throws {
    try check(
      """
      -- a.md --
      # A

      - [One](#one)
      - [Two](#two)

      ## One
      ## New & shiny
      ## Two
      """,
      finds: [
        "a.md:3: info: the table of contents leaves out 'New & shiny' [toc-drift]"
          + " add '- [New & shiny](#new--shiny)'"
      ])
  }

  @Test func contentsListsInAnotherOrderAreReported() throws {
    try check(
      """
      -- a.md --
      # A
      1. [Two](#two)
      2. [One](#one)
      ## One
      ## Two
      """,
      finds: [
        "a.md:2: info: the table of contents has another order than the headings [toc-drift]"
          + " bring its entries into the order of the sections"
      ])
  }

  @Test func contentsListsWithAnEntryTooManyHaveAMissingSection() throws {
    try check(
      """
      -- a.md --
      # A
      - [One](#one)
      - [Gone](#gone)
      ## One
      """,
      finds: [
        "a.md:3:10: warning: this note has no section '#gone' [anchor-missing]"
          + " did you mean '#one'?"
      ])
  }

  @Test func listsOfLinksElsewhereAreNoContents() throws {
    try check(
      """
      -- a.md --
      # A
      - [One](#one) and text
      - [Two](#two)
      ## One
      ## Two
      ## Three
      """,
      finds: [])
  }

  @Test func frontMatterIsReportedWithItsPlace() throws {
    let story = try check(
      """
      -- a.md --
      ---
      title: A note
      order: first
      tgas: [x]
      ---
      # Heading
      [gone](gone.md)
      -- b.md --
      ---
      title: [unclosed
      ---
      # B
      """,
      finds: [
        "a.md:3:8: error: 'order' must be a number, not 'first' [frontmatter-invalid]"
          + " write it as 3 or 2.5",
        "a.md:4:1: warning: unknown key 'tgas' [frontmatter-unknown-key] did you mean 'tags'?",
        "a.md:7:8: warning: 'gone.md' is not written yet [topic-wanted]",
        "b.md:2:8: error: a list in brackets is not closed [frontmatter-invalid]"
          + " put ',' between its items and ']' at its end",
      ])
    #expect(story.notebook.notes.map(\.title) == ["A note", "B"])
  }

  @Test func twoNotesForOnePageAreAnErrorWithBothPlaces() throws {
    let story = try check(
      """
      -- guide.markdown --
      # One
      -- guide.md --
      # Two
      -- sub/README.md --
      # Readme
      -- sub/index.md --
      # Index
      """,
      finds: [
        "guide.md: error: 'guide.md' and 'guide.markdown' would both become 'guide.html'"
          + " [slug-collision] this one is built as 'guide.md.html'; rename one of them, or give"
          + " it a slug",
        "sub/index.md: error: 'sub/index.md' and 'sub/README.md' would both become"
          + " 'sub/index.html' [slug-collision] this one is built as 'sub/index.md.html'; rename"
          + " one of them, or give it a slug",
      ])
    #expect(Set(story.notebook.notes.map(\.page)).count == 4)
  }

  @Test func namesThatDifferOnlyInCaseAreAnError() throws {
    try check(
      """
      -- Note.md --
      # One
      -- i.png --
      -- i.PNG --
      -- note.md --
      # Two
      """,
      finds: [
        "i.png: error: 'i.png' and 'i.PNG' differ only in upper and lower case"
          + " [path-case-clash] many file systems cannot hold both; rename one of them",
        "note.md: error: 'note.md' and 'Note.md' differ only in upper and lower case"
          + " [path-case-clash] many file systems cannot hold both; rename one of them",
      ])
  }

  @Test func draftsAreLeftOutUnlessAskedFor() throws {
    let notes = """
      -- a.md --
      [d](d.md)
      -- d.md --
      ---
      draft: true
      ---
      # Draft
      [gone](gone.md)
      """
    let without = try check(
      notes, leads: ["a.md: wanted d.md"],
      finds: ["a.md:1:5: warning: 'd.md' is not written yet [topic-wanted]"])
    #expect(without.notebook.draftCount == 1)
    #expect(without.notebook.notes.map(\.path.string) == ["a.md"])
    let with = try check(
      notes, selection: .init(includesDrafts: true), leads: ["a.md: d.md", "d.md: wanted gone.md"],
      finds: ["d.md:5:8: warning: 'gone.md' is not written yet [topic-wanted]"])
    #expect(with.notebook.draftCount == 0)
  }

  @Test func ignoredPathsAreNotThere() throws {
    try check(
      """
      -- a.md --
      [x](old/b.md)
      -- old/b.md --
      # B
      """,
      selection: .init(ignores: { $0.hasPrefix("old/") }), leads: ["a.md: wanted old/b.md"],
      finds: ["a.md:1:5: warning: 'old/b.md' is not written yet [topic-wanted]"])
  }

  @Test func theReadingOrderIsOrderThenNumberThenTitle() throws {
    let story = try check(
      """
      -- zebra.md --
      # Aardvark
      -- apple.md --
      # Banana
      -- 10_ten.md --
      # Ten
      -- 9-nine.md --
      # Nine
      -- last.md --
      ---
      order: 9.5
      ---
      # Between
      -- README.md --
      # Home
      -- 2-folder/x.md --
      # X
      -- 1-folder/index.md --
      # Index
      -- beta/y.md --
      # Y
      -- alpha/README.md --
      # Zulu
      -- alpha/y.md --
      # Y
      """,
      finds: [])
    let notebook = story.notebook
    #expect(
      notebook.readingOrder.map { notebook.notes[$0].path.string } == [
        "README.md", "9-nine.md", "last.md", "10_ten.md", "zebra.md", "apple.md",
        "1-folder/index.md", "2-folder/x.md", "beta/y.md", "alpha/README.md", "alpha/y.md",
      ])
    #expect(
      notebook.folders[0].folders.map { notebook.folders[$0].title }
        == ["Index", "folder", "beta", "Zulu"])
    #expect(notebook.folders[0].noteCount == 11)
  }

  @Test func titlesComeFromFrontMatterHeadingOrName() throws {
    let story = try check(
      """
      -- a.md --
      ---
      title: From above
      ---
      # Heading
      -- b.md --
      Text

      ## Second *level*
      -- 03_my-own_note.md --
      Text
      """,
      finds: [])
    #expect(
      story.notebook.notes.map(\.title) == ["my own note", "From above", "Second level"])
  }

  @Test func bytesThatAreNotTextAreReportedOnce() throws {
    let source: [String: [UInt8]] = [
      "a.md": Array("# A\n\nab".utf8) + [0xFF] + Array(" c".utf8) + [0xFE, 0x0A],
      "b.md": [0xEF, 0xBB, 0xBF] + Array("# Mark\r\n\r\n[x](gone.md)\r\n".utf8),
      "c.md": Array("# Nul \0 byte\n".utf8),
    ]
    let notebook = try Notebook(reading: .memory(source))
    #expect(
      notebook.findings.map { "\($0.place) \($0.rule.id)" } == ["a.md:3:3 encoding-invalid"])
    #expect(notebook.notes.map(\.title) == ["A", "Mark", "Nul \u{FFFD} byte"])
    #expect(notebook.notes[1].document.links.map(\.line) == [3])
  }
}
