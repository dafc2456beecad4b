/// Pushes nodes apart that lie over each other.
///
/// Pairs that are too close are moved apart, cell by cell of a grid, until none is left or the rounds are
/// over (position-based dynamics: Müller and others 2007). What then still overlaps is cured by making
/// the whole drawing larger. O(rounds × nodes).
struct Spacing {
  private var centers: [Vector]
  private let least = 2 * Double(GraphLayout.nodeRadius)
  private static let rounds = 120
  private static let pulls = 12
  private static let strength = 0.06

  init(_ centers: [Vector]) {
    self.centers = centers
  }

  /// The nodes drawn together, as far as the discs around them allow.
  consuming func apart() -> [Vector] {
    for _ in 0..<Self.pulls {
      pull()
      for _ in 0..<4 where !push() { break }
    }
    for _ in 0..<Self.rounds where !push() { return centers }
    // A pair at one point could not be cured by size; `push` never leaves one.
    let worst = nearest()
    guard worst < least else { return centers }
    let scale = least / max(worst, 0.05 * least)
    return centers.map { $0 * scale }
  }

  /// Draws the nodes towards their middle, those far out the most.
  private mutating func pull() {
    let middle = centers.reduce(Vector.zero, +) / Double(centers.count)
    let widest = centers.reduce(1) { max($0, ($1 - middle).length) }
    for index in centers.indices {
      let way = centers[index] - middle
      centers[index] -= way * (Self.strength * way.length / widest)
    }
  }

  /// Moves all pairs that are too close; false where there is none.
  private mutating func push() -> Bool {
    var moved = false
    let least = least
    Self.visitPairs(of: &centers, closerThan: least) { first, second, centers in
      let way = centers[second] - centers[first]
      let distance = way.length
      guard distance < least - 1e-3 else { return }
      moved = true
      let unit = distance > 1e-9 ? way / distance : Vector(first & 1 == 0 ? 0.8 : -0.6, 0.6)
      // A little more than needed, so that crowds come apart sooner.
      let move = unit * ((least - distance) * 0.52)
      centers[first] -= move
      centers[second] += move
    }
    return moved
  }

  private mutating func nearest() -> Double {
    var nearest = Double.infinity
    Self.visitPairs(of: &centers, closerThan: least) { first, second, centers in
      nearest = min(nearest, (centers[second] - centers[first]).length)
    }
    return nearest
  }

  /// Visits every pair that may be too close, always in the same order.
  private static func visitPairs(
    of centers: inout [Vector], closerThan least: Double,
    _ body: (Int, Int, inout [Vector]) -> Void
  ) {
    // A grid for a handful costs more than it spares.
    guard centers.count > 40 else {
      for first in centers.indices {
        for second in centers.indices.dropFirst(first + 1) { body(first, second, &centers) }
      }
      return
    }
    let grid = Grid(centers, cell: least)
    for first in centers.indices {
      let (column, row) = grid.cell(of: first)
      for y in max(0, row - 1)...min(grid.rows - 1, row + 1) {
        for x in max(0, column - 1)...min(grid.columns - 1, column + 1) {
          for second in grid.members(x, y) where second > first { body(first, second, &centers) }
        }
      }
    }
  }
}

/// Points sorted into square cells.
private struct Grid {
  let columns: Int
  let rows: Int
  private let places: [Int]
  private let starts: [Int]
  private let ends: [Int]

  init(_ points: [Vector], cell: Double) {
    var (low, high) = (points[0], points[0])
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    // No more cells than a few for each point, however far they lie from each other.
    let most = 2 * Double(points.count).squareRoot() + 8
    let side = max(cell, (high - low).max() / most)
    let columns = Int((high.x - low.x) / side) + 1
    rows = Int((high.y - low.y) / side) + 1
    self.columns = columns
    places = points.map { Int(($0.y - low.y) / side) * columns + Int(($0.x - low.x) / side) }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for place in places { starts[place + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var ends = [Int](repeating: 0, count: points.count)
    for (point, place) in places.enumerated() {
      ends[next[place]] = point
      next[place] += 1
    }
    self.starts = starts
    self.ends = ends
  }

  func cell(of point: Int) -> (column: Int, row: Int) {
    (places[point] % columns, places[point] / columns)
  }

  func members(_ column: Int, _ row: Int) -> ArraySlice<Int> {
    ends[starts[row * columns + column]..<starts[row * columns + column + 1]]
  }
}
