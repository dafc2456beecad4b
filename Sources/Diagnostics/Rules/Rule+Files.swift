extension Rule.Area {
  static let files = Rule.Area(
    "files and names",
    [.aliasClash, .noteUnreadable, .pathCaseClash, .pathRefused, .slugCollision])
}

extension Rule {
  /// An alias that is the address of something else.
  public static let aliasClash = Rule(
    "alias-clash", .warning, "An alias that is a path is the address of another page or file.",
    why: """
      Aliases that begin with `/`, or end in `.html` or `.md`, are old addresses: a page there leads on to the note. What
      lies there now stays, and nothing leads on.
      """,
    mending: "Take the alias out, or rename what has its place.",
    failing: """
      -- backup.md --
      ---
      aliases: [/safety.html]
      ---
      # Backup
      -- safety.md --
      # Safety
      """,
    passing: """
      -- backup.md --
      ---
      aliases: [/saving.html]
      ---
      # Backup
      -- safety.md --
      # Safety
      """)

  /// A note that cannot be read.
  public static let noteUnreadable = Rule(
    "note-unreadable", .error, "A note could not be read; its page says so.",
    why: """
      It is larger than 4 MB, or the system refused, or parsing it takes too much time or memory. The rest of the site
      is built.
      """,
    mending: """
      Split the note, mend its permissions, or leave it out with `ignore` in `sitegen.yml`. Great tables made by
      programs are better linked to as a file.
      """,
    failing: .shown(
      """
      -- dump.md --
      (more than 4 MB)
      """,
      built: "-- dump.md --\n# Dump\n\n" + String(repeating: "All of it.\n", count: 400_000)),
    passing: """
      -- dump.md --
      # Dump

      What matters of it.
      """)

  /// Names that differ only in case.
  public static let pathCaseClash = Rule(
    "path-case-clash", .error, "Two files differ only in upper and lower case.",
    why: "Many file systems cannot hold both: whoever copies the site loses one of them.",
    mending: "Rename one of them.",
    failing: """
      -- Backup.md --
      # Backup
      -- backup.md --
      # How to back up
      """,
    passing: """
      -- backup.md --
      # Backup
      -- how-to-back-up.md --
      # How to back up
      """)

  /// A file that is not read.
  public static let pathRefused = Rule(
    "path-refused", .warning, "A symbolic link, pipe, device or unreadable file is passed over.",
    why: """
      Nothing outside the folder of notes is ever read: a symbolic link that leads out of it or nowhere, a pipe, a
      socket, a device, a folder that cannot be read, and a name that is not UTF-8 are left out of the site.
      """,
    mending: "Put the file itself there, or take the entry away.",
    failing: .shown("passwords.md -> /etc/passwd", testedBy: "passesOverALinkThatLeadsOut"),
    passing: """
      -- passwords.md --
      # Passwords
      """)

  /// Two sources for one page.
  public static let slugCollision = Rule(
    "slug-collision", .error, "Two notes would become the same page; the first one is built.",
    why: "The first by path becomes that page; the other is built under its full file name.",
    mending: "Rename one of them, or give it a `slug` in its front matter.",
    failing: """
      -- setup.markdown --
      # Setup
      -- setup.md --
      # Setting up
      """,
    passing: """
      -- setup.markdown --
      # Setup
      -- setup.md --
      ---
      slug: setting-up
      ---
      # Setting up
      """)
}
