import Files
import Notes
import Testing

@testable import Topics

@Suite struct TopicGraphTests {
  /// Three notes, two of which say what comes next, and a note that is not written.
  private let story = """
    -- a.md --
    # Start
    See [the vault](sub/vault.md) and ![a plan](plan.png).
    ## Next steps
    - [AWS KMS](sub/vault.md)
    - [Key rotation](rotation.md)
    - [Audit](rotation.md)
    - [Manual](https://example.org)
    -- b.md --
    # Second
    [Start](a.md#next-steps), [later](rotation.md).
    ## See also
    [Amazon KMS](sub/vault.md), [Key Rotation](sub/vault.md)
    -- sub/vault.md --
    # Vault
    ## Key Management Service
    ### Key rotation
    """

  @Test func growsFromNotes() throws {
    let found = try graph(story)
    #expect(
      found.nodes.map(\.id) == [
        "note:a.md", "note:b.md", "note:sub/vault.md", "topic:audit",
        "topic:key-management-service", "topic:key-rotation", "wanted:rotation.md",
      ])
    #expect(
      found.lines == [
        "note:a.md -link-> note:sub/vault.md at 2:5",
        "note:a.md -next-step-> topic:key-management-service 1. at 4:3",
        "note:a.md -next-step-> topic:key-rotation 2. at 5:3",
        "note:a.md -next-step-> topic:audit 3. at 6:3",
        "note:b.md -link-> note:a.md #next-steps at 2:1",
        "note:b.md -link-> wanted:rotation.md at 2:27",
        "note:b.md -next-step-> topic:key-management-service 1. at 4:1",
        "note:b.md -next-step-> topic:key-rotation 2. at 4:29",
        "note:sub/vault.md -treats-> topic:key-management-service #key-management-service at 2:1"
          + " (alias)",
        "note:sub/vault.md -treats-> topic:key-rotation #key-rotation at 3:1 (exact)",
        "wanted:rotation.md -treats-> topic:audit (target)",
        "wanted:rotation.md -treats-> topic:key-rotation (target)",
      ])
    #expect(
      found.mergeLines == [
        "Amazon KMS = AWS KMS: vendor prefix", "Key Rotation = Key rotation: case",
      ])
    #expect(found.edges.compactMap(found.file).count == 10)
  }

  @Test func countsWhoAsks() throws {
    let found = try graph(story)
    let counts = found.nodes.map { "\($0.title): \($0.inDegree) \($0.demand) \($0.stepDemand)" }
    #expect(
      counts == [
        "Start: 1 0 0", "Second: 0 0 0", "Vault: 2 0 0", "Audit: 1 1 1", "AWS KMS: 2 2 2",
        "Key rotation: 2 2 2", "rotation: 2 3 2",
      ])
    #expect(found.nodes.last?.labels == ["Key rotation", "Audit", "later"])
  }

  @Test func givesGraphsOfNotes() throws {
    let found = try graph(story)
    #expect(found.noteSteps == DirectedGraph(3, [(0, 2), (1, 2), (1, 2)]))
    #expect(found.noteLinks.edgeCount == 5)
    #expect(found.directedGraph().edgeCount == found.edges.count)
    #expect(found.directedGraph(of: .treats).edgeCount == 4)
    #expect(found.backlinks(to: 2).map(\.note) == [0, 0, 1, 1])
    #expect(found.nextSteps(of: 0).map(\.topic) == [4, 5, 3, nil])
    #expect(found.nextSteps(of: 2).isEmpty)
  }

  @Test func anEmptyFolderHasAnEmptyGraph() throws {
    let found = try graph("")
    #expect(found.nodes.isEmpty && found.edges.isEmpty && found.merges.isEmpty)
  }

  @Test func configuredAliasesJoinTopics() throws {
    var configuration = Configuration()
    configuration.aliases = [.init(label: "Audit", topic: "Key rotation", line: 1)]
    let found = try graph(story, configuration)
    #expect(found.mergeLines.contains("Audit = Key rotation: alias"))
    #expect(!found.nodes.contains { $0.id == "topic:audit" })
  }

  @Test func aStepInTheSameNoteAndOneToAFolderAreSteps() throws {
    let found = try graph(
      """
      -- a.md --
      # Start
      ## Next
      [Setup](#setup), [Guide](guide/), [Bare](bare/)
      ## Setup
      -- guide/README.md --
      # Guide
      -- bare/x.md --
      # X
      """)
    let first = try #require(found.nodes.firstIndex { $0.id == "note:a.md" })
    #expect(
      found.ways(of: first) == [
        "Setup -> note:a.md#setup anchor", "Guide -> note:guide/README.md#guide exact", "Bare -> ?",
      ])
  }
}
