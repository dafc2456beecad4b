internal import Topics

/// For each topic, what treats it and who names it as a next step: collected once for all pages of the
/// list.
struct TopicUses: Sendable {
  private let treatments: Groups
  private let askers: Groups

  init(of graph: TopicGraph) {
    // Edges are large values and looked at in place; those of one topic go with the surest first.
    let treating = graph.edges.indices.filter { graph.edges[$0].kind == .treats }
      .sorted { left, right in
        let (a, b) = (graph.edges[left].score, graph.edges[right].score)
        return a == b ? graph.edges[left].from < graph.edges[right].from : a > b
      }
    treatments = Groups(of: treating, nodes: graph.nodes.count) { graph.edges[$0].to }
    let asking = graph.nextSteps.indices.filter { graph.nextSteps[$0].topic != nil }
    askers = Groups(of: asking, nodes: graph.nodes.count) { graph.nextSteps[$0].topic ?? 0 }
  }

  /// The edges of what treats a topic, as indices of the graph's, the surest first.
  func treatments(of topic: Int) -> ArraySlice<Int> { treatments[topic] }

  /// The next steps that name a topic, as indices of the graph's.
  func askers(of topic: Int) -> ArraySlice<Int> { askers[topic] }

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
