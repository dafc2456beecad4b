import Building
import Diagnostics
import Files
import Glibc
import Notes
import Publishing
import Testing

/// A build that has a former one to go by writes what a clean one would.
@Suite struct IncrementalBuildTests {
  @Test func writesWhatACleanBuildWritesAfterEachOfManyEdits() throws {
    let place = try TemporaryFolder()
    var writer = Writer(seed: 11, folder: "\(place.path)/notes")
    try writer.begin()
    var kept = 0
    for turn in 0..<500 {
      let report = try SiteBuild.run(request(in: place))
      kept += report.keptTheRest ? 1 : 0
      let clean = LiveSite(request(in: place))
      let expected = try clean.refresh()
      #expect(report.findings == expected.findings)
      let built = try tree(below: "\(place.path)/site")
      #expect(built.keys.sorted() == clean.paths, "after turn \(turn): \(writer.deeds)")
      try #require(
        clean.paths.filter { built[$0] != clean.bytes(at: $0) } == [],
        "after turn \(turn), the rest kept: \(report.keptTheRest): \(writer.deeds)")
      try writer.edit()
    }
    // Else the test says nothing of what it is for.
    #expect(kept > 100, "only \(kept) builds kept the rest of the site")
  }

  @Test func doesWithoutACacheThatIsDamaged() throws {
    let place = try TemporaryFolder()
    var writer = Writer(seed: 5, folder: "\(place.path)/notes")
    try writer.begin()
    var random = SplitMix(state: 6)
    let cache = "\(place.path)/.site.sitegen/cache"
    func build() throws -> BuildReport { try SiteBuild.run(request(in: place)) }
    _ = try build()
    var (kept, mended) = (0, 0)
    for turn in 0..<40 {
      let names = try tree(below: cache).keys.sorted()
      #expect(!names.isEmpty)
      let path = "\(cache)/\(names[random.below(names.count)])"
      var bytes = try #require(try tree(below: cache)[String(path.dropFirst(cache.count + 1))])
      switch random.below(4) {
      case 0: unlink(path)
      case 1: try write(Array(bytes.prefix(random.below(bytes.count))), to: path)
      case 2: try write(bytes + [0], to: path)
      default:
        bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
        try write(bytes, to: path)
      }
      try writer.append()
      kept += try build().keptTheRest ? 1 : 0
      let site = try tree(below: "\(place.path)/site")
      let clean = LiveSite(request(in: place))
      _ = try clean.refresh()
      try #require(clean.paths.filter { site[$0] != clean.bytes(at: $0) } == [], "turn \(turn)")
      try writer.append()
      mended += try build().keptTheRest ? 1 : 0
    }
    // Some files are not needed for some edits; after a build that could not do without, all are whole.
    #expect(kept < 20 && mended > 20, "\(kept) kept, \(mended) mended")
  }

  @Test func makesEverythingAnewWhereMoreHasChangedThanTheTextOfOneNote() throws {
    let place = try TemporaryFolder()
    func note(_ name: String, _ text: String) throws {
      try write(Array(text.utf8), to: "\(place.path)/notes/\(name)")
    }
    // Fewer words would make a note a stub, and the page of stubs counts them.
    let text = String(repeating: "A word. ", count: 30)
    func keeps(_ change: (inout BuildRequest) throws -> Void) throws -> Bool {
      var request = request(in: place)
      try change(&request)
      let report = try SiteBuild.run(request)
      let site = try tree(below: "\(place.path)/site")
      let clean = LiveSite(request)
      #expect(try clean.refresh().findings == report.findings)
      #expect(clean.paths.filter { site[$0] != clean.bytes(at: $0) } == [])
      return report.keptTheRest
    }
    try note("one.md", "# One\n\n\(text)\n\nText.\n\n[Two](two.md)\n")
    try note("two.md", "# Two\n\n\(text)\n")
    #expect(try !keeps { _ in }, "the first build")
    #expect(try !keeps { _ in }, "nothing has changed")
    try note("one.md", "# One\n\n\(text)\n\nOther text.\n\n[Two](two.md)\n")
    #expect(try keeps { _ in }, "one text has")
    try note("one.md", "# One\n\n\(text)\n\nMore text.\n\nA line.\n\n[Two](two.md)\n")
    try note("two.md", "# Two\n\n\(text)\n\nText.\n")
    #expect(try !keeps { _ in }, "two texts have")
    try note("two.md", "# Two\n\n\(text)\n\nOther text.\n")
    #expect(try !keeps { $0.siteURL = "https://example.org/" }, "a setting has changed too")
    try note("two.md", "# Two\n\n\(text)\n\nMore text.\n")
    #expect(try !keeps { _ in }, "and is as it was")
    try note("two.md", "# Two\n\n\(text)\n\nText again.\n")
    try write(Array("theirs".utf8), to: "\(place.path)/site/index.html")
    #expect(try !keeps { _ in }, "somebody has changed a page")
    try note("two.md", "# Two\n\n\(text)\n\nThe text.\n")
    #expect(try !keeps { $0.cache = .never }, "there is to be no cache")
    #expect(access("\(place.path)/.site.sitegen", F_OK) != 0)
    try note("two.md", "# Two\n\n\(text)\n\nText.\n")
    #expect(try !keeps { _ in }, "there is no cache")
    try note("two.md", "# Two\n\n\(text)\n\n*Text*.\n")
    #expect(try keeps { _ in })
    try note("two.md", "# Two\n\n\(text)\n\nThe customer is responsible for backups.\n")
    #expect(try !keeps { _ in }, "the matrix has another row")
    try note("two.md", "# Two\n\n\(text)\n\n\nThe customer is responsible for backups.\n")
    #expect(try !keeps { _ in }, "its evidence stands in another line")
    try note("two.md", "# Two\n\n\(text)\n\n\nThe customer is responsible for backups.\n\nText.\n")
    #expect(try keeps { _ in })
  }

  @Test func tellsOfAReviewThatHasGrownStaleThoughNothingHasChanged() throws {
    let place = try TemporaryFolder()
    let note = "---\nresponsibility: {reviewed: 2025-03-31}\n---\n# One\n\nAWS patches hosts.\n"
    try write(Array(note.utf8), to: "\(place.path)/notes/one.md")
    func findings(on day: String) throws -> [String] {
      var request = request(in: place)
      request.today = CalendarDate(day)
      return try SiteBuild.run(request).findings.map(\.rule.id)
        .filter { $0 == "matrix-review-stale" }
    }
    #expect(try findings(on: "2026-03-01") == [])
    #expect(try findings(on: "2026-03-28") == [])
    #expect(try findings(on: "2026-03-29") == ["matrix-review-stale"])
    #expect(try findings(on: "2027-03-29") == ["matrix-review-stale"])
  }

  // MARK: - Builds

  private func request(in place: TemporaryFolder) -> BuildRequest {
    var request = BuildRequest(content: "\(place.path)/notes", output: "\(place.path)/site")
    request.cache = .always
    return request
  }
}

/// Somebody who writes notes of many kinds of text, and edits mostly that: the same seed, the same deeds.
struct Writer {
  private var random: SplitMix
  private let folder: String
  /// The lines of each note.
  private var notes: [String: [String]] = [:]
  private var made = 0
  /// What was done last.
  private(set) var deeds = ""

  init(seed: UInt64, folder: String) {
    random = SplitMix(state: seed)
    self.folder = folder
  }

  /// Writes the first notes.
  mutating func begin() throws {
    for _ in 0..<8 { try add() }
  }

  /// Changes a line of a note; now and then adds, renames or removes one.
  mutating func edit() throws {
    switch random.below(20) {
    case 0: try add()
    case 1: try remove()
    case 2: try rename()
    case 3, 4:
      try change("inserted") { lines, place, random in
        lines.insert(contentsOf: ["", Self.line(&random), ""], at: place)
      }
    case 5: try change("took out") { lines, place, _ in lines.remove(at: place) }
    case 6: try change("doubled") { lines, place, _ in lines.insert(lines[place], at: place) }
    case 7: try change("wrote into") { lines, place, random in lines[place] = Self.line(&random) }
    case 8:
      try change("put a mark into") { lines, place, random in
        let mark = Self.marks[random.below(Self.marks.count)]
        lines[place] += mark
      }
    case 9...12: try append()
    default:
      try change("reworded") { lines, place, random in
        var words = lines[place].split(separator: " ", omittingEmptySubsequences: false).map(
          String.init)
        guard words.count > 2 else { return }
        words[1 + random.below(words.count - 2)] = Self.word(&random)
        lines[place] = words.joined(separator: " ")
      }
    }
  }

  /// Appends a sentence to a note.
  mutating func append() throws {
    try change("appended to") { lines, _, random in lines += ["", Self.sentence(&random)] }
  }

  // MARK: - Deeds

  private mutating func add() throws {
    made += 1
    let name = "\(["", "a/", "a/b/", "c/"][random.below(4)])\(made)_note.md"
    notes[name] = text(titled: "Note \(made) \(Self.word(&random))", for: name)
    try save(name)
    deeds = "added \(name)"
  }

  private mutating func remove() throws {
    guard notes.count > 6 else { return try add() }
    let name = any()
    notes[name] = nil
    unlink("\(folder)/\(name)")
    deeds = "removed \(name)"
  }

  private mutating func rename() throws {
    let name = any()
    let lines = notes.removeValue(forKey: name)
    unlink("\(folder)/\(name)")
    made += 1
    notes["moved/\(made).md"] = lines
    try save("moved/\(made).md")
    deeds = "renamed \(name) to moved/\(made).md"
  }

  private mutating func change(
    _ deed: String, _ body: (inout [String], Int, inout SplitMix) -> Void
  ) throws {
    let name = any()
    guard var lines = notes[name], !lines.isEmpty else { return try add() }
    let place = random.below(lines.count)
    body(&lines, place, &random)
    deeds = "\(deed) line \(place + 1) of \(name):\n\(lines.joined(separator: "\n"))"
    notes[name] = lines
    try save(name)
  }

  private mutating func any() -> String {
    let names = notes.keys.sorted()
    return names[random.below(names.count)]
  }

  private func save(_ name: String) throws {
    let text = (notes[name] ?? []).joined(separator: "\n") + "\n"
    try write(Array(text.utf8), to: "\(folder)/\(name)")
  }

  // MARK: - Texts

  /// The address of a note: most are relative, and some begin at the root.
  private mutating func address(of note: String, from other: String) -> String {
    if random.below(8) == 0 { return "/\(note)" }
    if random.below(8) == 0 { return "wanted\(random.below(4)).md" }
    return String(repeating: "../", count: other.filter { $0 == "/" }.count) + note
  }

  private mutating func text(titled title: String, for name: String) -> [String] {
    var lines: [String] = []
    if random.below(3) == 0 {
      lines += ["---", "tags: [\(Self.word(&random))]", "---", ""]
    }
    lines += ["# \(title)", "", Self.sentence(&random)]
    let names = notes.keys.sorted()
    for section in 0..<1 + random.below(4) {
      lines += ["", "## \(Self.word(&random)) \(section)", "", Self.sentence(&random)]
      lines += ["", Self.line(&random), "", Self.sentence(&random)]
      if !names.isEmpty, random.below(2) == 0 {
        let other = address(of: names[random.below(names.count)], from: name)
        lines += ["", "More is in [that](\(other)). \(Self.sentence(&random))"]
      }
    }
    guard !names.isEmpty else { return lines }
    lines += ["", "## Next steps", ""]
    for _ in 0..<random.below(3) {
      let other = address(of: names[random.below(names.count)], from: name)
      lines.append("- [\(Self.word(&random)) \(random.below(3))](\(other))")
    }
    return lines
  }

  private static let marks = [
    "**", "`", " <b>x</b>", " <script>", " [x](#none)", " [^1]", " ~~x~~", "  ", " <!-- a -->", "|",
    "\\",
  ]

  private static func line(_ random: inout SplitMix) -> String {
    switch random.below(10) {
    case 0: "- The customer is responsible for \(word(&random)) \(word(&random))."
    case 1: "AWS is responsible for \(word(&random)) of the \(word(&random))."
    case 2: "| Provider | Customer |\n|---|---|\n| \(word(&random)) | \(word(&random)) |"
    case 3: "```sh\n\(word(&random)) --\(word(&random))\n```"
    case 4: "> \(sentence(&random))"
    case 5: "- \(word(&random))\n  - \(word(&random)) \(word(&random))\n- \(word(&random))"
    case 6: "The **\(word(&random))**, `\(word(&random))` and <https://\(word(&random)).example/>."
    case 7: "![\(word(&random))](\(word(&random)).png)"
    default: sentence(&random)
    }
  }

  private static func sentence(_ random: inout SplitMix) -> String {
    let words = (0..<3 + random.below(12)).map { _ in word(&random) }
    return "The \(words.joined(separator: " "))."
  }

  private static func word(_ random: inout SplitMix) -> String {
    let start = ["key", "net", "dis", "back", "role", "na\u{EF}ve", "\u{65B0}", "po", "en"]
    let end = ["work", "pair", "up", "s", "ing", "2", "-set", "licy", "cryption"]
    return start[random.below(start.count)] + end[random.below(end.count)]
  }
}
