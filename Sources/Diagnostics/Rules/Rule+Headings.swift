extension Rule.Area {
  static let headings = Rule.Area(
    "headings", [.headingDuplicate, .headingSkip, .titleMissing, .tocDrift])
}

extension Rule {
  /// Two sections of one name.
  public static let headingDuplicate = Rule(
    "heading-duplicate", .info, "Two headings of one section have the same text.",
    why: """
      A table of contents shows the name twice, and a link to the second needs a `-1` behind it.
      """,
    mending: "Give one of them a name of its own.",
    failing: """
      -- steps.md --
      # Steps
      ## Example
      ## Example
      """,
    passing: """
      -- steps.md --
      # Steps
      ## AWS
      ### Example
      ## Azure
      ### Example
      """)

  /// A heading two levels below the one before.
  public static let headingSkip = Rule(
    "heading-skip", .info, "A heading is more than one level below the heading before it.",
    why: """
      People who find their way by headings, with a screen reader for example, look for the section in between.
      """,
    mending: "Take the level that the hint names.",
    failing: """
      -- steps.md --
      # Steps
      ### First
      """,
    passing: """
      -- steps.md --
      # Steps
      ## First
      ### In detail
      ## Second
      """)

  /// A note without a title.
  public static let titleMissing = Rule(
    "title-missing", .info, "A note has neither a heading nor a title in its front matter.",
    why: "Its page, and every link to it, is called after its file.",
    mending: "Begin it with `# Title`, or give it a `title` in its front matter.",
    failing: """
      -- 104_aws_iam.md --
      Who may do what.
      """,
    passing: """
      -- 104_aws_iam.md --
      # AWS IAM

      Who may do what.
      """)

  /// A contents list that no longer fits.
  public static let tocDrift = Rule(
    "toc-drift", .info, "A hand-written table of contents does not match the headings.",
    why: """
      A list in which every item is a link to a section of its own note leaves out sections of the level that it lists,
      or has another order. "Next steps" and the like may be left out.
      """,
    mending: """
      Add the entry that the hint shows, or drop the list: each page has a table of contents anyway.
      """,
    failing: """
      -- steps.md --
      # Steps

      - [One](#one)
      - [Three](#three)

      ## One
      ## Two
      ## Three
      """,
    passing: """
      -- steps.md --
      # Steps

      - [One](#one)
      - [Two](#two)
      - [Three](#three)

      ## One
      ## Two
      ## Three
      """)
}
