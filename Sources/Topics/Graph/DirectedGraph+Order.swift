extension DirectedGraph {
  /// For each node, how many edges lie on the shortest way to it from any of `sources`; nil where
  /// there is no way.
  ///
  /// Breadth-first search (Moore 1959, "The shortest path through a maze"). O(nodes + edges).
  public func breadthFirst(from sources: [Int]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: nodeCount)
    var queue: [Int] = []
    queue.reserveCapacity(nodeCount)
    for source in sources where distances[source] == nil {
      distances[source] = 0
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      guard let distance = distances[node] else { continue }
      for next in successors(of: node) where distances[next] == nil {
        distances[next] = distance + 1
        queue.append(next)
      }
    }
    return distances
  }

  /// The nodes on a shortest way from one to another, both included; nil where there is none.
  ///
  /// Of several the one whose edges were given first. O(nodes + edges).
  public func shortestPath(from start: Int, to end: Int) -> [Int]? {
    var parents = [Int](repeating: -1, count: nodeCount)
    parents[start] = start
    var queue = [start]
    var head = 0
    while head < queue.count, parents[end] < 0 {
      let node = queue[head]
      head += 1
      for next in successors(of: node) where parents[next] < 0 {
        parents[next] = node
        queue.append(next)
      }
    }
    guard parents[end] >= 0 else { return nil }
    var path = [end]
    while let node = path.last, node != start { path.append(parents[node]) }
    return path.reversed()
  }

  /// The nodes in an order in which every edge leads forward; nil where a cycle forbids it.
  ///
  /// Kahn 1962, "Topological sorting of large networks". Of the nodes that may come next the one with
  /// the smallest index does, so that there is one answer. O(nodes × log nodes + edges).
  public var topologicalOrder: [Int]? {
    var open = [Int](repeating: 0, count: nodeCount)
    for end in ends { open[end] += 1 }
    var ready = SmallestFirst()
    for node in 0..<nodeCount where open[node] == 0 { ready.insert(node) }
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    while let node = ready.removeSmallest() {
      order.append(node)
      for next in successors(of: node) {
        open[next] -= 1
        if open[next] == 0 { ready.insert(next) }
      }
    }
    return order.count == nodeCount ? order : nil
  }
}

/// Numbers of which the smallest comes out first: a binary heap (Williams 1964, "Algorithm 232").
struct SmallestFirst {
  private var heap: [Int] = []

  mutating func insert(_ number: Int) {
    heap.append(number)
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeSmallest() -> Int? {
    guard let smallest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return smallest }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in (2 * place + 1)...(2 * place + 2) where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == place { return smallest }
      heap.swapAt(place, least)
      place = least
    }
  }
}
