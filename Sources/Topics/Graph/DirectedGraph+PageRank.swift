extension DirectedGraph {
  /// For each node, how likely a reader is to be there who follows edges at random: the ranks add to 1.
  ///
  /// Page, Brin, Motwani, Winograd 1999, "The PageRank citation ranking: bringing order to the web", by
  /// power iteration. A reader at a node without edges goes anywhere. Sums are always taken in the same
  /// order, so that the same graph gives the same bits. O(rounds × (nodes + edges)).
  ///
  /// - Parameters:
  ///   - damping: how likely the reader is to follow an edge rather than go anywhere.
  ///   - tolerance: the search ends when the ranks change by less than this in all.
  ///   - rounds: the most rounds that are taken.
  /// - Returns: the ranks, by node.
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-9, rounds: Int = 100
  ) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let incoming = reversed
    let share = 1 / Double(nodeCount)
    var ranks = [Double](repeating: share, count: nodeCount)
    var given = ranks
    for _ in 0..<rounds {
      var stranded = 0.0
      for node in 0..<nodeCount {
        let degree = outDegree(of: node)
        if degree == 0 { stranded += ranks[node] }
        given[node] = degree == 0 ? 0 : ranks[node] / Double(degree)
      }
      let base = (1 - damping + damping * stranded) * share
      var change = 0.0
      for node in 0..<nodeCount {
        var sum = 0.0
        for edge in incoming.starts[node]..<incoming.starts[node + 1] {
          sum += given[incoming.ends[edge]]
        }
        let rank = base + damping * sum
        change += abs(rank - ranks[node])
        ranks[node] = rank
      }
      if change < tolerance { break }
    }
    return ranks
  }
}
