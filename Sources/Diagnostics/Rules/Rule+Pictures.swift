extension Rule.Area {
  static let pictures = Rule.Area(
    "pictures and files",
    [.assetActive, .imageAltEmpty, .imageLarge, .imageMissing, .imageUnreadable])
}

extension Rule {
  /// A file that could run script in the site.
  public static let assetActive = Rule(
    "asset-active", .error,
    "A file that a note refers to can run script in the site; it is not published.",
    why: """
      A web page, a script, or an SVG or XML document with script, event handlers or foreign content in it. Its link is
      shown as text, a picture as a placeholder.
      """,
    mending: """
      Take what is active out of the file; to offer it as a download, put it into an archive.
      """,
    failing: """
      -- plan.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>go()</script></svg>
      -- start.md --
      # Start

      ![The plan of the house](plan.svg)
      """,
    passing: """
      -- plan.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>
      -- start.md --
      # Start

      ![The plan of the house](plan.svg)
      """)

  /// A picture that says nothing to those who do not see it.
  public static let imageAltEmpty = Rule(
    "image-alt-empty", .warning, "A picture has no alternative text.",
    why: "People who do not see it learn nothing of it. The pictures of a note are one finding.",
    mending: "Say in the brackets what the picture shows.",
    failing: """
      -- start.md --
      # Start

      ![](vault.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      """,
    passing: """
      -- start.md --
      # Start

      ![A vault with its door open](vault.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      """)

  /// A picture that takes long to load.
  public static let imageLarge = Rule(
    "image-large", .warning, "A picture's file is larger than 2 MB.",
    why: "On a telephone it takes seconds to come, and every reader pays for it.",
    mending: "Scale it to the width at which it is shown, or save it as WebP.",
    failing: .shown(
      """
      -- scan.svg --
      (more than 2 MB)
      -- start.md --
      # Start

      ![The whole plan](scan.svg)
      """,
      built: """
        -- scan.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="
        """ + String(repeating: "M0 0h8v8H0z\n", count: 180_000) + """
          "/></svg>
          -- start.md --
          # Start

          ![The whole plan](scan.svg)
          """),
    passing: """
      -- scan.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      -- start.md --
      # Start

      ![The whole plan](scan.svg)
      """)

  /// A picture that is not there.
  public static let imageMissing = Rule(
    "image-missing", .error,
    "A picture is not where the note says; its name is shown in its place.",
    why: "Readers see a box with the picture's name.",
    mending: "Correct the path, or add the file. The hint names a file of nearly the same name.",
    failing: """
      -- start.md --
      # Start

      ![The vault](valut.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      """,
    passing: """
      -- start.md --
      # Start

      ![The vault](vault.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"></svg>
      """)

  /// A picture whose size cannot be read.
  public static let imageUnreadable = Rule(
    "image-unreadable", .warning, "A picture's width and height cannot be read from its file.",
    why: """
      The page shifts while it loads. PNG, JPEG, GIF, WebP, and SVG with a size or a `viewBox`, can be read.
      """,
    mending: """
      Convert the picture, or give an SVG a `viewBox`. If the file is broken, export it anew.
      """,
    failing: """
      -- start.md --
      # Start

      ![The vault](vault.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg"></svg>
      """,
    passing: """
      -- start.md --
      # Start

      ![The vault](vault.svg)
      -- vault.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>
      """)
}
