import Testing

/// Links by name.
@Suite struct WikilinkStories {
  @Test func wikilinksFindNotesByNameTitleAndAlias() throws {
    try check(
      """
      -- a.md --
      [[b]] [[The B|x]] [[bee]] [[sub/c]] [[c#Part]] [[none]] [[b#nope]]
      -- b.md --
      ---
      aliases: [Bee]
      ---
      # The B
      -- sub/c.md --
      # Part
      """,
      leads: [
        "a.md: b.md", "a.md: b.md", "a.md: b.md", "a.md: sub/c.md", "a.md: sub/c.md#part",
        "a.md: wanted none.md", "a.md: b.md",
      ],
      finds: [
        "a.md:1:50: warning: 'none' is not written yet [topic-wanted]",
        "a.md:1:59: warning: 'b.md' has no section '#nope' [anchor-missing]",
      ])
  }

  @Test func wikilinksThatSeveralNotesAnswerToTakeTheNearest() throws {
    try check(
      """
      -- x/a.md --
      [[Keys]]
      -- x/one.md --
      # Keys
      -- keys/two.md --
      # Keys
      """,
      leads: ["x/a.md: x/one.md"],
      finds: [
        "x/a.md:1:3: warning: '[[Keys]]' names 2 notes [wikilink-ambiguous]"
          + " write the path: 'keys/two.md', 'x/one.md'"
      ])
  }
}
