/// The edges within clusters, in both directions: what the layout of a single cluster needs.
struct InnerEdges: Sendable {
  private let starts: [Int]
  private let ends: [Int32]

  init(_ graph: DirectedGraph, clusterOf: [Int]) {
    var starts = [Int](repeating: 0, count: graph.nodeCount + 1)
    func isInner(_ from: Int, _ to: Int) -> Bool {
      from != to && clusterOf[from] == clusterOf[to]
    }
    for from in 0..<graph.nodeCount {
      for to in graph.successors(of: from) where isInner(from, to) {
        starts[from + 1] += 1
        starts[to + 1] += 1
      }
    }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var ends = [Int32](repeating: 0, count: starts[graph.nodeCount])
    for from in 0..<graph.nodeCount {
      for to in graph.successors(of: from) where isInner(from, to) {
        ends[next[from]] = Int32(truncatingIfNeeded: to)
        next[from] += 1
        ends[next[to]] = Int32(truncatingIfNeeded: from)
        next[to] += 1
      }
    }
    self.starts = starts
    self.ends = ends
  }

  /// The neighbours of a node in its cluster; one that two edges lead to occurs twice.
  func neighbours(of node: Int) -> ArraySlice<Int32> {
    ends[starts[node]..<starts[node + 1]]
  }
}

/// How many edges lie between the parts of each cluster.
struct OuterLinks {
  /// Edges between two parts of a cluster; the cluster itself stands for its own nodes.
  private struct Link: Comparable {
    let cluster: Int32
    let first: Int32
    let second: Int32

    static func < (left: Link, right: Link) -> Bool {
      if left.cluster != right.cluster { return left.cluster < right.cluster }
      return left.first == right.first ? left.second < right.second : left.first < right.first
    }
  }

  /// Two parts by their places in a list, and how many edges lie between them.
  typealias Weight = (first: Int, second: Int, count: Int)

  private var weights: [Int32: [(first: Int32, second: Int32, count: Int)]] = [:]

  init(_ graph: DirectedGraph, clusterOf: [Int], parents: [Int?]) {
    var depth = [Int](repeating: 0, count: parents.count)
    for cluster in parents.indices {
      if let parent = parents[cluster] { depth[cluster] = depth[parent] + 1 }
    }
    var links: [Link] = []
    for from in 0..<graph.nodeCount {
      for to in graph.successors(of: from) where clusterOf[from] != clusterOf[to] {
        var (a, b) = (clusterOf[from], clusterOf[to])
        // The parts of the common cluster through which the edge leaves; itself for a node of its own.
        var (partA, partB) = (a, b)
        while a != b {
          if depth[a] >= depth[b] {
            partA = a
            a = parents[a] ?? a
          } else {
            partB = b
            b = parents[b] ?? b
          }
        }
        if clusterOf[from] == a { partA = a }
        if clusterOf[to] == a { partB = a }
        let (first, second) = (min(partA, partB), max(partA, partB))
        links.append(
          Link(
            cluster: Int32(truncatingIfNeeded: a), first: Int32(truncatingIfNeeded: first),
            second: Int32(truncatingIfNeeded: second)))
      }
    }
    links.sort()
    var index = 0
    while index < links.count {
      var end = index + 1
      while end < links.count, links[end] == links[index] { end += 1 }
      let link = links[index]
      weights[link.cluster, default: []].append((link.first, link.second, end - index))
      index = end
    }
  }

  /// The links between the parts of a cluster, by their places in `parts`.
  func links(in cluster: Int, of parts: [Int]) -> [Weight] {
    guard let found = weights[Int32(truncatingIfNeeded: cluster)] else { return [] }
    var place: [Int: Int] = [:]
    for (index, part) in parts.enumerated() { place[part] = index }
    return found.compactMap { link in
      guard let first = place[Int(link.first)], let second = place[Int(link.second)] else {
        return nil
      }
      return (first, second, link.count)
    }
  }
}
