@testable import Topics

/// Random numbers that are the same in every run (Steele, Lea, Flood 2014, SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension DirectedGraph {
  /// A random graph; edges may be doubled, and lead from a node to itself.
  static func random(nodes: Int, edges: Int, seed: UInt64) -> DirectedGraph {
    var numbers = SeededNumbers(state: seed)
    let list = (0..<edges).map { _ in
      Edge(
        from: .random(in: 0..<nodes, using: &numbers), to: .random(in: 0..<nodes, using: &numbers))
    }
    return DirectedGraph(nodeCount: nodes, edges: list)
  }

  /// A graph from pairs of nodes.
  init(_ nodeCount: Int, _ pairs: [(Int, Int)]) {
    self.init(nodeCount: nodeCount, edges: pairs.map { Edge(from: $0.0, to: $0.1) })
  }

  /// The shortest distances between all nodes, the slow way (Floyd 1962).
  var allDistances: [[Int?]] {
    var far = [[Int?]](repeating: [Int?](repeating: nil, count: nodeCount), count: nodeCount)
    for edge in edges { far[edge.from][edge.to] = 1 }
    for node in 0..<nodeCount { far[node][node] = 0 }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount {
        for to in 0..<nodeCount {
          guard let first = far[from][middle], let second = far[middle][to] else { continue }
          far[from][to] = min(far[from][to] ?? .max, first + second)
        }
      }
    }
    return far
  }
}
