/// For each topic, what treats it and who names it as a next step.
struct TopicUses: Sendable {
  /// The edges of what treats a topic, as indices of the graph's, the surest first.
  private(set) var treatments: Groups
  /// The next steps that name a topic, as indices of the graph's.
  let askers: Groups

  /// `treating` has the edges that say what treats a topic, as indices.
  init(_ edges: [TopicGraph.Edge], _ treating: [Int32], _ steps: [NextStep], nodes: Int) {
    // Edges and next steps are large values and looked at in place.
    treatments = Groups(of: treating.map { (edges[Int($0)].to, Int($0)) }, nodes: nodes)
    treatments.sort { left, right in
      let (a, b) = (edges[left].score, edges[right].score)
      return a == b ? left < right : a > b
    }
    askers = Groups(
      of: steps.indices.compactMap { step in steps[step].topic.map { ($0, step) } }, nodes: nodes)
  }

  /// Members by the node that they belong to, in one array (counting sort).
  struct Groups: Sendable {
    private var starts: [Int32]
    private var members: [Int]

    /// Groups members, each behind its node; those of one node stay in their order.
    init(of all: [(node: Int, member: Int)], nodes: Int) {
      starts = [Int32](repeating: 0, count: nodes + 1)
      for (node, _) in all { starts[node + 1] += 1 }
      for index in 0..<nodes { starts[index + 1] += starts[index] }
      members = [Int](repeating: 0, count: all.count)
      var next = starts
      for (node, member) in all {
        members[Int(next[node])] = member
        next[node] += 1
      }
    }

    subscript(node: Int) -> ArraySlice<Int> { members[Int(starts[node])..<Int(starts[node + 1])] }

    /// Sorts the members of each node; most have a few.
    mutating func sort(by precedes: (Int, Int) -> Bool) {
      for node in 0..<(starts.count - 1) where starts[node + 1] - starts[node] > 1 {
        members[Int(starts[node])..<Int(starts[node + 1])].sort(by: precedes)
      }
    }
  }
}

extension TopicGraph {
  /// The edges of what treats a topic, as indices of the graph's, the surest first.
  public func treatments(of topic: Int) -> ArraySlice<Int> { uses.treatments[topic] }

  /// The notes that name a topic: of each its first next step that does, as an index of the graph's.
  public func askers(of topic: Int) -> [Int] {
    var first: [Int] = []
    for step in uses.askers[topic]
    where first.last.map({ nextSteps[$0].note }) != nextSteps[step].note {
      first.append(step)
    }
    return first
  }
}
