import Files
import Markup
import Notes
import Responsibility
import Testing
import Topics

@testable import Rendering

@Suite struct LocalGraphTests {
  /// The rows around the first note, as one reads them: indented by steps, `>` for next steps.
  private func rows(_ files: [String: String]) throws -> [String] {
    let book = try Notebook(reading: .memory(files.mapValues { Array($0.utf8) }))
    let topics = TopicGraph(book)
    let graph = LocalGraph(around: 0, in: NoteGraph(book, topics))
    let lines = graph.rows.map { row in
      let name = topics.nodes[row.node].id + (row.isNextStep ? " >" : "")
      return String(repeating: "  ", count: abs(row.step)) + "\(row.step) \(name)"
    }
    return lines + ["\(graph.rows.count - 1) of \(graph.total)"]
  }

  @Test func readsFromWhatLeadsHereToWhereItLeads() throws {
    #expect(
      try rows([
        "a.md": "# A\n[C](c.md)\n## Next\n- [W](w.md)\n- [B](b.md), [B](b.md)",
        "b.md": "# B\n[D](d.md)", "c.md": "# C\n[A](a.md) [D](d.md)", "d.md": "# D",
        "e.md": "# E\n[A](a.md)", "f.md": "# F\n[E](e.md)", "g.md": "# G\n[C](c.md)",
      ]) == [
        "    -2 note:g.md", "  -1 note:c.md", "    -2 note:f.md", "  -1 note:e.md", "0 note:a.md",
        "  1 wanted:w.md >", "  1 note:b.md >", "    2 note:d.md", "7 of 7",
      ])
  }

  @Test func saysNothingOfANoteThatNobodyKnows() throws {
    let book = try Notebook(reading: .memory(["a.md": Array("# A\n[A](a.md)".utf8)]))
    let graph = LocalGraph(around: 0, in: NoteGraph(book, TopicGraph(book)))
    #expect(graph == LocalGraph(around: 0, in: NoteGraph(book, TopicGraph(book))))
    #expect(graph.rows == [] && graph.total == 0)
  }

  @Test func showsTwelveOfMany() throws {
    var files = ["a.md": (0..<30).map { "[\($0)](n\($0).md)" }.joined(separator: "\n")]
    for number in 0..<30 { files["n\(number).md"] = "[x](far\(number).md)" }
    let rows = try rows(files)
    #expect(rows.last == "12 of 60")
    #expect(rows.filter { $0.hasPrefix("  1 ") }.count == 8)
    #expect(rows.filter { $0.hasPrefix("    2 wanted:far") }.count == 4)
  }

  @Test func isRowsOfLinksWithLinesBetweenThem() throws {
    let files = [
      "a.md": "# A\n[B](sub/b.md) [Later](later.md)", "sub/b.md": "# B <i>",
      "c.md": "# A note with a title that does not fit\n[A](a.md)",
    ]
    let book = try Notebook(reading: .memory(files.mapValues { Array($0.utf8) }))
    let topics = TopicGraph(book)
    let studies = SiteStudies(
      tags: TagIndex(book), topics: topics,
      learningPaths: LearningPaths(topics, book),
      health: NotebookHealth(book, topics, findings: []), wanted: WantedNotes(book, topics),
      matrix: ResponsibilityMatrix(book, file: ResponsibilityFile()))
    let site = Site(book, studies, identity: .init(title: "T"), theme: try Theme())
    #expect(
      site.localGraph(of: 0).string == """
        <div class="block" role="group" aria-labelledby="sg:near" aria-describedby="sg:near-is">
        <h2 class="block-title" id="sg:near">Nearby</h2>
        <svg class="near" viewBox="0 0 240 96"><desc id="sg:near-is">From top to bottom: what leads here, \
        this note, where it leads; two steps each way</desc><path \
        d="M7 36V12h16M7 36V60h16M7 36V84h16"/>\
        <a href="c.html"><title>A note with a title that does not fit</title>\
        <circle cx="23" cy="12" r="5"/><text x="35" y="16">A note with a title that doe…</text></a>\
        <circle class="here" cx="7" cy="36" r="6"/><text x="19" y="40">A</text>\
        <a href="sub/b.html"><circle cx="23" cy="60" r="5"/><text x="35" y="64">B</text></a>\
        <circle class="to-write" cx="23" cy="84" r="5"/><text x="35" y="88">later</text></svg>
        <p class="more"><a href="map/index.html?at=a.html">Show on the map</a></p>
        </div>
        """)
    #expect(site.localGraph(of: 2).string.contains("href=\"../a.html\""))
  }
}
