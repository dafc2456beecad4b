import Notes
import Testing

@testable import Topics

@Suite struct LearningPathsTests {
  /// The notes of a picture of next steps, `a: b c` for two of them, with the file's name as title.
  private func paths(_ picture: String) throws -> (TopicGraph, LearningPaths) {
    let notes = picture.split(separator: "\n").map { line in
      let names = line.split { $0 == ":" || $0 == " " }
      let links = names.dropFirst().map { "- [\($0)](\($0).md)" }.joined(separator: "\n")
      return "-- \(names[0]).md --\n# \(names[0])\n## Next steps\n\(links)"
    }
    let book = try notebook(notes.joined(separator: "\n"))
    let graph = TopicGraph(book)
    return (graph, LearningPaths(graph, book))
  }

  private func names(_ notes: [Int], _ graph: TopicGraph) -> String {
    notes.map { graph.nodes[$0].title }.joined(separator: " ")
  }

  private func lines(_ picture: String) throws -> [String] {
    let (graph, paths) = try paths(picture)
    return paths.paths.map { names($0.notes, graph) + ($0.isCut ? " …" : "") }
  }

  @Test func stepsComeInTheirOrder() throws {
    #expect(try lines("a: c b d\nb:\nc:\nd:") == ["a c b d"])
  }

  @Test func whatIsNeededFirstComesFirst() throws {
    #expect(try lines("a: b c\nb: d\nc: b\nd:") == ["a c b d"])
  }

  @Test func aNoteThatNothingLeadsToStartsAPath() throws {
    #expect(try lines("a: x\nb: x y\nx:\ny:\nz:") == ["a x", "b x y"])
  }

  @Test func notesThatLeadRoundStandSideBySide() throws {
    #expect(try lines("a: b\nb: c e\nc: b d\nd:\ne:") == ["a b c e d"])
    #expect(try lines("a: b\nb: a c\nc:") == ["a b c"])
  }

  @Test func wantedNotesAreNoSteps() throws {
    #expect(try lines("a: nowhere b\nb:\nc: nowhere") == ["a b"])
  }

  @Test func aNoteKnowsItsPlaceOnTheNearestPath() throws {
    let (graph, paths) = try paths("a: b\nb: x\nc: x\nx:\nz:")
    let places = graph.nodes.prefix(5).enumerated().map { note, node in
      paths.places[note].map { "\(node.title) \($0.path) \($0.step) \($0.pathCount)" } ?? node.title
    }
    #expect(places == ["a 0 1 1", "b 0 2 1", "c 1 1 1", "x 1 2 2", "z"])
  }

  @Test func circlesAreNamedByTheirShortestWay() throws {
    let (graph, paths) = try paths("a: b\nb: c d\nc: d\nd: b\nx: y\ny: x\nz: z")
    let circles = paths.circles.map { circle in
      names(circle.notes, graph) + ": "
        + circle.steps.map { "\(graph.nextSteps[$0].line)" }.joined(separator: " ")
        + ", \(circle.members.count)"
    }
    #expect(circles == ["b d: 4 3, 3", "x y: 3 3, 2"])
  }

  @Test func aLongPathIsCutAtTheNearestNotes() throws {
    let all = (0..<100).map { "n\($0 + 100)" }
    let (graph, paths) = try paths(
      "a: \(all.joined(separator: " "))\n" + all.map { "\($0):" }.joined(separator: "\n"))
    let path = try #require(paths.paths.first)
    #expect(path.isCut)
    #expect(names(path.notes, graph) == (["a"] + all.prefix(59)).joined(separator: " "))
  }

  @Test func randomPathsLeadForwardExceptInCircles() throws {
    var numbers = SeededNumbers(state: 3)
    for _ in 0..<30 {
      let picture = (0..<12).map { note in
        let ends = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
          "n\(Int.random(in: 10..<22, using: &numbers))"
        }
        return "n\(note + 10): \(ends.joined(separator: " "))"
      }.joined(separator: "\n")
      let (graph, paths) = try paths(picture)
      let components = graph.noteSteps.stronglyConnectedComponents
      let far = graph.noteSteps.allDistances
      for path in paths.paths {
        let reached = Set((0..<12).filter { far[path.notes[0]][$0] != nil })
        #expect(Set(path.notes) == reached && path.notes.count == reached.count)
        for (later, note) in path.notes.enumerated() {
          for earlier in path.notes.prefix(later) {
            let isSame = components.componentOf[earlier] == components.componentOf[note]
            #expect(isSame || far[note][earlier] == nil, "\(picture)")
          }
        }
      }
      let onPaths = Set(paths.paths.flatMap(\.notes))
      #expect(paths.places.indices.filter { paths.places[$0] != nil } == onPaths.sorted())
    }
  }

  @Test func ofAFoldersNoteTheStepCounts() throws {
    let book = try notebook(
      """
      -- a.md --
      # A
      ## Next
      [Guide](guide/)
      -- guide/README.md --
      # Guide
      """)
    let graph = TopicGraph(book)
    #expect(LearningPaths(graph, book).paths.map { names($0.notes, graph) } == ["A Guide"])
  }
}
