import Notes
import Testing

@testable import Topics

@Suite struct GraphSelectionTests {
  private let story = """
    -- a.md --
    # A
    [B](b.md)
    ## Next
    [Keys](c.md), [Later](later.md)
    -- b.md --
    # B
    [soon](soon.md)
    -- c.md --
    # C
    ## Keys
    [B](b.md)
    ## Next
    [Round](d.md)
    -- d.md --
    # D
    ## Next
    [Again](c.md)
    """

  private func names(_ make: (TopicGraph, LearningPaths) -> GraphSelection) throws -> [String] {
    let book = try notebook(story)
    let graph = TopicGraph(book)
    let selection = make(graph, LearningPaths(graph, book))
    let meant = Set(selection.nodes)
    #expect(
      selection.edges
        == graph.edges.indices.filter {
          meant.contains(graph.edges[$0].from) && meant.contains(graph.edges[$0].to)
        })
    return selection.nodes.map { graph.nodes[$0].id }
  }

  @Test func aroundANoteLiesWhatItLeadsTo() throws {
    #expect(
      try names { graph, _ in GraphSelection(of: graph, around: 0, depth: 1) } == [
        "note:a.md", "note:b.md", "topic:keys", "topic:later",
      ])
    #expect(
      try names { graph, _ in GraphSelection(of: graph, around: 0, depth: 2) } == [
        "note:a.md", "note:b.md", "note:c.md", "topic:keys", "topic:later", "wanted:later.md",
        "wanted:soon.md",
      ])
    #expect(try names { graph, _ in GraphSelection(of: graph, around: 0) }.count == 10)
    #expect(try names { graph, _ in GraphSelection(of: graph, around: 1) }.count == 2)
  }

  @Test func wantedNotesComeWithThoseWhoAsk() throws {
    #expect(
      try names { graph, _ in GraphSelection(wantedIn: graph) } == [
        "note:a.md", "note:b.md", "topic:later", "wanted:later.md", "wanted:soon.md",
      ])
  }

  @Test func circlesComeWithTheirTopics() throws {
    #expect(
      try names { graph, paths in GraphSelection(circlesOf: paths, in: graph) } == [
        "note:c.md", "note:d.md", "topic:again", "topic:round",
      ])
  }

  @Test func everythingIsASelectionToo() throws {
    #expect(try names { graph, _ in GraphSelection(allOf: graph) }.count == 10)
  }
}
