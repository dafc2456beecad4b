/// For each topic, what treats it and who names it as a next step.
public struct TopicUses: Sendable {
  private let graph: TopicGraph
  private let treatments: Groups
  private let askers: Groups

  /// Collects both for all topics of a graph.
  public init(of graph: TopicGraph) {
    self.graph = graph
    // Edges are large values and looked at in place; those of one topic go with the surest first.
    let treating = graph.treating.map(Int.init)
      .sorted { left, right in
        let (a, b) = (graph.edges[left].score, graph.edges[right].score)
        return a == b ? graph.edges[left].from < graph.edges[right].from : a > b
      }
    treatments = Groups(of: treating, nodes: graph.nodes.count) { graph.edges[$0].to }
    let asking = graph.nextSteps.indices.filter { graph.nextSteps[$0].topic != nil }
    askers = Groups(of: asking, nodes: graph.nodes.count) { graph.nextSteps[$0].topic ?? 0 }
  }

  /// The edges of what treats a topic, as indices of the graph's, the surest first.
  public func treatments(of topic: Int) -> ArraySlice<Int> { treatments[topic] }

  /// The notes that name a topic: of each its first next step that does, as an index of the graph's.
  public func askers(of topic: Int) -> [Int] {
    var first: [Int] = []
    for step in askers[topic]
    where first.last.map({ graph.nextSteps[$0].note }) != graph.nextSteps[step].note {
      first.append(step)
    }
    return first
  }

  /// Members by the node that they belong to, in one array (counting sort).
  private struct Groups {
    private var starts: [Int]
    private var members: [Int]

    init(of all: [Int], nodes: Int, by node: (Int) -> Int) {
      starts = [Int](repeating: 0, count: nodes + 1)
      for member in all { starts[node(member) + 1] += 1 }
      for index in 0..<nodes { starts[index + 1] += starts[index] }
      members = [Int](repeating: 0, count: all.count)
      var next = starts
      for member in all {
        let place = node(member)
        members[next[place]] = member
        next[place] += 1
      }
    }

    subscript(node: Int) -> ArraySlice<Int> { members[starts[node]..<starts[node + 1]] }
  }
}
