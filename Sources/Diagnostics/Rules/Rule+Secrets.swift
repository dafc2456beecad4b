extension Rule.Area {
  static let secrets = Rule.Area("secrets", [.secretSuspected])
}

extension Rule {
  /// A key that should not be in a note.
  public static let secretSuspected = Rule(
    "secret-suspected", .error, "A note has something in it that looks like a key or a token.",
    why: """
      Access key ids of AWS, API keys of Google, tokens of GitHub, and private keys in PEM. Whoever reads the site can
      use a real one. Examples that end in EXAMPLE, and placeholders such as `AKIAXXXXXXXXXXXXXXXX`, are passed over.
      The finding does not repeat the key.
      """,
    mending: """
      Revoke it first: it is in the history of the notes as well. Then write an example that ends in EXAMPLE.
      """,
    failing: """
      -- keys.md --
      # Keys

      The key is AKIAQ3EGRIHTZT5TW4VD.
      """,
    passing: """
      -- keys.md --
      # Keys

      The key is AKIAIOSFODNN7EXAMPLE.
      """)
}
