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
    let live = LiveSite(request(in: place))
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
      // The preview follows too; a look between two refreshes leaves nothing behind.
      _ = live.look()
      #expect(try live.refresh() == expected)
      #expect(live.paths == clean.paths)
      try #require(
        live.paths.filter { built[$0] != live.bytes(at: $0) } == [],
        "after turn \(turn), in memory: \(writer.deeds)")
      try writer.edit()
    }
    // Else the test says nothing of what it is for.
    #expect(kept > 150, "only \(kept) builds kept the rest of the site")
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
