import Testing
import Workers

@testable import Topics

@Suite struct GraphLayoutTests {
  /// A graph whose nodes are all in one cluster.
  private func alone(_ graph: DirectedGraph) -> GraphLayout {
    GraphLayout(
      graph, clusterOf: [Int](repeating: 0, count: graph.nodeCount), parents: [nil],
      workers: Workers(width: 1))
  }

  private static func star(_ count: Int) -> DirectedGraph {
    DirectedGraph(count, (1..<count).map { (0, $0) })
  }

  private static func chain(_ count: Int) -> DirectedGraph {
    DirectedGraph(count, (1..<count).map { ($0 - 1, $0) })
  }

  @Test func laysOutNothing() {
    let layout = alone(DirectedGraph(0, []))
    #expect(layout.nodes == [])
    #expect(layout.clusters == [.init(center: .init(x: 0, y: 0), radius: 0)])
  }

  @Test func putsOneNodeInTheMiddle() {
    let layout = alone(DirectedGraph(1, [(0, 0)]))
    #expect(layout.nodes == [.init(x: 0, y: 0)])
    #expect(layout.clusters == [.init(center: .init(x: 0, y: 0), radius: 38)])
  }

  @Test func putsTwoNodesSideBySide() {
    let layout = alone(DirectedGraph(2, [(0, 1), (1, 0), (0, 1)]))
    let (left, right) = (layout.nodes[0], layout.nodes[1])
    #expect(distance(left, right) >= 2 * Double(GraphLayout.nodeRadius) - 1.5)
    #expect(distance(left, right) <= 3 * Double(GraphLayout.nodeRadius))
  }

  /// A graph with a name, so that a failure does not print the graph.
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let graph: DirectedGraph
    var testDescription: String { name }
  }

  @Test(arguments: [
    Shape(name: "5,000 nodes without edges", graph: DirectedGraph(5_000, [])),
    Shape(name: "a star of 200", graph: star(200)),
    Shape(name: "a star of 10,000", graph: star(10_000)),
    Shape(name: "a chain of 200", graph: chain(200)),
    Shape(name: "a chain of 3,000", graph: chain(3_000)),
    Shape(
      name: "all with all",
      graph: DirectedGraph(60, (0..<60).flatMap { a in (0..<60).map { (a, $0) } })),
    Shape(name: "a random graph", graph: .random(nodes: 250, edges: 900, seed: 1)),
    Shape(name: "a sparse random graph", graph: .random(nodes: 2_000, edges: 1_500, seed: 2)),
    Shape(name: "a dense random graph", graph: .random(nodes: 1_500, edges: 9_000, seed: 3)),
  ])
  func givesEveryNodeAPlaceOfItsOwn(shape: Shape) {
    let graph = shape.graph
    let layout = alone(graph)
    #expect(layout.nodes.count == graph.nodeCount)
    #expect(overlaps(layout) == [])
    #expect(strays(layout, clusterOf: layout.nodes.map { _ in 0 }) == [])
    // As many discs as there are nodes could lie in a circle about half as wide.
    let least = Double(graph.nodeCount).squareRoot() * Double(GraphLayout.nodeRadius)
    #expect(Double(layout.clusters[0].radius) < 3 * least + 60)
  }

  @Test func keepsClustersApartAndEachNodeInItsOwn() {
    for seed in UInt64(1)...20 {
      let graph = DirectedGraph.random(nodes: 300, edges: 700, seed: seed)
      var numbers = SeededNumbers(state: seed)
      let parents = [nil] + (1..<40).map { Int.random(in: 0..<$0, using: &numbers) }
      let clusterOf = (0..<300).map { _ in Int.random(in: 0..<40, using: &numbers) }
      let layout = GraphLayout(
        graph, clusterOf: clusterOf, parents: parents, workers: Workers(width: 1))
      #expect(overlaps(layout) == [])
      #expect(strays(layout, clusterOf: clusterOf) == [])
      #expect(collisions(layout, parents: parents) == [])
    }
  }

  @Test func leavesOutClustersWithNothingInThem() {
    let layout = GraphLayout(
      DirectedGraph(1, []), clusterOf: [1], parents: [nil, 0, 0, 2], workers: Workers(width: 1))
    #expect(layout.clusters.map(\.radius) == [52, 38, 0, 0])
  }

  @Test func putsLinkedNodesCloserThanOthers() {
    // Two crowds that know each other through one edge.
    var pairs: [(Int, Int)] = [(0, 20)]
    for crowd in [0, 20] {
      for a in crowd..<crowd + 20 { for b in a + 1..<crowd + 20 { pairs.append((a, b)) } }
    }
    let layout = alone(DirectedGraph(40, pairs))
    let center = { (nodes: Range<Int>) in
      nodes.reduce(Vector.zero) { $0 + vector(layout.nodes[$1]) } / 20
    }
    let (left, right) = (center(0..<20), center(20..<40))
    let misplaced = (0..<40).filter { node in
      let (own, other) = node < 20 ? (left, right) : (right, left)
      return (vector(layout.nodes[node]) - own).length > (vector(layout.nodes[node]) - other).length
    }
    #expect(misplaced == [])
  }

  @Test func putsHubsOfLargeClustersInTheMiddle() {
    let star = alone(Self.star(2_000))
    #expect(vector(star.nodes[0]).length < Double(4 * GraphLayout.nodeRadius))
  }

  @Test func givesTheSamePlacesToAnyNumberOfThreads() {
    let graph = DirectedGraph.random(nodes: 2_000, edges: 6_000, seed: 7)
    let parents = [nil] + (1..<30).map { ($0 - 1) / 3 }
    let clusterOf = (0..<2_000).map { $0 % 30 }
    let layouts = [1, 2, 5].map {
      GraphLayout(graph, clusterOf: clusterOf, parents: parents, workers: Workers(width: $0))
    }
    #expect(layouts[0] == layouts[1] && layouts[0] == layouts[2])
  }

  /// Another number here means that the map of every site changes.
  @Test func givesTheSamePlacesOnEveryMachine() {
    let graph = DirectedGraph.random(nodes: 600, edges: 1_200, seed: 11)
    let layout = GraphLayout(
      graph, clusterOf: (0..<600).map { min($0 / 50, 6) }, parents: [nil, 0, 0, 1, 1, 2, 5])
    let sum = layout.nodes.enumerated().reduce(0) { sum, node in
      (sum &* 31 &+ node.element.x &* 7 &+ node.element.y) % 1_000_000_007
    }
    #expect(sum == 62_765_942)
  }

  // MARK: - Measuring

  private func vector(_ place: GraphLayout.Place) -> Vector {
    Vector(Double(place.x), Double(place.y))
  }

  private func distance(_ a: GraphLayout.Place, _ b: GraphLayout.Place) -> Double {
    (vector(a) - vector(b)).length
  }

  /// Pairs of nodes whose discs lie over each other, by more than rounding explains.
  private func overlaps(_ layout: GraphLayout) -> [String] {
    let least = 2 * Double(GraphLayout.nodeRadius) - 1.5
    let order = layout.nodes.indices.sorted { layout.nodes[$0].x < layout.nodes[$1].x }
    var found: [String] = []
    for (place, a) in order.enumerated() {
      for b in order[(place + 1)...] {
        guard Double(layout.nodes[b].x - layout.nodes[a].x) < least else { break }
        if distance(layout.nodes[a], layout.nodes[b]) < least { found.append("\(a) and \(b)") }
      }
    }
    return found
  }

  /// Nodes that lie outside of their cluster.
  private func strays(_ layout: GraphLayout, clusterOf: [Int]) -> [Int] {
    layout.nodes.indices.filter { node in
      let disc = layout.clusters[clusterOf[node]]
      return distance(layout.nodes[node], disc.center)
        > Double(disc.radius - GraphLayout.nodeRadius)
    }
  }

  /// Clusters that lie over one that is not around them.
  private func collisions(_ layout: GraphLayout, parents: [Int?]) -> [String] {
    func isAround(_ outer: Int, _ inner: Int) -> Bool {
      var each: Int? = inner
      while let current = each, current != outer { each = parents[current] }
      return each != nil
    }
    var found: [String] = []
    for a in parents.indices where layout.clusters[a].radius > 0 {
      for b in parents.indices.dropFirst(a + 1) where layout.clusters[b].radius > 0 {
        let (one, other) = (layout.clusters[a], layout.clusters[b])
        let between = distance(one.center, other.center)
        if isAround(a, b) {
          if between + Double(other.radius) > Double(one.radius) + 2 {
            found.append("\(b) of \(a)")
          }
        } else if between < Double(one.radius + other.radius) - 3 {
          found.append("\(a) and \(b)")
        }
      }
    }
    return found
  }
}
