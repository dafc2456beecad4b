extension Rule.Area {
  static let links = Rule.Area(
    "links",
    [
      .addressRefused, .anchorMissing, .linkCaseMismatch, .linkExtensionMissing, .linkFromRoot,
      .linkMissing, .linkOutsideRoot, .linkToFolder, .topicWanted, .wikilinkAmbiguous,
    ])
}

extension Rule {
  /// An address with a scheme that is not allowed.
  public static let addressRefused = Rule(
    "address-refused", .error,
    "An address whose scheme is not http, https, mailto or tel is shown as text.",
    why: """
      So is one that means another host without naming a scheme, or a drive of someone's machine. The link's text is
      shown without a link; of a picture, its alternative text.
      """,
    mending: """
      Write the address with https, or as a path among the notes. What is no link belongs in backticks.
      """,
    failing: """
      -- go.md --
      # Go

      [run](javascript:go()) or [look](//example.org/)
      """,
    passing: """
      -- go.md --
      # Go

      [look](https://example.org/)
      """)

  /// A link to a heading that is not there.
  public static let anchorMissing = Rule(
    "anchor-missing", .warning, "A link names a section that its target does not have.",
    why: """
      A link to another note leads to that note's top; a link within the note is shown as text.
      """,
    mending: "Write the id that GitHub gives the heading; the hint names the nearest one.",
    failing: """
      -- backup.md --
      # Backup
      ## Restore
      -- start.md --
      # Start

      [how to restore](backup.md#restoring)
      """,
    passing: """
      -- backup.md --
      # Backup
      ## Restore
      -- start.md --
      # Start

      [how to restore](backup.md#restore)
      """)

  /// A link that only some file systems follow.
  public static let linkCaseMismatch = Rule(
    "link-case-mismatch", .warning,
    "A link differs from the file's name in upper and lower case; GitHub would not find it.",
    why: "Or from a heading's id. It works here; on GitHub and on most servers it would not.",
    mending: "Write the link as the file has it.",
    failing: """
      -- backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](Backup.md)
      """,
    passing: """
      -- backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](backup.md)
      """)

  /// A link without `.md`.
  public static let linkExtensionMissing = Rule(
    "link-extension-missing", .info, "A link leaves out the ending of the note it means.",
    why: "It works here, on GitHub it would not.",
    mending: "Add `.md`.",
    failing: """
      -- backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](backup)
      """,
    passing: """
      -- backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](backup.md)
      """)

  /// A link from the root of the notes.
  public static let linkFromRoot = Rule(
    "link-from-root", .info, "A link begins with a slash and is read from the root of the notes.",
    why: "On GitHub a slash means the root of the repository, which may be another folder.",
    mending: """
      Nothing, if that root is what you mean. A relative path cannot be misunderstood.
      """,
    failing: """
      -- operations/backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](/operations/backup.md)
      """,
    passing: """
      -- operations/backup.md --
      # Backup
      -- start.md --
      # Start

      [Backup](operations/backup.md)
      """)

  /// A link to a file that is not there.
  public static let linkMissing = Rule(
    "link-missing", .error, "A link names a file that does not exist.",
    why: """
      It would be no note, or its address is empty. The text is shown, marked as missing.
      """,
    mending: """
      Correct the path, or add the file. An address without `https://` in front is taken for a file.
      """,
    failing: """
      -- start.md --
      # Start

      [the report](report-2025.pdf)
      """,
    passing: """
      -- report-2025.pdf --
      %PDF-1.7
      -- start.md --
      # Start

      [the report](report-2025.pdf)
      """)

  /// A link that leaves the folder of notes.
  public static let linkOutsideRoot = Rule(
    "link-outside-root", .error, "A link or picture leads out of the folder of notes.",
    why: "Nothing outside is read or published.",
    mending: "Build the folder that holds both, or move the file into the folder of notes.",
    failing: """
      -- start.md --
      # Start

      ![Our sign](../../brand/sign.svg)
      """,
    passing: """
      -- sign.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      -- start.md --
      # Start

      ![Our sign](sign.svg)
      """)

  /// A link to a folder.
  public static let linkToFolder = Rule(
    "link-to-folder", .info, "A link names a folder and leads to the folder's page.",
    why: "Every folder has a page; it may not be the note that was meant.",
    mending: "Nothing, if the folder is what you mean; else name the note.",
    failing: """
      -- operations/backup.md --
      # Backup
      -- start.md --
      # Start

      [operations](operations/)
      """,
    passing: """
      -- operations/backup.md --
      # Backup
      -- start.md --
      # Start

      [operations](operations/backup.md)
      """)

  /// A note that is still to be written.
  public static let topicWanted = Rule(
    "topic-wanted", .warning, "A link leads to a note that is not written yet.",
    why: """
      Its text is shown, marked as such. Links to one note that is missing are one finding, with the labels that ask
      for it.
      """,
    mending: "Write the note, or correct the path; the hint names a note of nearly the same name.",
    failing: """
      -- start.md --
      # Start

      - [Rotation](rotation.md)
      - [Key rotation in AWS KMS](rotation.md#kms)
      """,
    passing: """
      -- rotation.md --
      # Rotation
      ## KMS
      -- start.md --
      # Start

      - [Rotation](rotation.md)
      - [Key rotation in AWS KMS](rotation.md#kms)
      """)

  /// A wikilink that several notes answer to.
  public static let wikilinkAmbiguous = Rule(
    "wikilink-ambiguous", .warning, "A wikilink names several notes; the nearest is taken.",
    why: "The one in the same folder is taken, else the one nearest to the root.",
    mending: "Write the path: `[[aws/backup]]`.",
    failing: """
      -- aws/backup.md --
      # Backup in AWS
      -- azure/backup.md --
      # Backup in Azure
      -- start.md --
      # Start

      [[backup]]
      """,
    passing: """
      -- aws/backup.md --
      # Backup in AWS
      -- azure/backup.md --
      # Backup in Azure
      -- start.md --
      # Start

      [[aws/backup]]
      """)
}
