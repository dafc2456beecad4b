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
    var requests = [[Request]](repeating: [], count: wanted.count)
    for note in notebook.notes.indices {
      for (link, end) in notebook.linkEnds[note].enumerated() where end.kind == .wanted {
        let isStep = topics.nextStep(ofLink: link, in: note) != nil
        requests[end.number].append(Request(note: note, link: link, isStep: isStep))
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
