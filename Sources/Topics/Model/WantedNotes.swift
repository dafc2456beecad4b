internal import Files
public import Notes

/// The notes that are still to be written, those that most links ask for first.
public struct WantedNotes: Sendable {
  /// A link that asks for a note.
  public struct Request: Sendable, Equatable {
    /// The index of the note that asks.
    public let note: Int
    /// The index of the link in its document.
    public let link: Int
    /// True for a next step.
    public let isStep: Bool
  }

  /// A note that is still to be written.
  public struct Wanted: Sendable, Equatable {
    /// The index of its node.
    public let node: Int
    /// Who asks, in the order of the notes and their links.
    public let requests: [Request]
  }

  /// By demand, next steps first; of equals by path.
  public let byDemand: [Wanted]

  /// Collects who asks for what.
  public init(_ notebook: Notebook, _ topics: TopicGraph) {
    let wanted = topics.nodes.indices.filter { topics.nodes[$0].kind == .wanted }
    guard let first = wanted.first else {
      byDemand = []
      return
    }
    let nodeAt = Dictionary(
      wanted.compactMap { node in topics.nodes[node].path.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
    var requests = [[Request]](repeating: [], count: wanted.count)
    for note in notebook.targets.indices {
      for link in notebook.targets[note].indices {
        guard case .wanted(let path) = notebook.targets[note][link].end, let node = nodeAt[path]
        else { continue }
        let isStep = topics.nextStep(ofLink: link, in: note) != nil
        requests[node - first].append(Request(note: note, link: link, isStep: isStep))
      }
    }
    byDemand = wanted.map { Wanted(node: $0, requests: requests[$0 - first]) }
      .sorted { left, right in
        let (one, other) = (topics.nodes[left.node], topics.nodes[right.node])
        return (other.demand, other.stepDemand, left.node) < (
          one.demand, one.stepDemand, right.node
        )
      }
  }
}
