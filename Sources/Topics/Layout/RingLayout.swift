/// A large connected graph drawn in rings around its hubs.
///
/// How far from the middle a node lies says how well connected it is (Brandes, Kenis, Wagner 2003,
/// "Communicating centrality in policy network drawings"); in which direction, who its neighbours are,
/// by pivot scaling (Brandes, Pich 2007, "Eigensolver methods for progressive multidimensional scaling
/// of large data"). Every node has a place of its own, so that none lies over another.
/// O(pivots × edges + nodes × log nodes).
struct RingLayout {
  private(set) var centers: [Vector]

  /// Lays out a graph that has an edge in each direction.
  init(_ graph: DirectedGraph) {
    let count = graph.nodeCount
    let scaled = PivotScaling(graph).points
    let degree = (0..<count).map { graph.outDegree(of: $0) }
    let hub = degree.indices.max { degree[$0] < degree[$1] } ?? 0
    let middle = scaled[hub]
    let order = (0..<count).map { node in
      Rank(
        // Nodes of nearly the same degree are told apart by their distance from the hub.
        level: degree[node].bitWidth - degree[node].leadingZeroBitCount,
        distance: node == hub ? -1 : (scaled[node] - middle).square, node: node)
    }.sorted()
    centers = [Vector](repeating: .zero, count: count)
    var begin = 0
    var ring = 0
    while begin < count {
      let places = RingLayout.places(on: ring)
      let end = min(count, begin + places)
      let nodes = order[begin..<end].map(\.node).sorted { left, right in
        let (a, b) = (direction(scaled[left] - middle), direction(scaled[right] - middle))
        return a == b ? left < right : a < b
      }
      place(nodes, on: ring)
      begin = end
      ring += 1
    }
  }

  private struct Rank: Comparable {
    let level: Int
    let distance: Double
    let node: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.level != right.level { return left.level > right.level }
      return left.distance == right.distance
        ? left.node < right.node : left.distance < right.distance
    }
  }

  // MARK: - Rings

  /// How many nodes a ring holds: 1, 6, 12, … with a chord between neighbours of at least a node.
  private static func places(on ring: Int) -> Int { ring == 0 ? 1 : 6 * ring }

  private mutating func place(_ nodes: [Int], on ring: Int) {
    let step = 2 * Double(GraphLayout.nodeRadius)
    for (index, node) in nodes.enumerated() {
      centers[node] = point(at: Double(index) / Double(nodes.count)) * (Double(ring) * step * 1.04)
    }
  }

  /// A point on the unit circle: `turn` of the way round, 0 to 1, from the right.
  ///
  /// By the rational formula of Bhāskara I for the sine, then made a unit: it differs from the true
  /// point by less than half a degree, and is the same on every machine.
  private func point(at turn: Double) -> Vector {
    func sine(_ degrees: Double) -> Double {
      let product = degrees * (180 - degrees)
      return 4 * product / (40500 - product)
    }
    let degrees = turn * 360 - (turn < 0.5 ? 0 : 180)
    let along = degrees <= 90 ? sine(90 - degrees) : -sine(degrees - 90)
    let point = Vector(along, sine(degrees))
    return point / (turn < 0.5 ? point.length : -point.length)
  }

  /// A number that grows with the direction of a way, from 0 to 4, without trigonometry.
  private func direction(_ way: Vector) -> Double {
    let sum = abs(way.x) + abs(way.y)
    guard sum > 0 else { return 0 }
    return way.y >= 0 ? 1 - way.x / sum : 3 + way.x / sum
  }
}

/// Points in the plane whose distances are like those in a graph: classical scaling of the distances to a
/// few nodes that lie far from each other.
private struct PivotScaling {
  private(set) var points: [Vector]
  private static let pivots = 16

  init(_ graph: DirectedGraph) {
    let count = graph.nodeCount
    var columns = Self.distances(in: graph)
    Self.center(&columns, count: count)
    let width = columns.count
    // The product of the matrix with itself, in one fixed order.
    var product = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for row in 0..<width {
      for column in row..<width {
        var sum = 0.0
        for node in 0..<count { sum += columns[row][node] * columns[column][node] }
        product[row][column] = sum
        product[column][row] = sum
      }
    }
    let first = Self.eigenvector(of: product, orthogonalTo: nil)
    let second = Self.eigenvector(of: product, orthogonalTo: first)
    points = (0..<count).map { node in
      var point = Vector.zero
      for column in 0..<width {
        point += Vector(first[column], second[column]) * columns[column][node]
      }
      return point
    }
  }

  /// The distances of all nodes to pivots, each the farthest from those before; the first is a hub.
  private static func distances(in graph: DirectedGraph) -> [[Double]] {
    let count = graph.nodeCount
    var pivot = (0..<count).max { graph.outDegree(of: $0) < graph.outDegree(of: $1) } ?? 0
    var nearest = [Int](repeating: .max, count: count)
    var columns: [[Double]] = []
    for _ in 0..<min(pivots, count) {
      let distances = graph.breadthFirst(from: [pivot])
      var farthest = pivot
      for node in 0..<count {
        nearest[node] = min(nearest[node], distances[node] ?? 0)
        if nearest[node] > nearest[farthest] { farthest = node }
      }
      columns.append(distances.map { Double($0 ?? 0) })
      guard farthest != pivot else { break }
      pivot = farthest
    }
    return columns
  }

  /// Squares distances and takes off the means of rows and columns.
  private static func center(_ columns: inout [[Double]], count: Int) {
    var rowMeans = [Double](repeating: 0, count: count)
    var all = 0.0
    for column in columns.indices {
      var sum = 0.0
      for node in 0..<count {
        let square = columns[column][node] * columns[column][node]
        columns[column][node] = square
        sum += square
        rowMeans[node] += square / Double(columns.count)
      }
      let mean = sum / Double(count)
      all += mean / Double(columns.count)
      for node in 0..<count { columns[column][node] -= mean }
    }
    for column in columns.indices {
      for node in 0..<count {
        columns[column][node] = -0.5 * (columns[column][node] - rowMeans[node] + all)
      }
    }
  }

  /// The strongest direction of a symmetric matrix, by power iteration.
  private static func eigenvector(
    of matrix: [[Double]], orthogonalTo other: [Double]?
  ) -> [Double] {
    let width = matrix.count
    var vector = (0..<width).map { 1 / Double($0 + 1) }
    for _ in 0..<60 {
      var next = matrix.map { row in
        var sum = 0.0
        for index in 0..<width { sum += row[index] * vector[index] }
        return sum
      }
      if let other {
        var along = 0.0
        for index in 0..<width { along += next[index] * other[index] }
        for index in 0..<width { next[index] -= along * other[index] }
      }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return vector }
      vector = next.map { $0 / length }
    }
    return vector
  }
}
