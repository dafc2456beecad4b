import Testing

/// What a note says of itself: headings, footnotes, keys.
@Suite struct CheckStories {
  @Test func skippedLevelsAndSectionsOfOneNameAreReported() throws {
    try check(
      """
      -- a.md --
      # A
      ### Too deep
      ## Back
      ### Detail
      ## Back
      ### Detail
      ### Detail
      """,
      finds: [
        "a.md:2:1: info: 'Too deep' is of level 3 below a heading of level 1 [heading-skip]"
          + " make it '## Too deep'",
        "a.md:5:1: info: 'Back' is a heading of this section already, in line 3 [heading-duplicate]"
          + " links to it need '#back-1'; another name is easier to find",
        "a.md:7:1: info: 'Detail' is a heading of this section already, in line 6"
          + " [heading-duplicate] links to it need '#detail-2'; another name is easier to find",
      ])
  }

  @Test func aNoteThatBeginsWithASecondLevelSkipsNothing() throws {
    try check(
      """
      -- a.md --
      ## A
      ### B
      #### C
      """, finds: [])
  }

  @Test func footnotesThatNothingRefersToAreReported() throws {
    try check(
      """
      -- a.md --
      # A

      One[^one], two[^Two].

      [^one]: First.
      [^two]: Second.
        [^three]: Third.

      ```text
      [^four]: no footnote
      ```

      and `[^five]: in code`
      """,
      finds: [
        "a.md:7:3: warning: nothing refers to the footnote 'three'; it is not shown"
          + " [footnote-unused] put '[^three]' where it belongs, or take the footnote out"
      ])
  }

  @Test(arguments: [
    ("AKIAQ3EGRIHTZT5TW4VD", "an access key id of AWS"),
    ("ASIAQ3EGRIHTZT5TW4VD", "an access key id of AWS"),
    ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "a token of GitHub"),
    ("AIzaSyA1bC2dE3fG4hI5jK6lM7nO8pQ9rS0tU1v", "an API key of Google"),
    (
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAx5vTqV0n1Kq8yJrWgZ2u4Lh7Tb9c",
      "a private key"
    ),
  ])
  func keysAreReportedWithoutBeingRepeated(key: String, kind: String) throws {
    try check(
      "-- a.md --\n# A\n\nThe key \(key)",
      finds: [
        "a.md:3:9: error: this looks like \(kind) [secret-suspected]"
          + " revoke it, then write an example that ends in EXAMPLE"
      ])
  }

  @Test(arguments: [
    "AKIAIOSFODNN7EXAMPLE", "AKIAXXXXXXXXXXXXXXXX", "XAKIAQ3EGRIHTZT5TW4VD",
    "AKIAQ3EGRIHTZT5TW4VDA", "AKIAq3egrihtzt5tw4vd", "ghp_short", "AIzaTooShort",
    "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN PUBLIC KEY-----\nMIIEpAIBAAKCAQEAx5vTqV0n1Kq8yJrWgZ2u4Lh7Tb9c",
  ])
  func whatIsNoKeyIsNoFinding(text: String) throws {
    try check("-- a.md --\n# A\n\nThe key \(text)", finds: [])
  }

  @Test func aliasesThatOthersHaveAreReportedWhereTheyAreWritten() throws {
    try check(
      """
      -- a.md --
      # A
      -- b.md --
      ---
      title: B
      aliases:
        - B
        - old.html
        - /a.html
      ---
      Text
      -- c.md --
      ---
      aliases: [old.md]
      ---
      # C
      """,
      finds: [
        "b.md:6:5: warning: the alias '/a.html' is the address of 'a.md' [alias-clash] take it out of 'aliases'",
        "c.md:2:11: warning: the alias 'old.md' is the address of 'b.md' [alias-clash] take it out of 'aliases'",
      ])
  }
}
