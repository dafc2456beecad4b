import Testing

@testable import Topics

@Suite struct DirectedGraphTests {
  /// Two cycles, 0-1-2 and 3-4, one after the other, and a node by itself.
  private let twoCycles = DirectedGraph(
    6, [(0, 1), (1, 2), (2, 0), (2, 3), (1, 3), (3, 4), (4, 3)])

  @Test func keepsTheOrderOfANodesEdges() {
    let graph = DirectedGraph(3, [(1, 2), (0, 2), (1, 0), (1, 2), (1, 1)])
    #expect(Array(graph.successors(of: 1)) == [2, 0, 2, 1])
    #expect(graph.edgeCount == 5)
    #expect(graph.outDegree(of: 2) == 0)
    #expect(graph.reversed == DirectedGraph(3, [(2, 0), (0, 1), (2, 1), (2, 1), (1, 1)]))
  }

  @Test func aGraphWithoutNodesIsNoTrouble() {
    let graph = DirectedGraph(0, [])
    #expect(graph.reversed == graph)
    #expect(graph.breadthFirst(from: []) == [])
    #expect(graph.topologicalOrder == [])
    #expect(graph.stronglyConnectedComponents.members == [])
    #expect(graph.condensation == graph)
    #expect(graph.pageRank() == [])
  }

  @Test func countsStepsFromTheNearestSource() {
    #expect(twoCycles.breadthFirst(from: [0]) == [0, 1, 2, 2, 3, nil])
    #expect(twoCycles.breadthFirst(from: [5, 4]) == [nil, nil, nil, 1, 0, 0])
  }

  @Test func findsCyclesInTheOrderOfTheirSteps() {
    let components = twoCycles.stronglyConnectedComponents
    #expect(components.members == [[5], [0, 1, 2], [3, 4]])
    #expect(components.componentOf == [1, 1, 1, 2, 2, 0])
    #expect(twoCycles.condensation == DirectedGraph(3, [(1, 2)]))
  }

  @Test func theSmallestNodeThatMayComeNextDoes() {
    #expect(DirectedGraph(5, [(4, 0), (0, 2)]).topologicalOrder == [1, 3, 4, 0, 2])
    #expect(twoCycles.topologicalOrder == nil)
    #expect(DirectedGraph(1, [(0, 0)]).topologicalOrder == nil)
  }

  /// The example of four pages: A links to B and C, B to C, C to A, D to C.
  @Test func ranksTheKnownFourPages() {
    let ranks = DirectedGraph(4, [(0, 1), (0, 2), (1, 2), (2, 0), (3, 2)]).pageRank()
    let known = [1.4901, 0.7833, 1.5766, 0.15].map { $0 / 4 }
    #expect(zip(ranks, known).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test func aNodeWithoutEdgesPassesItsRankToAll() {
    let ranks = DirectedGraph(2, [(0, 1)]).pageRank()
    #expect(abs(ranks[0] - 0.350_877) < 1e-6)
    #expect(abs(ranks[0] + ranks[1] - 1) < 1e-12)
  }

  @Test func aChainOfAMillionNodesOverflowsNothing() {
    let count = 1_000_000
    let chain = DirectedGraph(
      nodeCount: count, edges: (1..<count).map { DirectedGraph.Edge(from: $0 - 1, to: $0) })
    #expect(chain.stronglyConnectedComponents.members.count == count)
    #expect(chain.topologicalOrder?.last == count - 1)
    #expect(chain.breadthFirst(from: [0]).last == count - 1)
  }

  // MARK: - Against the slow way

  @Test(arguments: 1...60) func agreesWithTheSlowWay(seed: Int) {
    let nodes = 1 + seed % 14
    let graph = DirectedGraph.random(nodes: nodes, edges: seed * 2 % 31, seed: UInt64(seed))
    let far = graph.allDistances
    for node in 0..<nodes { #expect(graph.breadthFirst(from: [node]) == far[node]) }
    #expect(graph.reversed.allDistances == (0..<nodes).map { to in far.map { $0[to] } })

    let components = graph.stronglyConnectedComponents
    for first in 0..<nodes {
      for second in 0..<nodes {
        let areOne = far[first][second] != nil && far[second][first] != nil
        #expect((components.componentOf[first] == components.componentOf[second]) == areOne)
      }
    }
    #expect(components.members.allSatisfy { $0 == $0.sorted() })
    let links = Set(
      graph.edges.map {
        DirectedGraph.Edge(
          from: components.componentOf[$0.from], to: components.componentOf[$0.to])
      }.filter { $0.from != $0.to })
    #expect(links.allSatisfy { $0.from < $0.to })
    #expect(Set(graph.condensation.edges) == links)
    #expect(graph.condensation.edgeCount == links.count)

    let hasCycle =
      components.members.count < nodes || graph.edges.contains { $0.from == $0.to }
    #expect((graph.topologicalOrder == nil) == hasCycle)
    #expect(graph.topologicalOrder == Self.slowOrder(graph))
    #expect(abs(graph.pageRank().reduce(0, +) - 1) < 1e-9)
  }

  /// Takes the smallest node that nothing left leads to, again and again.
  private static func slowOrder(_ graph: DirectedGraph) -> [Int]? {
    var left = Array(0..<graph.nodeCount)
    var order: [Int] = []
    while !left.isEmpty {
      let next = left.first { node in
        !graph.edges.contains { $0.to == node && left.contains($0.from) }
      }
      guard let next else { return nil }
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  @Test func findsShortestPathsOfTheDistancesOfFloyd() {
    for seed in 0..<20 {
      let graph = DirectedGraph.random(nodes: 14, edges: 22, seed: UInt64(seed))
      let far = graph.allDistances
      for from in 0..<14 {
        for to in 0..<14 {
          let path = graph.shortestPath(from: from, to: to)
          #expect(path.map { $0.count - 1 } == far[from][to])
          guard let path else { continue }
          #expect(path.first == from && path.last == to)
          for (node, next) in zip(path, path.dropFirst()) {
            #expect(graph.successors(of: node).contains(next))
          }
        }
      }
    }
  }
}
