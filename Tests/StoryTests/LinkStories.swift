import Files
import Notes
import Testing

/// Links as they are found in notes: each leads where its author meant it to.
@Suite struct LinkStories {
  @Test func nothingIsFoundInNotesThatAreRight() throws {
    try check(
      """
      -- README.md --
      # Home
      [One](a/one.md), [its part](a/one.md#part-one), [here](#home), [pic](i.svg)
      ![A picture](i.svg) <https://example.org> www.example.org mail@example.org
      -- a/one.md --
      # One
      ## Part one
      [home](../README.md), [again](./one.md), [two](two.markdown), [other](https://example.org/x.md)
      -- a/two.markdown --
      No heading, no link.
      -- i.svg --
      <svg/>
      """,
      leads: [
        "README.md: a/one.md", "README.md: a/one.md#part-one", "README.md: README.md#home",
        "README.md: file i.svg", "README.md: file i.svg", "README.md: external",
        "README.md: external", "README.md: external", "a/one.md: README.md", "a/one.md: a/one.md",
        "a/one.md: a/two.markdown", "a/one.md: external",
      ], finds: [])
  }

  @Test func namesInOtherCaseLeadToTheNote() throws {
    try check(
      """
      -- a.md --
      [x](Other_Note.md) and [y](SUB/Deep.MD#part)
      -- other_note.md --
      # Other
      -- sub/deep.md --
      # Part
      """,
      leads: ["a.md: other_note.md", "a.md: sub/deep.md#part"],
      finds: [
        "a.md:1:5: warning: 'Other_Note.md' differs in upper and lower case from 'other_note.md'"
          + " [link-case-mismatch] GitHub would not find it; write it as the file has it",
        "a.md:1:28: warning: 'SUB/Deep.MD#part' differs in upper and lower case from 'sub/deep.md'"
          + " [link-case-mismatch] GitHub would not find it; write it as the file has it",
      ])
  }

  @Test func spacesAndEscapesLeadToOnePage() throws {
    let story = try check(
      """
      -- a.md --
      [x](<sub dir/My Note.md>) [y](sub%20dir/My%20Note.md#the-end) [z](100%25.md) ![ä](b%C3%A4r.png)
      -- sub dir/My Note.md --
      # The end
      -- 100%.md --
      # Percent
      -- bär.png --
      """,
      leads: [
        "a.md: sub dir/My Note.md", "a.md: sub dir/My Note.md#the-end", "a.md: 100%.md",
        "a.md: file bär.png",
      ], finds: [])
    let pages = story.notebook.notes.map { $0.page.href(from: story.notebook.notes[1].page) }
    #expect(pages == ["100%25.html", "a.html", "sub%20dir/My%20Note.html"])
  }

  @Test func linksToFoldersLeadToTheirPages() throws {
    try check(
      """
      -- a.md --
      [x](sub) [y](sub/) [z](made/) [up](.)
      -- sub/README.md --
      # Sub
      -- made/b.md --
      # B
      [back](..)
      """,
      leads: [
        "a.md: sub/", "a.md: sub/", "a.md: made/", "a.md: /", "made/b.md: /",
      ],
      finds: [
        "a.md:1:5: info: 'sub' names a folder; the link leads to its page [link-to-folder]",
        "a.md:1:14: info: 'sub/' names a folder; the link leads to its page [link-to-folder]",
        "a.md:1:24: info: 'made/' names a folder; the link leads to its page [link-to-folder]",
        "a.md:1:36: info: '.' names a folder; the link leads to its page [link-to-folder]",
        "made/b.md:2:8: info: '..' names a folder; the link leads to its page [link-to-folder]",
      ])
  }

  @Test func linksMayLeaveOutTheEnding() throws {
    try check(
      """
      -- a.md --
      [x](b) [y](sub/c#c)
      -- b.md --
      # B
      -- sub/c.markdown --
      # C
      """,
      leads: ["a.md: b.md", "a.md: sub/c.markdown#c"],
      finds: [
        "a.md:1:5: info: 'b' leaves out the note's ending [link-extension-missing]"
          + " GitHub would not find it; add '.md'",
        "a.md:1:12: info: 'sub/c#c' leaves out the note's ending [link-extension-missing]"
          + " GitHub would not find it; add '.md'",
      ])
  }

  @Test func linksFromTheRootAreReadFromTheRootOfTheNotes() throws {
    try check(
      """
      -- sub/a.md --
      [x](/b.md) ![y](/i.png) [z](/sub)
      -- b.md --
      # B
      -- i.png --
      """,
      leads: ["sub/a.md: b.md", "sub/a.md: file i.png", "sub/a.md: sub/"],
      finds: [
        "sub/a.md:1:5: info: '/b.md' is read from the root of the notes [link-from-root]",
        "sub/a.md:1:17: info: '/i.png' is read from the root of the notes [link-from-root]",
        "sub/a.md:1:29: info: '/sub' is read from the root of the notes [link-from-root]",
        "sub/a.md:1:29: info: '/sub' names a folder; the link leads to its page [link-to-folder]",
      ])
  }

  @Test func filesInCapitalsReadmeAndIndexAreNotes() throws {
    let story = try check(
      """
      -- README.md --
      [a](LOUD.MD) [b](sub/README.md) [c](other/index.md) [d](third/Readme.markdown)
      -- LOUD.MD --
      # Loud
      -- sub/README.md --
      # Sub
      -- other/index.md --
      # Other
      -- third/Readme.markdown --
      # Third
      """,
      leads: [
        "README.md: LOUD.MD", "README.md: sub/README.md", "README.md: other/index.md",
        "README.md: third/Readme.markdown",
      ], finds: [])
    #expect(
      story.notebook.notes.map { "\($0.path) → \($0.page)" } == [
        "LOUD.MD → LOUD.html", "README.md → index.html", "other/index.md → other/index.html",
        "sub/README.md → sub/index.html", "third/Readme.markdown → third/index.html",
      ])
  }

  @Test func rawLinksAndPicturesCountLikeAnyOther() throws {
    try check(
      """
      -- a.md --
      # A

      <p align="center">
      <a href="b.md#part">b</a> <a href="gone.md">gone</a>
      <img width="500" src="i.png" alt="I">
      <img src="gone.png" alt="Gone">
      </p>

      Text <a href='B.md'>in a line</a> <img src="i.png">
      -- b.md --
      # Part
      -- i.png --
      """,
      leads: [
        "a.md: b.md#part", "a.md: wanted gone.md", "a.md: file i.png", "a.md: missing gone.png",
        "a.md: b.md", "a.md: file i.png",
      ],
      finds: [
        "a.md:4:36: warning: 'gone.md' is not written yet [topic-wanted]",
        "a.md:6:11: error: the picture 'gone.png' is not there [image-missing]",
        "a.md:9:15: warning: 'B.md' differs in upper and lower case from 'b.md'"
          + " [link-case-mismatch] GitHub would not find it; write it as the file has it",
        "a.md:9:35: warning: the picture 'i.png' has no alternative text [image-alt-empty]"
          + " say in the brackets what the picture shows",
      ])
  }

  @Test func linksOutOfTheNotesAreReported() throws {
    try check(
      """
      -- sub/a.md --
      [x](../../secret.md) ![y](../../Images/i.png) [in](../sub/a.md)
      """,
      leads: ["sub/a.md: outside", "sub/a.md: outside", "sub/a.md: sub/a.md"],
      finds: [
        "sub/a.md:1:5: error: '../../secret.md' leads out of the folder of notes"
          + " [link-outside-root] build the folder that holds both, or move the file into it",
        "sub/a.md:1:27: error: '../../Images/i.png' leads out of the folder of notes"
          + " [link-outside-root] build the folder that holds both, or move the file into it",
      ])
  }

  @Test func emptyAddressesAreReported() throws {
    try check(
      """
      -- a.md --
      [x]() and [y](#)
      """,
      leads: ["a.md: nowhere", "a.md: a.md"],
      finds: ["a.md:1:1: error: the address is empty [link-missing]"])
  }

  @Test func addressesWithAQueryLeadToTheNote() throws {
    try check(
      """
      -- a.md --
      [x](b.md?plain=1#part) [y](b.md?raw)
      -- b.md --
      # Part
      """,
      leads: ["a.md: b.md#part", "a.md: b.md"], finds: [])
  }
}
