/// A connected graph drawn so that nodes lie as far from each other as edges lie between them.
///
/// Zheng, Pawar, Goodman 2018, "Graph drawing by stochastic gradient descent": pairs are moved towards
/// their distance one after the other, in an order drawn anew each round, by less and less. Far pairs
/// are capped, so that long chains coil. Then nodes that lie over each other are pushed apart. O(pairs).
struct StressLayout {
  private(set) var centers: [Vector]

  /// A power of two: the factor between rounds is then found with square roots alone.
  private static let rounds = 16

  /// Lays out a graph that has an edge in each direction.
  init(_ graph: DirectedGraph) {
    let count = graph.nodeCount
    // A sunflower's seeds (Vogel 1979), turned by the golden angle, whose sine and cosine these are.
    var turn = Vector(1, 0)
    centers = (0..<count).map { node in
      let place = turn * Double(node).squareRoot()
      turn = Vector(
        turn.x * -0.7373688780783197 - turn.y * 0.6754902942615238,
        turn.x * 0.6754902942615238 + turn.y * -0.7373688780783197)
      return place
    }
    guard count > 2 else {
      // Most parts are a pair: there is nothing to find out.
      if count == 2 { centers[1] = Vector(2.3 * Double(GraphLayout.nodeRadius), 0) }
      return
    }
    descend(Self.pairs(of: graph))
    grow()
    centers = Spacing(centers).apart()
  }

  // MARK: - Stress

  private struct Pair {
    let first: Int32
    let second: Int32
    let distance: Double
  }

  private static func pairs(of graph: DirectedGraph) -> [Pair] {
    let count = graph.nodeCount
    let cap = max(3, Int((2 * Double(count)).squareRoot()))
    var pairs: [Pair] = []
    pairs.reserveCapacity(count * (count - 1) / 2)
    for first in 0..<count {
      let distances = graph.breadthFirst(from: [first])
      for second in first + 1..<max(first + 1, count) {
        let distance = min(cap, distances[second] ?? cap)
        pairs.append(
          Pair(
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second),
            distance: Double(distance)))
      }
    }
    return pairs
  }

  private mutating func descend(_ given: [Pair]) {
    var pairs = given
    var numbers = SplitMix(seed: UInt64(pairs.count))
    let longest = pairs.reduce(1) { max($0, $1.distance) }
    var step = longest * longest
    // The 16th root of how much smaller the last step is than the first.
    let factor = (0.1 / step).squareRoot().squareRoot().squareRoot().squareRoot()
    for _ in 0...Self.rounds {
      for index in stride(from: pairs.count - 1, to: 0, by: -1) {
        pairs.swapAt(index, numbers.next(below: index + 1))
      }
      for pair in pairs {
        let (first, second) = (Int(pair.first), Int(pair.second))
        let way = centers[first] - centers[second]
        let length = way.length
        guard length > 0 else { continue }
        let strength = min(1, step / (pair.distance * pair.distance))
        let move = way * (strength * (length - pair.distance) / (2 * length))
        centers[first] -= move
        centers[second] += move
      }
      step *= factor
    }
  }

  // MARK: - Size

  /// Makes the drawing as large as its nodes ask for.
  private mutating func grow() {
    let count = Double(centers.count)
    let middle = centers.reduce(Vector.zero, +) / count
    let spread = (centers.reduce(0) { $0 + ($1 - middle).square } / count * 2).squareRoot()
    let node = Double(GraphLayout.nodeRadius)
    // Discs that fill half of the circle can be pushed apart without a jam.
    let needed = (count / 0.5).squareRoot() * node
    let scale = max(2.3 * node, spread > 0 ? needed / spread : 0)
    for index in centers.indices { centers[index] = (centers[index] - middle) * scale }
  }
}

/// Random numbers that are the same in every run (Steele, Lea, Flood 2014, SplitMix64).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 to below `bound`, which is above 0 and below 2³².
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int((mixed >> 32) &* UInt64(bound) >> 32)
  }
}
