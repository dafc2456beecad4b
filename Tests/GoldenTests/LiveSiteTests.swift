import Building
import Files
import Glibc
import Publishing
import Testing

/// A site in memory while its notes are edited; that it is what a build would write is compared beside the
/// builds that have a former one to go by.
@Suite struct LiveSiteTests {
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

    // What others see of a note, or a note more, waits for a refresh.
    try note("# Another title\n")
    #expect(!live.look())
    _ = try live.refresh()
    try note("# Three\n", named: "three.md")
    #expect(!live.look())
  }

  @Test func showsThePagesOfAFewNotesAheadOfTheRest() throws {
    let place = try TemporaryFolder()
    func note(_ number: Int, _ text: String) throws {
      try write(Array("# \(number)\n\n\(text)\n".utf8), to: "\(place.path)/notes/\(number).md")
    }
    for number in 1...18 { try note(number, "Before.") }
    let live = LiveSite(request(in: place))
    func shows(_ text: String, _ number: Int) -> Bool {
      String(decoding: live.bytes(at: "\(number).html") ?? [], as: UTF8.self).contains(text)
    }
    _ = try live.refresh()
    for number in 1...16 {
      try note(number, "After.")
      #expect(live.look())
      #expect((1...number).allSatisfy { shows("After.", $0) } && shows("Before.", number + 1))
    }
    // More than a few at once wait for a refresh; those that were shown stay.
    try note(17, "After.")
    #expect(!live.look())
    #expect(shows("After.", 16) && shows("Before.", 17))
    _ = try live.refresh()
    #expect((1...17).allSatisfy { shows("After.", $0) } && shows("Before.", 18))
    let after = LiveSite(request(in: place))
    _ = try after.refresh()
    #expect((1...18).allSatisfy { live.bytes(at: "\($0).html") == after.bytes(at: "\($0).html") })
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
}
