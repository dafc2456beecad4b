extension Rule.Area {
  static let matrixReading = Rule.Area(
    "reading who does what",
    [
      .matrixUnknownParty, .matrixAmbiguousParty, .matrixUnknownLayer, .matrixConditionUnknownParty,
      .matrixPictureOnly, .matrixAnnouncedListMissing, .matrixRaggedTable, .matrixOrientationUnsure,
      .matrixPinInvalid, .matrixFileInvalid,
    ])
}

extension Rule {
  /// A word where a party belongs.
  public static let matrixUnknownParty = Rule(
    "matrix-unknown-party", .error, "A word stands in a party's place, and no party is called so.",
    why: "The cell stays undetermined; a guess could give a duty to the wrong side.",
    mending: "Mend the word, or name the party and its aliases in `responsibilities.yml`.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hardware | AWS |
      | Facilities | AWS |
      | Virtualization | Amazn |
      """,
    passing: """
      -- aws.md --
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hardware | AWS |
      | Facilities | AWS |
      | Virtualization | Amazon |
      """)

  /// "We", and nobody knows who that is.
  public static let matrixAmbiguousParty = Rule(
    "matrix-ambiguous-party", .warning,
    "\"We\" stands in a party's place, and the note binds it to nobody.",
    why: "In a customer's note it is the customer, in a provider's the provider.",
    mending:
      "Write `responsibility: {customer: us}` or `{provider: us}` in the front matter, or name the party.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hardware | AWS |
      | Facilities | AWS |
      | Virtualization | We |
      """,
    passing: """
      -- aws.md --
      ---
      responsibility: {provider: us}
      ---
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hardware | AWS |
      | Facilities | AWS |
      | Virtualization | We |
      """)

  /// A layer that is none.
  public static let matrixUnknownLayer = Rule(
    "matrix-unknown-layer", .warning,
    "A row's name is nearly that of a layer, and none is called so.",
    why: "It becomes a row of its own, beside the one that was meant.",
    mending: "Mend the word, or name the layer in `responsibilities.yml`.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hypervizor layer | AWS |
      | Virtualizattion | AWS |
      """,
    passing: """
      -- aws.md --
      # AWS

      | Layer | Responsible |
      |---|---|
      | Hardware | AWS |
      | Virtualization | AWS |
      """)

  /// A condition about somebody unknown.
  public static let matrixConditionUnknownParty = Rule(
    "matrix-condition-unknown-party", .warning,
    "A condition depends on what somebody does who is no party.",
    why: "Who has the duty then cannot be told.",
    mending: "Use a party's name, or name the party in `responsibilities.yml`.",
    failing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - Network plugin, if the reseller brings one
      """,
    passing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - Network plugin, if the customer brings one
      """)

  /// A picture that says it, and no text.
  public static let matrixPictureOnly = Rule(
    "matrix-picture-only", .warning,
    "A picture without alternative text stands where responsibility is spoken of.",
    why:
      "What it says about who does what can be read by nobody who does not see it, and by no program.",
    mending: "Say it in a list or a table, or at least in the picture's alternative text.",
    failing: .shown(
      """
      -- aws.md --
      # Shared responsibility

      ![](model.png)
      """, testedBy: "picturesWithoutTextAreFindings"),
    passing: """
      -- aws.md --
      # Shared responsibility
      """)

  /// A list that does not follow.
  public static let matrixAnnouncedListMissing = Rule(
    "matrix-announced-list-missing", .info,
    "A sentence announces a list about responsibility, and none follows.",
    why: "Most often a picture stands in its place.",
    mending: "Write the list.",
    failing: """
      -- aws.md --
      # Shared responsibility

      AWS divides its services into three:

      Then something else.
      """,
    passing: """
      -- aws.md --
      # Shared responsibility

      AWS divides its services into three:

      - infrastructure
      - container
      - abstracted
      """)

  /// Rows that are too short.
  public static let matrixRaggedTable = Rule(
    "matrix-ragged-table", .warning,
    "A table of responsibilities has rows with fewer cells than its header.",
    why:
      "The cells that are missing count as empty; a forgotten bar moves a duty into another column.",
    mending: "Write every cell, empty ones as well.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | AWS | Red Hat |
      |---|---|---|
      | Hardware | x | |
      | Virtualization | x |
      """,
    passing: """
      -- aws.md --
      # AWS

      | Layer | AWS | Red Hat |
      |---|---|---|
      | Hardware | x | |
      | Virtualization | x | |
      """)

  /// A table that could mean this or that.
  public static let matrixOrientationUnsure = Rule(
    "matrix-orientation-unsure", .warning,
    "A table of responsibilities cannot be read with certainty.",
    why:
      "Two of its columns have one name; which of them holds cannot be told, so the table is not read.",
    mending: "Give each column a name of its own.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | IaaS | IaaS |
      |---|---|---|
      | Hardware | AWS | AWS |
      """,
    passing: """
      -- aws.md --
      # AWS

      | Layer | IaaS | PaaS |
      |---|---|---|
      | Hardware | AWS | AWS |
      """)

  /// A comment that pins nothing.
  public static let matrixPinInvalid = Rule(
    "matrix-pin-invalid", .warning,
    "A comment `responsibility: …` has an unknown key, or no reason.",
    why: "What it does not know it passes over; and what is ignored should say why.",
    mending: "The keys are `row`, `party`, `id`, and `ignore` with `reason=\"…\"`.",
    failing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      <!-- responsibility: ignore -->
      - hardware
      """,
    passing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      <!-- responsibility: ignore reason="said elsewhere" -->
      - hardware
      """)

  /// A data file that cannot be read.
  public static let matrixFileInvalid = Rule(
    "matrix-file-invalid", .error,
    "`responsibilities.yml` is not valid YAML, or has a key or value that means nothing.",
    why: "What can be read of it counts.",
    mending:
      "Mend it at the place that the finding names; the keys are in docs/responsibilities.md.",
    failing: """
      -- aws.md --
      # AWS
      -- responsibilities.yml --
      overides: []
      """,
    passing: """
      -- aws.md --
      # AWS
      -- responsibilities.yml --
      overrides: []
      """)
}
