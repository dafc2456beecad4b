/// Walks from one start after another; keeps its memory between walks.
struct PathWalk {
  private let graph: DirectedGraph
  /// For each note, its place among those of the present walk; -1 for a note that is not among them.
  private var local: [Int]

  init(_ graph: DirectedGraph) {
    self.graph = graph
    local = [Int](repeating: -1, count: graph.nodeCount)
  }

  /// The notes that can be reached, the nearest ones where there are too many, in the order in which
  /// they are read; and how far from the start each is.
  mutating func path(from start: Int) -> (notes: [Int], distances: [Int], isCut: Bool) {
    let (found, distances, isCut) = nearest(to: start)
    var edges: [DirectedGraph.Edge] = []
    for (index, note) in found.enumerated() {
      for next in graph.successors(of: note) where local[next] >= 0 {
        edges.append(DirectedGraph.Edge(from: index, to: local[next]))
      }
    }
    let order = Self.order(of: DirectedGraph(nodeCount: found.count, edges: edges))
    for note in found { local[note] = -1 }
    return (order.map { found[$0] }, order.map { distances[$0] }, isCut)
  }

  private mutating func nearest(to start: Int) -> ([Int], [Int], isCut: Bool) {
    var found = [start]
    var distances = [0]
    local[start] = 0
    var head = 0
    while head < found.count {
      for next in graph.successors(of: found[head]) where local[next] < 0 {
        if found.count == LearningPaths.lengthCap { return (found, distances, true) }
        local[next] = found.count
        found.append(next)
        distances.append(distances[head] + 1)
      }
      head += 1
    }
    return (found, distances, false)
  }

  /// A topological order, with notes that lead to each other side by side.
  private static func order(of graph: DirectedGraph) -> [Int] {
    if let order = graph.topologicalOrder { return order }
    let components = graph.stronglyConnectedComponents
    // Of components that may come next the one with the nearest note does.
    let ranked = components.members.indices.sorted {
      components.members[$0][0] < components.members[$1][0]
    }
    var rank = [Int](repeating: 0, count: ranked.count)
    for (place, component) in ranked.enumerated() { rank[component] = place }
    let condensed = DirectedGraph(
      nodeCount: ranked.count,
      edges: graph.condensation(components).edges.map {
        DirectedGraph.Edge(from: rank[$0.from], to: rank[$0.to])
      })
    // A condensation has no circle; the order of the search would do as well.
    let order = condensed.topologicalOrder ?? Array(ranked.indices)
    return order.flatMap { components.members[ranked[$0]] }
  }
}
