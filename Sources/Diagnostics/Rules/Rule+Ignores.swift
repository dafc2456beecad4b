extension Rule.Area {
  static let ignores = Rule.Area("accepted findings", [.ignoreInvalid, .ignoreUnused])
}

extension Rule {
  /// A comment that accepts findings and cannot.
  public static let ignoreInvalid = Rule(
    "ignore-invalid", .warning,
    "A comment that is to accept findings gives no reason, or names no rule that there is.",
    why: "It accepts nothing: whoever reads it later has to learn why the finding was all right.",
    mending: "Name the rule and the reason: `<!-- sitegen-ignore: rule reason=\"…\" -->`.",
    failing: """
      -- steps.md --
      # Steps

      <!-- sitegen-ignore: heading-skip -->
      ### First
      """,
    passing: """
      -- steps.md --
      # Steps

      <!-- sitegen-ignore: heading-skip reason="the second level follows next week" -->
      ### First
      """)

  /// A comment that accepts findings where there are none.
  public static let ignoreUnused = Rule(
    "ignore-unused", .info, "A comment accepts findings at a place where there are none.",
    why: "It would hide the next one that comes to this place.",
    mending: "Take the comment out.",
    failing: """
      -- steps.md --
      # Steps

      <!-- sitegen-ignore: heading-skip reason="the second level follows next week" -->
      ## First
      """,
    passing: """
      -- steps.md --
      # Steps

      ## First
      """)
}
