import Testing

@testable import Notes

@Suite struct FrontMatterTests {
  /// What a note's head says: its values as one line, the problems as `line:column: message [rule]`.
  private func read(_ note: String) -> (FrontMatter, [String], body: String, line: Int) {
    let bytes = Array(note.utf8)
    let reading = FrontMatter.read(bytes)
    let problems = reading.problems.map { "\($0.line):\($0.column): \($0.message) [\($0.rule)]" }
    let body = String(decoding: bytes[reading.bodyStart...], as: UTF8.self)
    return (reading.frontMatter, problems, body, reading.bodyLine)
  }

  @Test func readsEveryKey() {
    let (found, problems, body, line) = read(
      """
      ---
      title: Identity & access
      description: >-
        Who may do
        what
      tags: [aws, iam, aws]
      order: 2.5
      draft: true
      aliases:
        - old/path.md
        - older.md
      date: 2026-02-28
      slug: iam_1.0-x
      lang: de-AT
      responsibility:
        patching: customer
      layout: post
      ---
      # Body
      """)
    var expected = FrontMatter()
    expected.title = "Identity & access"
    expected.description = "Who may do what"
    expected.tags = ["aws", "iam"]
    expected.order = 2.5
    expected.draft = true
    expected.aliases = [
      .init("old/path.md", at: .init(line: 10, column: 5)),
      .init("older.md", at: .init(line: 11, column: 5)),
    ]
    expected.date = CalendarDate(year: 2026, month: 2, day: 28)
    expected.slug = "iam_1.0-x"
    expected.language = "de-AT"
    expected.responsibility = YAMLValue(
      .mapping([
        YAMLValue.Pair(
          key: "patching", line: 16, column: 3,
          value: YAMLValue(
            .scalar(text: "customer", wasQuoted: false), line: 16, column: 13))
      ]), line: 16, column: 3)
    #expect(found == expected)
    #expect(problems == [])
    #expect(body == "# Body")
    #expect(line == 19)
  }

  @Test(arguments: [
    "# Title\n\n---\na: b\n---\n", "---\n\nSome prose\n\n---\n\nmore", "---\n---\nbody",
    "---\nTitle\n---\n", "---\n# Heading\n---\n", "---\n- a\n- b\n---\n", "---", "---\n",
    "---\na: b\n",
    "----\na: b\n----\n", " ---\na: b\n---\n", "--- x\na: b\n---\n", "---\na: b\n ---\n", "",
    "---\n\n*bold* prose and `code`\n\n---\n", "---\n![image](a.png)\n---\n", "---\n> quote\n---\n",
    "---\na: b\n----\n", "-", "--", "---\n@someone said so\n---\n",
  ])
  func leavesMarkdownAlone(note: String) {
    let (found, problems, body, line) = read(note)
    #expect(found == FrontMatter())
    #expect(problems == [])
    #expect(body == note)
    #expect(line == 1)
  }

  @Test(arguments: [
    ("---\ntitle: a\n---\nbody", "body", 4), ("---\r\ntitle: a\r\n---\r\nbody", "body", 4),
    ("---  \t\ntitle: a\n--- \nbody", "body", 4), ("---\ntitle: a\n...\nbody", "body", 4),
    ("---\ntitle: a\n---", "", 4), ("\u{FEFF}---\ntitle: a\n---\nbody", "body", 4),
    ("---\rtitle: a\r---\rbody", "body", 4), ("---\n\n# c\ntitle: a\n\n---\n\nbody", "\nbody", 7),
    ("---\n{title: a}\n---\nbody", "body", 4), ("---\n  title: a\n---\nbody", "body", 4),
  ])
  func findsTheBody(note: String, body: String, line: Int) {
    let reading = read(note)
    #expect(reading.0.title == "a")
    #expect(reading.body == body)
    #expect(reading.line == line)
    #expect(reading.1 == [])
  }

  @Test func skipsAByteOrderMarkWithoutFrontMatter() {
    #expect(read("\u{FEFF}# Title").body == "# Title")
  }

  @Test(arguments: [
    ("titel: a", "2:1: unknown key 'titel' [frontmatter-unknown-key]"),
    ("Tags: a", "2:1: unknown key 'Tags' [frontmatter-unknown-key]"),
    ("title: [a]", "2:8: 'title' must be text, not a list [frontmatter-invalid]"),
    ("title: {a: b}", "2:8: 'title' must be text, not a mapping [frontmatter-invalid]"),
    ("order: first", "2:8: 'order' must be a number, not 'first' [frontmatter-invalid]"),
    ("order: \"1\"", "2:8: 'order' must be a number, not the text '1' [frontmatter-invalid]"),
    ("order: 1e5", "2:8: 'order' must be a number, not '1e5' [frontmatter-invalid]"),
    ("order: .inf", "2:8: 'order' must be a number, not '.inf' [frontmatter-invalid]"),
    ("draft: yes", "2:8: 'draft' must be true or false, not 'yes' [frontmatter-invalid]"),
    (
      "draft: 'true'",
      "2:8: 'draft' must be true or false, not the text 'true' [frontmatter-invalid]"
    ),
    ("draft: True", "2:8: 'draft' must be true or false, not 'True' [frontmatter-invalid]"),
    ("tags: {a: b}", "2:7: 'tags' must be a list, not a mapping [frontmatter-invalid]"),
    ("tags: [a, [b], c]", "2:11: an item of 'tags' must be text, not a list [frontmatter-invalid]"),
    ("aliases: a.md", "2:10: 'aliases' must be a list, not 'a.md' [frontmatter-invalid]"),
    (
      "date: 2026-02-30",
      "2:7: 'date' must be a day of the calendar, not '2026-02-30' [frontmatter-invalid]"
    ),
    (
      "date: 31.1.2026",
      "2:7: 'date' must be a day of the calendar, not '31.1.2026' [frontmatter-invalid]"
    ),
    ("slug: a/b", "2:7: 'slug' cannot be 'a/b' in an address [frontmatter-invalid]"),
    ("slug: ..", "2:7: 'slug' cannot be '..' in an address [frontmatter-invalid]"),
    ("slug: Ü", "2:7: 'slug' cannot be 'Ü' in an address [frontmatter-invalid]"),
    (
      "lang: \"en\\\" onclick\"",
      "2:7: 'lang' must be a language, not the text 'en\" onclick' [frontmatter-invalid]"
    ),
    ("a\u{301}: *x", ""),
    (
      "title: *x",
      "2:8: '*' at the start of a value means an alias in YAML, and sitegen does not read those [frontmatter-invalid]"
    ),
    ("title: A: b", "2:9: a ': ' inside a value [frontmatter-invalid]"),
    (
      "title: a\ntitle: b",
      "3:1: the key 'title' occurs a second time; it is already on line 2 [frontmatter-invalid]"
    ),
    ("title: a\nxyz", "3:1: this line is not 'key: value' [frontmatter-invalid]"),
  ])
  func namesWhatIsWrong(yaml: String, problem: String) {
    let (_, problems, body, _) = read("---\n\(yaml)\n---\nbody")
    #expect(problems == (problem.isEmpty ? [] : [problem]))
    #expect(body == (problem.isEmpty ? "---\n\(yaml)\n---\nbody" : "body"))
  }

  @Test func keepsTheKeysThatAreRight() {
    let (found, problems, _, _) = read(
      "---\ndraft: maybe\nx: 1\ntitle: a\norder: b\ntags: a, b ,,a\n---\n")
    #expect(found.title == "a")
    #expect(found.tags == ["a", "b"])
    #expect(problems.map { String($0.prefix(4)) } == ["2:8:", "3:1:", "5:8:"])
  }

  @Test func suggestsTheNearestKey() {
    let help = FrontMatter.read(Array("---\ndescripton: a\nfoobar: b\n---\n".utf8)).problems.map(
      \.help)
    #expect(
      help == [
        "did you mean 'description'?",
        "the keys are title, description, tags, order, draft, aliases, date, slug, lang, responsibility",
      ])
  }

  @Test func takesKeysWithoutValuesForNotWritten() {
    let (found, problems, _, _) = read(
      "---\ntitle:\ntags: ~\norder:\ndraft: null\ndate:\nslug:\naliases:\n---\n")
    #expect(found == FrontMatter())
    #expect(problems == [])
  }

  @Test(
    arguments: [
      ("2024-02-29", "2024-02-29"), ("2023-02-29", nil), ("1900-02-29", nil),
      ("2000-02-29", "2000-02-29"),
      ("2026-13-01", nil), ("2026-00-10", nil), ("2026-04-31", nil), ("0000-01-01", nil),
      ("2026-01-31T10:15", "2026-01-31"), ("2026-01-31 10:15:30", "2026-01-31"),
      ("2026-01-31T10:15:30.25Z", "2026-01-31"), ("2026-01-31 10:15:30 +02:00", "2026-01-31"),
      ("2026-01-31T10:15:30-0730", "2026-01-31"), ("2026-01-31T25:00", nil), ("2026-01-31x", nil),
      ("2026-01-31T", nil), ("2026-1-31", nil), ("26-01-31", nil), ("", nil),
      ("2026-01-31T10:15Zx", nil),
    ] as [(String, String?)])
  func readsDaysOfTheCalendar(text: String, expected: String?) {
    #expect(CalendarDate(text)?.description == expected)
  }

  @Test func survivesAnything() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "---\n", "---", "\n", "title: ", "tags: [", "a, ", "]", "order: 1\n", "draft: true\n",
      "date: ",
      "2026-01-01", "slug: ", "- ", "  ", "'", "\"", "\\", "|", ">", "&a", "*a", "!", "?", ": ",
      "#",
      "{", "}", "\r", "\t", "\0", "ü", "\u{2028}", "\u{FEFF}", "...", "<<: ", "%", "key",
      "responsibility:\n  ",
    ].map { Array($0.utf8) }
    for number in 0..<fuzzCount(100_000) {
      var note = number % 2 == 0 ? Array("---\n".utf8) : []
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        note += pieces.randomElement(using: &generator) ?? []
        if Int.random(in: 0..<20, using: &generator) == 0 {
          note.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      if number % 2 == 0 { note += Array("\n---\nbody".utf8) }
      let reading = FrontMatter.read(note)
      #expect(reading.bodyStart <= note.count)
      #expect(reading.problems.allSatisfy { $0.line > 0 && $0.column > 0 })
    }
  }
}
