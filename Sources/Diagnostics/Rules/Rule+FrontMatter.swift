extension Rule.Area {
  static let frontMatter = Rule.Area(
    "front matter", [.frontMatterInvalid, .frontMatterUnknownKey])
}

extension Rule {
  /// Front matter that cannot be read.
  public static let frontMatterInvalid = Rule(
    "frontmatter-invalid", .error, "Front matter is not valid YAML, or a value has the wrong type.",
    why: """
      What can be read of it counts, and the note is built. Anchors, aliases, tags and merge keys of YAML are not
      allowed in front matter, nor are more than 64 kB.
      """,
    mending: "Mend the place that the finding names.",
    failing: """
      -- keys.md --
      ---
      date: 31.1.2026
      ---
      # Keys
      """,
    passing: """
      -- keys.md --
      ---
      date: 2026-01-31
      ---
      # Keys
      """)

  /// A key that means nothing.
  public static let frontMatterUnknownKey = Rule(
    "frontmatter-unknown-key", .warning, "Front matter has a key that sitegen does not know.",
    why: """
      It has no effect. Keys that other tools use, such as `layout`, `weight` or `author`, are passed over without a
      finding.
      """,
    mending: "Correct it to the key that the hint names, or take it out.",
    failing: """
      -- keys.md --
      ---
      titel: Keys
      ---
      # Keys
      """,
    passing: """
      -- keys.md --
      ---
      title: Keys
      ---
      # Keys
      """)
}
