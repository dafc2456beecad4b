extension Rule.Area {
  static let topics = Rule.Area(
    "topics and the way through the notes",
    [
      .cycleNextSteps, .deepLinkPossible, .noteDeadEnd, .noteOrphan, .noteStub, .noteUnreachable,
      .topicAmbiguous,
    ])
}

extension Rule {
  /// Next steps that lead back to where they began.
  public static let cycleNextSteps = Rule(
    "cycle-next-steps", .info, "Next steps lead round in a circle.",
    why: """
      Whoever follows them comes back to where they began. A learning path takes such notes as one step; nothing is wrong
      with notes that belong together, but none of them is where to begin.
      """,
    mending: """
      Where one of the notes comes first, take the step back to it out of the section; a link in the text is no next
      step.
      """,
    failing: """
      -- keys.md --
      # Keys
      ## Next steps
      - [Rotation](rotation.md)
      -- rotation.md --
      # Rotation
      ## Next steps
      - [Keys](keys.md)
      """,
    passing: """
      -- keys.md --
      # Keys
      ## Next steps
      - [Rotation](rotation.md)
      -- rotation.md --
      # Rotation

      How often [keys](keys.md) change.
      """)

  /// A next step that could name its section.
  public static let deepLinkPossible = Rule(
    "deep-link-possible", .info,
    "A next step leads to a note, though one of its sections treats the topic.",
    why: """
      The site leads readers to the section; on GitHub they come to the note's top. The section was found by its heading,
      so a look at it does no harm.
      """,
    mending: "Write the address that the hint gives.",
    failing: """
      -- start.md --
      # Start
      ## Next steps
      - [Key rotation](vault.md)
      -- vault.md --
      # Vault
      ## Key rotation
      """,
    passing: """
      -- start.md --
      # Start
      ## Next steps
      - [Key rotation](vault.md#key-rotation)
      -- vault.md --
      # Vault
      ## Key rotation
      """)

  /// A note that leads nowhere.
  public static let noteDeadEnd = Rule(
    "note-dead-end", .info, "A note leads to no other note.",
    why: "Whoever has read it has to find out alone what to read next.",
    mending: "Add a section `## Next steps` with a link to what comes next, written or not.",
    failing: """
      -- keys.md --
      # Keys
      ## Next steps
      - [Rotation](rotation.md)
      -- rotation.md --
      # Rotation
      """,
    passing: """
      -- keys.md --
      # Keys
      ## Next steps
      - [Rotation](rotation.md)
      -- rotation.md --
      # Rotation
      ## Next steps
      - [Restore a key](restore.md)
      -- restore.md --
      # Restore a key

      Take [the newest copy](keys.md).
      """)

  /// A note that nothing leads to.
  public static let noteOrphan = Rule(
    "note-orphan", .info, "No other note leads to a note.",
    why: """
      It is found in its folder's list and by searching, but nobody is sent there. The home page and the notes of folders,
      `README.md` or `index.md`, are reached through the site itself.
      """,
    mending: "Link to it where its subject comes up, or name it as a next step.",
    failing: """
      -- README.md --
      # Home
      -- keys.md --
      # Keys
      """,
    passing: """
      -- README.md --
      # Home
      ## Next steps
      - [Keys](keys.md)
      -- keys.md --
      # Keys
      """)

  /// A note that says little.
  public static let noteStub = Rule(
    "note-stub", .info, "A note has fewer than 40 words.",
    why: "Who comes there through a link finds less than the link promised.",
    mending:
      "Write it, take it into another note, or mark it with `draft: true` until it is written.",
    failing: """
      -- keys.md --
      # Keys

      To be written.
      """,
    passing: """
      -- keys.md --
      # Keys

      A key opens what was locked with it, so whoever holds the key decides who can read the data. There are two places
      to keep one: a service that many share and that keeps it for you, or hardware that is yours alone and that nobody
      else can look into.
      """)

  /// A note that cannot be reached from home.
  public static let noteUnreachable = Rule(
    "note-unreachable", .info,
    "Links lead to a note, but no way along them begins at the home page.",
    why:
      "It is part of an island: its notes know each other, and nobody who begins at the front comes there.",
    mending: "Link to one note of the island from one that can be reached.",
    failing: """
      -- README.md --
      # Home
      -- keys.md --
      # Keys

      See [rotation](rotation.md).
      -- rotation.md --
      # Rotation

      See [keys](keys.md).
      """,
    passing: """
      -- README.md --
      # Home

      Begin with [keys](keys.md).
      -- keys.md --
      # Keys

      See [rotation](rotation.md).
      -- rotation.md --
      # Rotation

      See [keys](keys.md).
      """)

  /// A label that meets two places.
  public static let topicAmbiguous = Rule(
    "topic-ambiguous", .warning, "The label of a next step meets several places equally well.",
    why: """
      Of two sections of the note that it leads to, the site takes the first. Of two notes of that title it takes none,
      since the note that the step leads to is not written.
      """,
    mending: """
      Name the section, `vault.md#keys-1`, or write more of its heading into the label. `aliases` in `sitegen.yml` tells
      topics apart for all notes at once.
      """,
    failing: """
      -- start.md --
      # Start
      ## Next steps
      - [Keys](vault.md)
      -- vault.md --
      # Vault
      ## Keys
      ## Doors
      ### Keys
      """,
    passing: """
      -- start.md --
      # Start
      ## Next steps
      - [Keys](vault.md#keys-1)
      -- vault.md --
      # Vault
      ## Keys
      ## Doors
      ### Keys
      """)
}
