import Files
import Testing

@testable import Notes

@Suite struct LinkEndsTests {
  /// Where the links of a note lead, from words: a number is a note, all else a wanted note.
  private func targets(_ words: String) -> [LinkTarget] {
    words.split(separator: " ").map { word in
      LinkTarget(Int(word).map { .note($0) } ?? .wanted(ContentPath.root.appending(word)))
    }
  }

  private func ends(_ targets: [LinkTarget]) -> [LinkEnd] {
    targets.map { LinkEnd($0, isImage: false) }
  }

  private func join(_ notes: [String]) -> LinkEnds {
    let targets = notes.map(targets)
    return LinkEnds(targets.map(ends), targets)
  }

  @Test(
    arguments: 0...3,
    [
      // The same; a link is added, is removed, leads elsewhere.
      ("", ""), ("0 1", "0 1"), ("e 1", "e 1"), ("", "0"), ("0", "0 1 2"), ("0 1", "1"),
      ("0 1", ""), ("0 1", "0 2"),
      // A wanted note that no other note asks for: first, amidst, last.
      ("", "a"), ("a", ""), ("0", "0 e"), ("e 0", "0"), ("", "z"), ("z", ""), ("0", "z"),
      ("z", "0"),
      // One that others ask for as well.
      ("", "m"), ("m", ""), ("m m 0", "m 0"), ("d", "t"), ("d e", "e d"),
      // The same one in another normal form.
      ("", "e\u{301}"), ("e\u{301}", ""), ("\u{E9}", "e\u{301}"),
      // Several at once, and some twice.
      ("a e z", "b y"), ("e m", "m z z e a"), ("a a d 0", "d e"), ("z y x", "x"),
    ])
  func followTheLinksOfOneNote(at place: Int, change: (former: String, new: String)) {
    var notes = ["d 0 m", "", "m 1 t \u{E9} d"]
    notes.insert(change.former, at: place)
    var found = join(notes)
    notes[place] = change.new
    found.replace(place, with: ends(targets(change.new)), notes.map(targets))
    let whole = join(notes)
    #expect(found == whole)
    // Paths that differ in their normal form alone are equal, and their bytes are not.
    #expect(
      found.wanted.map { Array($0.string.utf8) } == whole.wanted.map { Array($0.string.utf8) })
  }

  @Test func numberWantedNotesByPath() {
    let found = join(["z a 1", "m a"])
    #expect(found.wanted.map(\.string) == ["a", "m", "z"])
    #expect(found[0].map(\.number) == [2, 0, 1])
    #expect(found[1].map(\.number) == [1, 0])
  }
}
