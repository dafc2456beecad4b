import Testing

@testable import Notes

@Suite struct ConfigurationTests {
  private func read(_ text: String, rules: [String] = []) -> (Configuration, [String]) {
    let reading = Configuration.read(Array(text.utf8), knownRules: rules)
    let problems = reading.problems.map { problem in
      "\(problem.line):\(problem.column): \(problem.message)"
        + (problem.help.map { " (\($0))" } ?? "")
    }
    return (reading.configuration, problems)
  }

  @Test func readsEveryKey() {
    let (found, problems) = read(
      """
      title: Security notes
      description: "What: we know"
      language: de
      site-url: HTTPS://Example.org:8443/Notes
      home: guide/start.md
      next-steps:
        headings: [Next Steps, Weiter]
      aliases:
        KMS: Key Management Service
        "R&D": research
      rules:
        topic-wanted: off
        link-missing: warning
      ignore: [drafts, "**/*.tmp.md"]
      """, rules: ["topic-wanted", "link-missing"])
    var expected = Configuration()
    expected.title = "Security notes"
    expected.description = "What: we know"
    expected.language = "de"
    expected.siteURL = "https://example.org:8443/Notes/"
    expected.home = "guide/start.md"
    expected.nextStepHeadings = ["Next Steps", "Weiter"]
    expected.aliases = [
      .init(label: "KMS", topic: "Key Management Service", line: 9),
      .init(label: "R&D", topic: "research", line: 10),
    ]
    expected.rules = ["topic-wanted": .off, "link-missing": .warning]
    expected.ignore = [Glob("drafts"), Glob("**/*.tmp.md")].compactMap { $0 }
    #expect(found == expected)
    #expect(problems == [])
    #expect(found.ignores("drafts/a.md") && found.ignores("x/y.tmp.md") && !found.ignores("x/y.md"))
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "title:\nrules:\n"])
  func takesNothingForDefaults(text: String) {
    let (found, problems) = read(text)
    #expect(found == Configuration())
    #expect(problems == [])
  }

  @Test func tellsAllProblemsAtOnce() {
    let (found, problems) = read(
      """
      titel: a
      site_url: https://a.b
      language: [en]
      next-steps:
        heading: [a]
      rules:
        link-missing: fatal
        link-mising: error
      ignore: "*.md"
      aliases: [a]
      home: ../x.md
      site-url: ftp://a.b
      title: kept
      """, rules: ["link-missing"])
    #expect(found.title == "kept")
    #expect(found.rules == [:])
    #expect(
      problems == [
        "1:1: unknown key 'titel' (did you mean 'title'?)",
        "2:1: unknown key 'site_url' (did you mean 'site-url'?)",
        "3:11: 'language' must be a language, not a list (write it as en or de-AT)",
        "5:3: unknown key 'heading' (did you mean 'headings'?)",
        "7:17: 'link-missing' must be error, warning, info or off, not 'fatal'",
        "8:3: no rule is called 'link-mising' (did you mean 'link-missing'?)",
        "9:9: 'ignore' must be a list, not the text '*.md' (write 'ignore: [one, two]')",
        "10:10: 'aliases' must be a mapping, not a list (write indented 'key: value' lines below it)",
        "11:7: 'home' must be a path in the folder of notes, not '../x.md' (write it from that folder on: guide/start.md)",
        "12:11: 'site-url' must be an http or https address, not 'ftp://a.b' (write it as https://example.org/notes/)",
      ])
  }

  @Test(arguments: [
    ("- a", "1:1: the configuration must be a mapping, not a list"),
    ("title", "1:1: the configuration must be a mapping, not 'title'"),
    (
      "ignore: *.md",
      "1:9: '*' at the start of a value means an alias in YAML, and sitegen does not read those (if it is meant as text, put it in quotes)"
    ),
    (
      "ignore: ['../x']",
      "1:10: '../x' is no pattern for paths in the folder of notes (write it from that folder on: drafts/**/*.md)"
    ),
  ])
  func refusesWhatIsNoConfiguration(text: String, problem: String) {
    #expect(read(text).1 == [problem])
  }

  @Test(
    arguments: [
      ("https://example.org", "https://example.org/"), ("http://a/b/", "http://a/b/"),
      ("HTTP://EXAMPLE.org/A%20b", "http://example.org/A%20b/"),
      ("http://localhost:4000", "http://localhost:4000/"),
      ("https://[::1]:80/x", "https://[::1]:80/x/"),
      ("example.org", nil), ("//example.org", nil), ("https://", nil), ("https:///x", nil),
      ("https://user@example.org", nil), ("https://a.b/?q", nil), ("https://a.b/#f", nil),
      ("https://a b.c", nil), ("https://a.b/\"x", nil), ("javascript:alert(1)", nil),
      ("https://a..b", nil), ("https://a.b:0", nil), ("https://a.b:99999", nil),
      ("https://a.b:", nil),
      ("https://a.b/../c", nil), ("https://ü.de", nil), ("", nil), ("http", nil),
      ("https://[::1", nil),
    ] as [(String, String?)])
  func normalisesTheAddressOfTheSite(text: String, expected: String?) {
    #expect(SiteAddress.normalised(text) == expected)
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.md", "a.md"), ("*.md", ".md"), ("a?c", "abc"), ("a?c", "aüc"), ("**", "a/b/c"),
    ("**/x.md", "x.md"),
    ("**/x.md", "a/b/x.md"), ("a/**/z", "a/z"), ("a/**/z", "a/b/c/z"), ("a/**", "a/b"),
    ("drafts", "drafts/a/b.md"),
    ("/drafts/", "drafts/a.md"), ("./a", "a"), ("a*b*c", "aXbYbZc"), ("**/t/**/x", "t/a/t/x"),
    ("*", "a/b"),
    ("**/**/a", "b/a"), ("a/**/b/**/c", "a/b/x/b/c"), ("[a]", "[a]"), ("a**b", "axxb"),
    ("**/tmp", "x/tmp/y.md"),
  ])
  func matches(pattern: String, path: String) throws {
    #expect(try #require(Glob(pattern)).matches(path))
  }

  @Test(arguments: [
    ("*.md", "a/b.md"), ("*.md", "a.mdx"), ("a?c", "a/c"), ("a?c", "ac"), ("a/**", "a"),
    ("drafts", "drafts2/a.md"),
    ("drafts", "x/drafts/a.md"), ("a/**/z", "a/b"), ("**/x.md", "a/x.md2"), ("A.md", "a.md"),
    ("a/b", "a"),
    ("**/a/*.md", "a/b.txt"),
  ])
  func doesNotMatch(pattern: String, path: String) throws {
    #expect(!(try #require(Glob(pattern)).matches(path)))
  }

  @Test(arguments: ["", "/", "../a", "a/../b", "."])
  func isNoPattern(pattern: String) {
    #expect(Glob(pattern) == nil)
  }

  @Test func staysFastOnManyStars() throws {
    let name = String(repeating: "a", count: 4000)
    let star = try #require(Glob(String(repeating: "*a", count: 200) + "b"))
    let deep = try #require(Glob(String(repeating: "**/a/", count: 200) + "b"))
    let path = String(repeating: "a/", count: 2000)
    let time = ContinuousClock().measure {
      #expect(!star.matches(name))
      #expect(!deep.matches(path))
    }
    #expect(time < .seconds(5))
  }
}

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("title", "title", 0), ("titel", "title", 1), ("tile", "title", 1), ("tittle", "title", 1),
    ("tags", "gats", 2),
    ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3), ("überall", "uberall", 1),
    ("a🙂", "🙂a", 1),
    ("abcdef", "badcfe", 3),
  ])
  func countsEdits(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, second, limit: 9) == distance)
    #expect(EditDistance.between(second, first, limit: distance) == distance)
    #expect(EditDistance.between(first, second, limit: distance - 1) == nil)
  }

  @Test func namesTheNearestAndTheFirstOfEqualOnes() {
    #expect(EditDistance.nearest(to: "tas", in: ["tab", "tags", "tis"]) == "tab")
    #expect(EditDistance.nearest(to: "descripton", in: ["title", "description"]) == "description")
    #expect(EditDistance.nearest(to: "zebra", in: ["title", "tags"]) == nil)
    #expect(EditDistance.nearest(to: "", in: ["a"]) == "a")
    #expect(EditDistance.nearest(to: "ab", in: [], limit: 5) == nil)
    #expect(
      EditDistance.nearest(to: String(repeating: "a", count: 100_000), in: ["a", "b"]) == nil)
  }

  @Test func givesWithTheBandWhatTheWholeTableGives() {
    var generator = SeededGenerator(seed: 8)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          "abcü".randomElement(using: &generator) ?? "a"
        })
    }
    for _ in 0..<fuzzCount(40_000) {
      let (first, second) = (word(), word())
      let whole = wholeTable(Array(first.unicodeScalars), Array(second.unicodeScalars))
      for limit in 0...4 {
        #expect(
          EditDistance.between(first, second, limit: limit) == (whole <= limit ? whole : nil),
          "\(first) \(second) \(limit)")
      }
    }
  }

  private func wholeTable(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var table = (0...first.count).map { row in (0...second.count).map { row == 0 ? $0 : row } }
    for row in first.indices {
      for column in second.indices {
        var cost = min(table[row][column + 1], table[row + 1][column]) + 1
        cost = min(cost, table[row][column] + (first[row] == second[column] ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = cost
      }
    }
    return table[first.count][second.count]
  }
}
