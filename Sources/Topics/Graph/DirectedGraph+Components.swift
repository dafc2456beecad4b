extension DirectedGraph {
  /// Groups of nodes of which each can be reached from each.
  public struct Components: Sendable, Equatable {
    /// For each node, the index of its component.
    public let componentOf: [Int]
    /// For each component, its nodes, the smallest first.
    ///
    /// No edge leads from a component to one with a smaller index.
    public let members: [[Int]]
  }

  /// The strongly connected components, in a topological order.
  ///
  /// Tarjan 1972, "Depth-first search and linear graph algorithms", with a stack of its own in place of
  /// recursion, so that long chains are no danger. O(nodes + edges), and sorting the members.
  public var stronglyConnectedComponents: Components {
    var search = ComponentSearch(self)
    for root in 0..<nodeCount { search.visit(from: root) }
    // Tarjan finds a component after all those that it leads to.
    let members = Array(search.found.reversed())
    var componentOf = [Int](repeating: 0, count: nodeCount)
    for (component, nodes) in members.enumerated() {
      for node in nodes { componentOf[node] = component }
    }
    return Components(componentOf: componentOf, members: members)
  }

  /// The graph of the components: one node for each, one edge where any leads from one to another.
  ///
  /// It has no cycle. O(nodes + edges).
  public func condensation(_ components: Components) -> DirectedGraph {
    let count = components.members.count
    var starts = [0]
    starts.reserveCapacity(count + 1)
    var condensed: [Int] = []
    var lastSeenFrom = [Int](repeating: -1, count: count)
    for (component, nodes) in components.members.enumerated() {
      lastSeenFrom[component] = component
      for node in nodes {
        for next in successors(of: node) {
          let end = components.componentOf[next]
          guard lastSeenFrom[end] != component else { continue }
          lastSeenFrom[end] = component
          condensed.append(end)
        }
      }
      starts.append(condensed.count)
    }
    return DirectedGraph(starts: starts, ends: condensed)
  }

  /// The graph of the strongly connected components.
  public var condensation: DirectedGraph { condensation(stronglyConnectedComponents) }
}

/// The state of Tarjan's search.
private struct ComponentSearch {
  private let graph: DirectedGraph
  /// When each node was met; -1 before.
  private var order: [Int]
  /// The earliest node on the stack that is known to be reached from each.
  private var low: [Int]
  /// Where in the graph's `ends` the search of each node goes on.
  private var cursor: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  /// The nodes that are being searched, each met from the one before.
  private var path: [Int] = []
  private var met = 0
  private(set) var found: [[Int]] = []

  init(_ graph: DirectedGraph) {
    self.graph = graph
    order = [Int](repeating: -1, count: graph.nodeCount)
    low = order
    cursor = graph.starts
    isOnStack = [Bool](repeating: false, count: graph.nodeCount)
  }

  mutating func visit(from root: Int) {
    guard order[root] < 0 else { return }
    meet(root)
    while let node = path.last {
      if cursor[node] < graph.starts[node + 1] {
        let next = graph.ends[cursor[node]]
        cursor[node] += 1
        if order[next] < 0 {
          meet(next)
        } else if isOnStack[next] {
          low[node] = min(low[node], order[next])
        }
      } else {
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
        if low[node] == order[node] { close(node) }
      }
    }
  }

  private mutating func meet(_ node: Int) {
    order[node] = met
    low[node] = met
    met += 1
    stack.append(node)
    isOnStack[node] = true
    path.append(node)
  }

  private mutating func close(_ root: Int) {
    var component: [Int] = []
    while let node = stack.popLast() {
      isOnStack[node] = false
      component.append(node)
      if node == root { break }
    }
    found.append(component.sorted())
  }
}
