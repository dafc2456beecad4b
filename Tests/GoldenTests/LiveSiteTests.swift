import Building
import Files
import Glibc
import Publishing
import Testing

/// A site in memory is, after any change of its notes, what a build would write.
@Suite struct LiveSiteTests {
  @Test func isWhatABuildWritesAfterEachOfManyEdits() throws {
    let place = try TemporaryFolder()
    var author = Author(seed: 7, folder: "\(place.path)/notes")
    try author.begin()
    let live = LiveSite(request(in: place))
    for turn in 0..<500 {
      try author.edit()
      // A look between two refreshes leaves nothing behind.
      _ = live.look()
      let report = try live.refresh()
      let clean = LiveSite(request(in: place))
      #expect(try clean.refresh() == report)
      #expect(live.paths == clean.paths)
      try #require(
        live.paths.filter { live.bytes(at: $0) != clean.bytes(at: $0) } == [],
        "after turn \(turn): \(author.deeds)")
      if turn % 50 == 0 {
        let built = try build(in: place)
        #expect(built.keys.sorted() == live.paths)
        #expect(built.filter { live.bytes(at: $0.key) != $0.value }.isEmpty)
      }
    }
  }

  @Test func showsThePageThatIsBeingWrittenAheadOfTheRest() throws {
    let place = try TemporaryFolder()
    func note(_ text: String, named name: String = "one.md") throws {
      try write(Array(text.utf8), to: "\(place.path)/notes/\(name)")
    }
    try note("# One\n\nFirst.\n\n## Next steps\n\n- [Two](two.md)\n")
    try note("# Two\n\nBack to [One](one.md).\n", named: "two.md")
    let live = LiveSite(request(in: place))
    #expect(!live.look(), "there is no site yet")
    _ = try live.refresh()
    #expect(!live.look(), "nothing has changed")

    // Text alone: the page is at once what a refresh makes of it.
    try note("# One\n\nSecond, and [Two](two.md#two).\n\n## Next steps\n\n- [Two](two.md)\n")
    let before = live.bytes(at: "one.html")
    #expect(live.look())
    let ahead = live.bytes(at: "one.html")
    #expect(ahead != before)
    #expect(!live.look(), "the same again is nothing new")
    _ = try live.refresh()
    let after = LiveSite(request(in: place))
    _ = try after.refresh()
    #expect(live.bytes(at: "one.html") == after.bytes(at: "one.html"))

    // What comes next is studied; until then no card leads to the wrong place.
    try note("# One\n\nThird.\n\n## Next steps\n\n- [Itself](#one)\n- [The other](two.md)\n")
    #expect(live.look())
    let page = String(decoding: live.bytes(at: "one.html") ?? [], as: UTF8.self)
    #expect(page.contains("Third.") && !page.contains("<ol class=\"next-steps\""))
    _ = try live.refresh()

    // What others see of a note, or more than one note, waits for a refresh.
    try note("# Another title\n")
    #expect(!live.look())
    _ = try live.refresh()
    try note("# Another title\n\nText.\n")
    try note("# Two\n\nText.\n", named: "two.md")
    #expect(!live.look())
    _ = try live.refresh()
    try note("# Three\n", named: "three.md")
    #expect(!live.look())
  }

  @Test func keepsTheFormerSiteWhereThereCanBeNoNewOne() throws {
    let place = try TemporaryFolder()
    try write(Array("# One\n".utf8), to: "\(place.path)/notes/one.md")
    var request = request(in: place)
    request.configuration = "\(place.path)/sitegen.yml"
    try write(Array("title: Before\n".utf8), to: "\(place.path)/sitegen.yml")
    let live = LiveSite(request)
    #expect(live.bytes(at: "one.html") == nil)
    _ = try live.refresh()
    let before = try #require(live.bytes(at: "one.html"))
    try write(Array("titel: After\n".utf8), to: "\(place.path)/sitegen.yml")
    #expect(throws: BuildError.self) { _ = try live.refresh() }
    #expect(live.bytes(at: "one.html") == before)
    #expect(live.bytes(at: "") == live.bytes(at: "index.html"))
    #expect(live.bytes(at: "none.html") == nil)
    #expect(live.bytes(at: "../sitegen.yml") == nil)
  }

  // MARK: - Builds

  private func request(in place: TemporaryFolder) -> BuildRequest {
    BuildRequest(content: "\(place.path)/notes", output: "\(place.path)/site")
  }

  /// What a build writes that begins anew.
  private func build(in place: TemporaryFolder) throws -> Tree {
    var request = request(in: place)
    request.isClean = true
    _ = try SiteBuild.run(request)
    return try tree(below: request.output)
  }
}

/// Somebody who edits notes at random: the same seed, the same deeds.
struct Author {
  private var random: SplitMix
  private let folder: String
  private var notes: [String: String] = [:]
  private var made = 0
  /// What was done last.
  private(set) var deeds = ""

  init(seed: UInt64, folder: String) {
    random = SplitMix(state: seed)
    self.folder = folder
  }

  /// Writes the first notes.
  mutating func begin() throws {
    for _ in 0..<12 { try add() }
  }

  /// Changes, adds, moves or removes a note.
  mutating func edit() throws {
    switch random.below(8) {
    case 0: try add()
    case 1: try remove()
    case 2: try move()
    case 3: try rewrite(headingToo: true)
    default: try rewrite(headingToo: false)
    }
  }

  private mutating func add() throws {
    made += 1
    let name = "\(["", "a/", "a/b/", "c/"][random.below(4)])\(made)_note.md"
    notes[name] = text(titled: "Note \(made)")
    try save(name)
    deeds = "added \(name)"
  }

  private mutating func remove() throws {
    guard notes.count > 4, let name = any() else { return try add() }
    notes[name] = nil
    unlink("\(folder)/\(name)")
    deeds = "removed \(name)"
  }

  private mutating func move() throws {
    guard let name = any(), let text = notes.removeValue(forKey: name) else { return }
    unlink("\(folder)/\(name)")
    made += 1
    let other = "moved/\(made).md"
    notes[other] = text
    try save(other)
    deeds = "moved \(name) to \(other)"
  }

  private mutating func rewrite(headingToo: Bool) throws {
    guard let name = any(), let old = notes[name] else { return }
    let title = old.prefix { $0 != "\n" }.dropFirst(2)
    notes[name] = text(titled: headingToo ? "\(title) again" : String(title))
    try save(name)
    deeds = "rewrote \(name)"
  }

  private mutating func any() -> String? {
    let names = notes.keys.sorted()
    return names.isEmpty ? nil : names[random.below(names.count)]
  }

  private mutating func text(titled title: String) -> String {
    var text = "# \(title)\n\nWord \(random.below(1000)). "
    let names = notes.keys.sorted() + ["missing.md"]
    for _ in 0..<random.below(4) { text += "See [that](/\(names[random.below(names.count)])). " }
    text += "\n\n## Section \(random.below(3))\n\nMore.\n\n## Next steps\n\n"
    for _ in 0..<random.below(3) {
      text += "- [Topic \(random.below(5))](/\(names[random.below(names.count)])#section-1)\n"
    }
    return text
  }

  private func save(_ name: String) throws {
    try write(Array((notes[name] ?? "").utf8), to: "\(folder)/\(name)")
  }
}

/// Random numbers that are the same on every machine (Steele, Lea, Flood 2014, "Fast splittable
/// pseudorandom number generators").
struct SplitMix {
  private var state: UInt64

  init(state: UInt64) {
    self.state = state
  }

  /// A number from 0 to `bound - 1`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
