extension Rule.Area {
  static let matrix = Rule.Area(
    "the responsibility matrix",
    [
      .matrixConflict, .matrixNoOwner, .matrixUndetermined, .matrixSharedWithoutSplit,
      .matrixDutyWithoutHowTo, .matrixBrokenInvariant, .matrixRefined, .matrixNearDuplicateRows,
      .matrixRowVanished, .matrixReviewStale, .matrixOverrideExpired,
    ])
}

extension Rule {
  /// Claims that contradict each other.
  public static let matrixConflict = Rule(
    "matrix-conflict", .error,
    "Two places that weigh the same give one duty to different parties.",
    why: """
      Nearest wins: an override goes before the data file, that before a cell of a table, a bullet and a sentence, and
      what is said of a service before what is said of its category. Where both are equally near nobody can tell which
      one is meant, and the cell shows both sides.
      """,
    mending: """
      Mend one of them, or settle it with an override and its reason in `responsibilities.yml`. Two duties under the two
      headings of one note are no conflict but shared.
      """,
    failing: """
      -- one.md --
      # AWS, one

      ## AWS responsibilities

      - facilities
      -- two.md --
      # AWS, two

      ## Red Hat responsibilities

      - facilities
      """,
    passing: """
      -- one.md --
      # AWS, one

      ## AWS responsibilities

      - facilities
      -- two.md --
      # AWS, two

      ## AWS responsibilities

      - facilities
      """)

  /// A duty of nobody.
  public static let matrixNoOwner = Rule(
    "matrix-no-owner", .error, "A duty has nobody who is responsible for it.",
    why:
      "Every party is named as one that helps, is asked or is told, and none as the one that does it.",
    mending: "Say who does it.",
    failing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - Provides guidance about key ceremonies
      """,
    passing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - Holds key ceremonies
      """)

  /// A cell that nothing determines.
  public static let matrixUndetermined = Rule(
    "matrix-undetermined", .warning,
    "A duty is given to somebody for one service, and to nobody for another.",
    why: """
      Unknown stays unknown: it is never filled in by a guess or by a published model. What is said of a category holds
      for its services, and what the services of a category say holds for the category. For services it is told in the
      rows of known layers, where nothing is said in general either.
      """,
    mending: "Say it for each service, or for the category that they belong to.",
    failing: """
      -- lambda.md --
      # AWS

      | Layer | IaaS | PaaS |
      |---|---|---|
      | Hardware | AWS | AWS |
      | Virtualization | AWS | |
      """,
    passing: """
      -- lambda.md --
      # AWS

      | Layer | IaaS | PaaS |
      |---|---|---|
      | Hardware | AWS | AWS |
      | Virtualization | AWS | AWS |
      """)

  /// Shared, and nothing more.
  public static let matrixSharedWithoutSplit = Rule(
    "matrix-shared-without-split", .warning,
    "A duty is called shared, and nothing says who does which part.",
    why: "\"Shared\" alone tells a reader nothing: in an incident both sides wait for each other.",
    mending:
      "Write each party's part, in the cell, in two columns, or under the two parties' headings.",
    failing: """
      -- rosa.md --
      # ROSA on AWS

      | Area | Responsible |
      |---|---|
      | Hardware | AWS |
      | Upgrades | AWS and Red Hat |
      """,
    passing: """
      -- rosa.md --
      # ROSA on AWS

      | Area | AWS responsibilities | Red Hat responsibilities |
      |---|---|---|
      | Hardware | Replaces disks | |
      | Upgrades | Offers new machine images | Schedules them |
      """)

  /// A duty that no note explains.
  public static let matrixDutyWithoutHowTo = Rule(
    "matrix-duty-without-how-to", .warning, "No note says how the customer does a duty.",
    why: """
      A duty is matched with the topics of next steps and with the sections of notes, by its layer, its service and its
      words.
      """,
    mending: """
      Write a note about it, or name what explains it under Next Steps. Where that is deliberate, be silent about the
      row in `responsibilities.yml`, with a reason.
      """,
    failing: """
      -- ec2.md --
      # EC2

      ## Customer responsibilities

      - guest OS
      """,
    passing: """
      -- ec2.md --
      # EC2

      ## Customer responsibilities

      - guest OS

      ## Next Steps

      - [AWS Systems Manager](ssm.md)
      -- ssm.md --
      # Systems Manager
      """)

  /// What never leaves a party is given to the other.
  public static let matrixBrokenInvariant = Rule(
    "matrix-broken-invariant", .error,
    "Customer data or access policies are given to the provider, or facilities to the customer.",
    why:
      "These never change sides, whatever the service; only on premises are buildings the customer's own.",
    mending:
      "Say which part of it is meant. If the note is right about a special case, override it with a reason.",
    failing: """
      -- s3.md --
      # S3

      ## AWS responsibilities

      - customer data
      """,
    passing: """
      -- s3.md --
      # S3

      ## AWS responsibilities

      - keeping copies of objects in three zones
      """)

  /// A service that differs from its category.
  public static let matrixRefined = Rule(
    "matrix-refined", .info, "What is said of a service differs from what is said of its category.",
    why: "That is often right, and the nearer one counts; it is worth a look all the same.",
    mending: "Nothing, if it is meant. Else mend the one that is wrong.",
    failing: """
      -- aws.md --
      # AWS

      | Layer | Container services | RDS |
      |---|---|---|
      | Virtualization | AWS | Red Hat |
      | Hardware | AWS | AWS |
      """,
    passing: """
      -- aws.md --
      # AWS

      | Layer | Container services | RDS |
      |---|---|---|
      | Virtualization | AWS | AWS |
      | Hardware | AWS | AWS |
      """)

  /// Rows that mean the same.
  public static let matrixNearDuplicateRows = Rule(
    "matrix-near-duplicate-rows", .warning, "Two rows seem to mean the same in other words.",
    why: "Two rows are two duties: neither conflicts nor gaps between them can be seen.",
    mending: "Use the same words in both places, or pin both to one row with a comment.",
    failing: """
      -- one.md --
      # AWS, one

      ## AWS responsibilities

      - Rotating broker passphrases quarterly
      -- two.md --
      # AWS, two

      ## AWS responsibilities

      - Rotating broker passphrase quarterley
      """,
    passing: """
      -- one.md --
      # AWS, one

      ## AWS responsibilities

      - Rotating broker passphrases quarterly
      -- two.md --
      # AWS, two

      ## AWS responsibilities

      - Rotating broker passphrases quarterly
      """)

  /// A row that is gone.
  public static let matrixRowVanished = Rule(
    "matrix-row-vanished", .warning,
    "A row that the data file names is spoken of nowhere any more.",
    why: "Whoever cites its id or number finds nothing.",
    mending: "Bring the duty back, or take the row out of `rows` in `responsibilities.yml`.",
    failing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - hardware
      -- responsibilities.yml --
      rows:
        facilities: {number: 3}
      """,
    passing: """
      -- aws.md --
      # AWS

      ## AWS responsibilities

      - facilities
      -- responsibilities.yml --
      rows:
        facilities: {number: 3}
      """)

  /// A review that lies long back.
  public static let matrixReviewStale = Rule(
    "matrix-review-stale", .warning, "Who does what was last reviewed more than a year ago.",
    why:
      "Providers move the line now and then; `reviewed` in the front matter says when somebody looked.",
    mending: "Read the note again, and write the day under `reviewed`.",
    failing: .shown(
      """
      -- rds.md --
      ---
      responsibility: {services: [rds], reviewed: 2019-05-01}
      ---
      # RDS
      """, testedBy: "aReviewOfMoreThanAYearAgoIsStale"),
    passing: """
      -- rds.md --
      # RDS
      """)

  /// An override that no longer counts.
  public static let matrixOverrideExpired = Rule(
    "matrix-override-expired", .error, "An override or a suppression has expired.",
    why: "It no longer counts; what it settled is open again.",
    mending: "Look at it again, and give it another day or take it out.",
    failing: .shown(
      """
      -- responsibilities.yml --
      overrides:
        - row: facilities
          party: aws
          reason: settled with the auditor
          expires: 2020-01-31
      """, testedBy: "anExpiredOverrideBringsTheConflictBack"),
    passing: """
      -- aws.md --
      # AWS
      -- responsibilities.yml --
      overrides:
        - row: facilities
          party: aws
          reason: settled with the auditor
      """)
}
