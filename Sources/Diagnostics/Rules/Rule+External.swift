extension Rule.Area {
  static let external = Rule.Area(
    "links to other sites",
    [.externalAnchorMissing, .externalDead, .externalRedirected, .externalUnknown])
}

extension Rule {
  /// A page of another site that has no such part.
  public static let externalAnchorMissing = Rule(
    "external-anchor-missing", .warning,
    "A link leads to a part of another site's page that the page does not have.",
    why: """
      Readers come to the top of the page and have to search. The page's HTML is read up to 2 MB; parts that a script
      adds are not seen. Looked at only with `sitegen check --external`.
      """,
    mending: "Look at the page for the part's present name, or leave the part out.",
    failing: .shown(
      "See [the limits](https://example.org/limits.html#old-name).",
      testedBy: "eachCaseOfTheServerIsAsExpected"),
    passing: .shown(
      "See [the limits](https://example.org/limits.html#new-name).",
      testedBy: "eachCaseOfTheServerIsAsExpected"))

  /// A link to another site that leads nowhere.
  public static let externalDead = Rule(
    "external-dead", .error, "A link to another site leads nowhere.",
    why: """
      Its server says that there is no such page (400, 404, 410, 414), accepts no connection, has a certificate that
      cannot be trusted or a name that nobody knows, or leads on in a circle. Looked at only with `sitegen check
      --external`.
      """,
    mending: "Find out where the page went, or take the link out.",
    failing: .shown(
      "[The report](https://example.org/removed.html)",
      testedBy: "eachCaseOfTheServerIsAsExpected"),
    passing: .shown(
      "[The report](https://example.org/report.html)", testedBy: "eachCaseOfTheServerIsAsExpected"))

  /// A link to another site that has moved for good.
  public static let externalRedirected = Rule(
    "external-redirected", .info, "A link to another site leads on to another address, for good.",
    why: """
      It works as long as the old server leads on (301 or 308 each time). Redirections that are meant for the moment are
      no finding. Looked at only with `sitegen check --external`.
      """,
    mending: "Write the address that the hint names.",
    failing: .shown(
      "[The report](http://example.org/report.html)",
      testedBy: "eachCaseOfTheServerIsAsExpected"),
    passing: .shown(
      "[The report](https://example.org/report.html)", testedBy: "eachCaseOfTheServerIsAsExpected"))

  /// A link to another site of which nothing can be said.
  public static let externalUnknown = Rule(
    "external-unknown", .info, "A link to another site could not be judged.",
    why: """
      Its server did not answer in time, asked to come back later, does not let programs in, or has trouble today; or its
      address is private and `--allow-private` was not given. That says nothing about the link. Looked at only with
      `sitegen check --external`.
      """,
    mending: "Open it in a browser, or try again later.",
    failing: .shown(
      "[The router](http://192.168.1.1/)",
      testedBy: "aPrivateAddressIsNeverContactedWithoutPermission"),
    passing: .shown(
      "[The report](https://example.org/report.html)", testedBy: "eachCaseOfTheServerIsAsExpected"))
}
