/// A directed graph over the nodes `0..<nodeCount`, which knows nothing of what they stand for.
///
/// Edges lie in compressed rows (Saad, "Iterative Methods for Sparse Linear Systems", 2003, 3.4): the
/// ends of a node's edges side by side, and where each node's begin. Edges that occur twice and edges
/// from a node to itself are kept. All algorithms are iterative, and the same input gives the same
/// output in every process.
public struct DirectedGraph: Sendable, Equatable {
  /// An edge from one node to another.
  public struct Edge: Sendable, Hashable {
    /// Where it begins.
    public let from: Int
    /// Where it ends.
    public let to: Int

    /// Makes an edge.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// For each node, where its edges begin in `ends`; one more entry than nodes.
  let starts: [Int]
  /// The ends of all edges, those of one node side by side.
  let ends: [Int]

  /// Sorts edges by their beginning; those of one node stay in the order in which they are given.
  ///
  /// Every edge must lie between nodes of the graph. Time and space O(nodes + edges).
  public init(nodeCount: Int, edges: some Collection<Edge>) {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges { starts[edge.from + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var ends = [Int](repeating: 0, count: edges.count)
    for edge in edges {
      ends[next[edge.from]] = edge.to
      next[edge.from] += 1
    }
    self.starts = starts
    self.ends = ends
  }

  /// How many nodes there are.
  public var nodeCount: Int { starts.count - 1 }

  /// How many edges there are.
  public var edgeCount: Int { ends.count }

  /// The nodes that a node's edges lead to, in the order in which the edges were given.
  public func successors(of node: Int) -> ArraySlice<Int> {
    ends[starts[node]..<starts[node + 1]]
  }

  /// How many edges begin at a node.
  public func outDegree(of node: Int) -> Int {
    starts[node + 1] - starts[node]
  }

  /// All edges, by the node at which they begin.
  public var edges: [Edge] {
    (0..<nodeCount).flatMap { node in successors(of: node).map { Edge(from: node, to: $0) } }
  }

  /// The graph with every edge turned round; the edges of a node by where they came from.
  ///
  /// Time and space O(nodes + edges).
  public var reversed: DirectedGraph {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for end in ends { starts[end + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var origins = [Int](repeating: 0, count: ends.count)
    for node in 0..<nodeCount {
      for end in successors(of: node) {
        origins[next[end]] = node
        next[end] += 1
      }
    }
    return DirectedGraph(starts: starts, ends: origins)
  }

  init(starts: [Int], ends: [Int]) {
    self.starts = starts
    self.ends = ends
  }
}
