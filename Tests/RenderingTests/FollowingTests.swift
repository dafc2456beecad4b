import Files
import Markup
import Notes
import Rendering
import Testing

/// What is made of a file's former bytes when the text of a note changes.
@Suite struct FollowingTests {
  private func note(_ text: String) throws -> Note {
    try #require(Note(harmless: Array(text.utf8), at: ContentPath("a/one.md") ?? .root))
  }

  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - The page

  @Test func putsTheNewBodyBetweenWhatWasThere() throws {
    let former = try note("# One\n\nSee [two](two.md) now.\n")
    let now = try note("# One\n\nPlease see [two](two.md).\n")
    let page = "<main><h1 id=\"one\">One</h1>\n<p>See <a>two</a> now.</p>\n</main>"
    let start = "<main>".utf8.count
    let body = try #require(text(former.document.html.bytes))
    let filled = page.replacing("<a>", with: "").replacing("</a>", with: "")
    #expect(filled == "<main>\(body)</main>")
    let seam = BodySeam(start: start, fillings: [3, 4])
    #expect(
      text(seam.page(Array(page.utf8), with: now.document, inPlaceOf: former.document))
        == page.replacing("See <a>", with: "Please see <a>").replacing(" now", with: ""))
  }

  @Test(arguments: [
    BodySeam(start: 5, fillings: [3, 4]), BodySeam(start: 6, fillings: [4, 3]),
    BodySeam(start: 6, fillings: [3]), BodySeam(start: 6, fillings: [3, 4_000]),
    BodySeam(start: -1, fillings: [3, 4]), BodySeam(start: 400, fillings: [3, 4]),
    BodySeam(start: 6, fillings: [-3, 4]),
  ])
  func givesUpWhereThePageIsNotWhatItWas(_ seam: BodySeam) throws {
    let former = try note("# One\n\nSee [two](two.md) now.\n")
    let page = Array("<main><h1 id=\"one\">One</h1>\n<p>See <a>two</a> now.</p>\n</main>".utf8)
    #expect(seam.page(page, with: former.document, inPlaceOf: former.document) == nil)
  }

  // MARK: - The table of notes

  @Test func countsTheWordsAnew() throws {
    let former = try note("# One\n\nTwo three.\n")
    let now = try note("# One\n\nTwo three four.\n")
    let own = #"{"id":"note:a/one.md","title":"\",\"words\":3,","words":3,"x":1}"#
    let table = #"{"notes":[{"id":"note:b.md","words":3},\#(own)]}"#
    #expect(
      text(NoteTable.following(Array(table.utf8), from: former, to: now))
        == table.replacing(#","words":3,"x""#, with: #","words":4,"x""#))
    #expect(NoteTable.following(Array(table.utf8), from: now, to: former) == nil)
    #expect(NoteTable.following([], from: former, to: now) == nil)
  }

  // MARK: - The Markdown beside the page

  private let source = Array("# One\n\n[b](/b) and [c](/wanted)\n".utf8)
  private let addresses = MendedAddresses(edits: [
    .init(place: 11, written: Array("/b".utf8), address: Array("../b.md".utf8)),
    .init(place: 23, written: Array("/wanted".utf8), address: Array("#".utf8)),
  ])

  @Test func tellsTheNoteFromItsCopyAndBack() throws {
    let same = try #require(addresses.copy(of: source, like: source) { $0 })
    #expect(text(same.bytes) == "# One\n\n[b](../b.md) and [c](#)\n")
    #expect(same.addresses == addresses)
    #expect(addresses.source(of: same.bytes) == source)
    #expect(addresses.source(of: source) == nil)
    #expect(addresses.source(of: []) == nil)
  }

  @Test func mendsWhatHasMovedToAnotherLine() throws {
    let now = Array("# One\n\nNew.\n\n[b](/b) and [c](/wanted) now\n".utf8)
    let moved = try #require(addresses.copy(of: now, like: source) { $0 == 3 ? 5 : $0 })
    #expect(text(moved.bytes) == "# One\n\nNew.\n\n[b](../b.md) and [c](#) now\n")
    #expect(moved.addresses.source(of: moved.bytes) == now)
  }

  @Test(arguments: [
    "# One\n\n[b](/b) or [c](/wanted)\n", "# One\n\n[b](/b) and [c](/wanted", "# One\n",
    "# One\n\n[b](/b) and [c](/wanted2)\n",
  ])
  func givesUpWhereALineIsAnotherBeforeTheEndOfAnAddress(_ now: String) {
    #expect(addresses.copy(of: Array(now.utf8), like: source) { $0 } == nil)
  }

  // MARK: - Places

  @Test func givesLinksTheirNewPlacesInTheGraph() throws {
    let moves = try moves
    let graph = [
      #"{"edges":[{"file":"b.md","line":3,"column":5}"#,
      #"{"file":"a/one.md","line":3,"column":5}"#,
      #"{"file":"a/one.md","line":1,"column":1}]}"#,
    ].joined(separator: ",")
    #expect(
      text(moves.graph(Array(graph.utf8)))
        == graph.replacing(#"one.md","line":3,"column":5"#, with: #"one.md","line":5,"column":3"#))
    let stranger = #"{"file":"a/one.md","line":4,"column":5}"#
    #expect(moves.graph(Array(stranger.utf8)) == nil)
    #expect(text(moves.graph(Array("{}".utf8))) == "{}")
  }

  @Test func givesLinksTheirNewLinesOnPages() throws {
    func page(_ line: Int) -> String {
      [
        #"<a href="../a/one.html#x">One</a> (line \#(line))"#,
        #"<a href="../a/one.html">One</a> (line \#(line))"#,
        #"<a href="../a/one.html">One</a>"#, #"<a href="../a/one.html2">O</a> (line 3)"#,
      ].joined(separator: ", ")
    }
    #expect(text(try moves.page(Array(page(3).utf8), at: "topics/x.html")) == page(5))
    let stranger = #"<a href="../a/one.html">One</a> (line 9)"#
    #expect(try moves.page(Array(stranger.utf8), at: "topics/x.html") == nil)
  }

  @Test func givesUpWhereWhatStoodInOneLineDoesNoLonger() throws {
    let former = try note("# One\n\n[a](a.md) [b](b.md)\n")
    #expect(PlaceMoves(from: former, to: try note("# One\n\n[a](a.md)\n[b](b.md)\n")) == nil)
    #expect(PlaceMoves(from: former, to: former)?.areNone == true)
  }

  private var moves: PlaceMoves {
    get throws {
      try #require(
        PlaceMoves(
          from: try note("# One\n\nSee [two](two.md).\n"),
          to: try note("# One\n\nText.\n\nA [two](two.md).\n")))
    }
  }
}

@Suite struct LineShiftTests {
  private func lines(_ former: String, _ text: String) -> [Int?] {
    let shift = LineShift(from: Array(former.utf8), to: Array(text.utf8))
    return (0...former.utf8.count { $0 == 0x0A }).map(shift.line)
  }

  @Test func knowsTheLinesThatAreTheSame() {
    #expect(lines("a\nb\nc\n", "a\nb\nc\n") == [0, 1, 2, 3])
    #expect(lines("a\nb\nc\n", "a\nx\nc\n") == [0, 1, nil, 3])
    #expect(lines("a\nb\nc\n", "a\nnew\nb\nc\n") == [0, 1, 3, 4])
    #expect(lines("a\n\nb\nc\n", "a\n\nnew\n\nb\nc\n") == [0, 1, 2, 5, 6])
    #expect(lines("aa\nb\n", "ab\nb\n") == [0, nil, 2])
    #expect(lines("b\n", "a\nb\n") == [0, 2])
    #expect(lines("a\nb\nc\n", "a\nc\n") == [0, 1, nil, 2])
    #expect(lines("a\nb\n", "") == [0, nil, nil])
    #expect(lines("a\nb\n", "x") == [0, nil, nil])
    #expect(lines("a\nb\n", "a\nb\nc") == [0, 1, 2])
    #expect(lines("a\nb\n", "a\nb") == [0, 1, nil])
  }
}
