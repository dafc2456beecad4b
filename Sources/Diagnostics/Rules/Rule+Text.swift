extension Rule.Area {
  static let text = Rule.Area(
    "text and HTML",
    [
      .encodingInvalid, .footnoteUndefined, .footnoteUnused, .htmlAttributeRefused, .htmlRefused,
      .htmlUnbalanced, .noteTooDeep, .referenceUndefined,
    ])
}

extension Rule {
  /// Bytes that are not UTF-8.
  public static let encodingInvalid = Rule(
    "encoding-invalid", .warning, "A note has bytes that are not UTF-8; they are shown as U+FFFD.",
    why: "Readers see � where a letter was.",
    mending: "Save the note as UTF-8; `iconv -f latin1 -t utf-8` converts it.",
    failing: .shown(
      """
      -- street.md --
      # Stra\\xdfe
      """, testedBy: "bytesThatAreNotTextAreReportedOnce"),
    passing: """
      -- street.md --
      # Straße
      """)

  /// A footnote's mark without a note.
  public static let footnoteUndefined = Rule(
    "footnote-undefined", .warning, "A footnote is referred to and defined nowhere.",
    why: "The mark stays text.",
    mending: "Add `[^2]: the note` below, or take the mark out.",
    failing: """
      -- claim.md --
      # Claim

      Keys are rotated.[^2]
      """,
    passing: """
      -- claim.md --
      # Claim

      Keys are rotated.[^2]

      [^2]: Once a year.
      """)

  /// A footnote that nothing refers to.
  public static let footnoteUnused = Rule(
    "footnote-unused", .warning, "A footnote is defined and referred to nowhere; it is not shown.",
    why: "What it says is lost to readers, here as on GitHub.",
    mending: "Put its mark, `[^2]`, where it belongs, or take the footnote out.",
    failing: """
      -- claim.md --
      # Claim

      Keys are rotated.

      [^2]: Once a year.
      """,
    passing: """
      -- claim.md --
      # Claim

      Keys are rotated.[^2]

      [^2]: Once a year.
      """)

  /// An attribute that was left out.
  public static let htmlAttributeRefused = Rule(
    "html-attribute-refused", .info, "An attribute of raw HTML is not on the list of allowed ones.",
    why: "Or its value is not. The attribute is left out, the element stays.",
    mending: """
      Take it out. `title`, `lang`, `dir` and `id` are allowed everywhere; `align`, `width`, `height` and a few more
      where they make sense.
      """,
    failing: """
      -- care.md --
      # Care

      <p style="color: red">Careful</p>
      """,
    passing: """
      -- care.md --
      # Care

      <p align="center">Careful</p>
      """)

  /// An element that was shown as text.
  public static let htmlRefused = Rule(
    "html-refused", .warning,
    "Raw HTML that is not on the list of allowed elements is shown as text.",
    why: """
      Notes come from many hands; no tag of theirs may run script, frame other pages or send forms.
      """,
    mending: """
      Use Markdown, or one of the elements that are allowed; put it into backticks if it is meant as text.
      """,
    failing: """
      -- frame.md --
      # Frame

      <iframe src="https://example.org/"></iframe>
      """,
    passing: """
      -- frame.md --
      # Frame

      An `<iframe>` shows a page within a page.
      """)

  /// An end tag without its start, or the reverse.
  public static let htmlUnbalanced = Rule(
    "html-unbalanced", .info, "Raw HTML has an end tag without a start tag; it is left out.",
    why: "Often the start tag was misspelt, and the text is not what it was meant to be.",
    mending: "Remove it, or add the start tag.",
    failing: """
      -- late.md --
      # Late

      A word</b> too late.
      """,
    passing: """
      -- late.md --
      # Late

      A <b>word</b> in time.
      """)

  /// Nesting beyond the cap.
  public static let noteTooDeep = Rule(
    "note-too-deep", .warning, "Nesting beyond the cap is shown without its structure.",
    why: "Quotes, lists or emphasis are nested deeper than 200 levels.",
    mending: "Nest less. This is nearly always text that a program made.",
    failing: .shown(
      """
      -- deep.md --
      # Deep

      > > > > > > > > > > (and so on, 200 times) deep
      """,
      built: "-- deep.md --\n# Deep\n\n" + String(repeating: "> ", count: 210) + "deep\n"),
    passing: """
      -- deep.md --
      # Deep

      > > > not deep
      """)

  /// A reference link without a definition.
  public static let referenceUndefined = Rule(
    "reference-undefined", .warning, "A reference link has no definition and is shown as text.",
    why: "Readers see brackets and no link.",
    mending: "Add `[handbook]: https://example.org/` below, or put the text into backticks.",
    failing: """
      -- start.md --
      # Start

      See the [manual][handbook].
      """,
    passing: """
      -- start.md --
      # Start

      See the [manual][handbook].

      [handbook]: https://example.org/
      """)
}
