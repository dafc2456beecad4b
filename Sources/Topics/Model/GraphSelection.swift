/// A part of a topic graph: some of its nodes, and the edges between them.
public struct GraphSelection: Sendable, Equatable {
  /// The indices of the nodes, ascending.
  public let nodes: [Int]
  /// The indices of the edges, ascending.
  public let edges: [Int]

  /// The whole graph.
  public init(allOf graph: TopicGraph) {
    nodes = Array(graph.nodes.indices)
    edges = Array(graph.edges.indices)
  }

  private init(of graph: TopicGraph, nodes isMeant: [Bool]) {
    nodes = graph.nodes.indices.filter { isMeant[$0] }
    edges = graph.edges.indices.filter {
      isMeant[graph.edges[$0].from] && isMeant[graph.edges[$0].to]
    }
  }

  /// What can be reached from a note: along links to notes, along next steps to topics, and from topics
  /// to what treats them.
  ///
  /// - Parameters:
  ///   - graph: the whole.
  ///   - note: the index of its node.
  ///   - depth: the most steps; a topic on the way counts as one. Nil for no limit.
  public init(of graph: TopicGraph, around note: Int, depth: Int? = nil) {
    let ways = graph.edges.map { edge in
      edge.kind == .treats
        ? DirectedGraph.Edge(from: edge.to, to: edge.from)
        : DirectedGraph.Edge(from: edge.from, to: edge.to)
    }
    let distances = DirectedGraph(nodeCount: graph.nodes.count, edges: ways)
      .breadthFirst(from: [note])
    self.init(
      of: graph,
      nodes: distances.map { distance in
        guard let distance else { return false }
        return distance <= depth ?? .max
      })
  }

  /// The notes that are not written yet, who asks for them, and the topics they would treat.
  public init(wantedIn graph: TopicGraph) {
    var isMeant = graph.nodes.map { $0.kind == .wanted }
    for edge in graph.edges where edge.kind == .treats && graph.nodes[edge.from].kind == .wanted {
      isMeant[edge.to] = true
    }
    for edge in graph.edges where edge.kind == .link && graph.nodes[edge.to].kind == .wanted {
      isMeant[edge.from] = true
    }
    for step in graph.nextSteps {
      if let end = step.end, graph.nodes[end].kind == .wanted { isMeant[step.note] = true }
    }
    self.init(of: graph, nodes: isMeant)
  }

  /// The notes whose next steps lead round, and the topics of those steps.
  public init(circlesOf paths: LearningPaths, in graph: TopicGraph) {
    var isMeant = [Bool](repeating: false, count: graph.nodes.count)
    for circle in paths.circles {
      let members = Set(circle.members)
      for note in circle.members {
        isMeant[note] = true
        for step in graph.nextSteps(of: note) {
          guard let topic = step.topic, let end = step.destination, members.contains(end) else {
            continue
          }
          isMeant[topic] = true
        }
      }
    }
    self.init(of: graph, nodes: isMeant)
  }
}
