/// The nodes of one cluster: each connected part laid out by itself, the parts packed around the largest.
struct NodeGroup: Sendable {
  /// For each member its centre; the group's own is at 0, 0.
  private(set) var centers: [Vector]
  /// The radius of a circle with the discs of all members in it; 0 without members.
  private(set) var radius = 0.0

  /// The largest part of which every pair of nodes is weighed.
  static let pairCap = 260

  init(_ members: [Int], _ edges: InnerEdges) {
    centers = [Vector](repeating: .zero, count: members.count)
    guard !members.isEmpty else { return }
    let parts = ConnectedParts(members, edges)
    let laid = parts.graphs.map { graph in
      graph.nodeCount <= Self.pairCap
        ? StressLayout(graph).centers : RingLayout(graph).centers
    }
    let node = Double(GraphLayout.nodeRadius)
    let circles = laid.map { part in
      EnclosingCircle(part, [Double](repeating: node, count: part.count))
    }
    // Nodes of different parts lie a little farther from each other than those of one.
    let packing = DiscPacking(circles.map { $0.radius + (laid.count > 1 ? 4 : 0) })
    for (part, indices) in parts.members.enumerated() {
      for (place, index) in indices.enumerated() {
        centers[index] = packing.centers[part] + laid[part][place] - circles[part].center
      }
    }
    radius = packing.radius
  }
}

/// The connected parts of a group, each as a graph of its own.
private struct ConnectedParts {
  /// For each part the places of its nodes among the members.
  private(set) var members: [[Int]] = []
  /// For each part its graph, with an edge in each direction; its nodes in the order of `members`.
  private(set) var graphs: [DirectedGraph] = []

  init(_ nodes: [Int], _ edges: InnerEdges) {
    var place: [Int: Int] = [:]
    place.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() { place[node] = index }
    var local = [Int](repeating: -1, count: nodes.count)
    for root in nodes.indices where local[root] < 0 {
      var part = [root]
      local[root] = 0
      var head = 0
      while head < part.count {
        for neighbour in edges.neighbours(of: nodes[part[head]]) {
          guard let index = place[Int(neighbour)], local[index] < 0 else { continue }
          local[index] = part.count
          part.append(index)
        }
        head += 1
      }
      var starts = [0]
      var ends: [Int] = []
      for index in part {
        let row = edges.neighbours(of: nodes[index]).compactMap { place[Int($0)].map { local[$0] } }
          .sorted()
        for (position, end) in row.enumerated() where position == 0 || row[position - 1] != end {
          ends.append(end)
        }
        starts.append(ends.count)
      }
      members.append(part)
      graphs.append(DirectedGraph(starts: starts, ends: ends))
    }
  }
}
