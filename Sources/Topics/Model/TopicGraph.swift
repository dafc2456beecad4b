public import Notes

/// What leads to what: notes, the topics that their next steps name, and notes still to be written.
///
/// The order of everything in it depends on the notes alone.
public struct TopicGraph: Sendable {
  /// The notes, each at its index in the notebook; then the topics by id; then the wanted notes by
  /// path.
  public let nodes: [Node]
  /// By the node at which they begin; those of a note in the order of its links.
  public let edges: [Edge]
  /// The labels that were taken for a topic with another title, by topic.
  public let merges: [Merge]
  /// The next steps of all notes, note by note, each in its order.
  public let nextSteps: [NextStep]
  /// For next steps whose label meets several places equally well, by their index in `nextSteps`: the
  /// other places, in their order.
  public let rivals: [Int: [Treatment]]

  /// How many notes there are: the first nodes.
  public let noteCount: Int
  /// The first node of those of the wanted notes.
  let firstWanted: Int
  /// For each note, whether it leads to another, written or wanted.
  let leadsOn: [Bool]
  /// What treats the topics and who names them.
  let uses: TopicUses
  private let backlinks: Backlinks
  /// For each note, where its next steps begin; one more entry than notes.
  private let stepStarts: [Int]

  /// Finds next steps, topics and what treats them; `configuration` gives headings and aliases.
  public init(_ notebook: Notebook, configuration: Configuration = Configuration()) {
    var draft = GraphDraft(notebook, configuration)
    draft.addTopics()
    draft.addWanted()
    draft.addTreatments()
    draft.addEdges()
    nodes = draft.nodes
    edges = draft.edges
    merges = draft.merges
    nextSteps = draft.steps
    backlinks = draft.backlinks
    uses = TopicUses(draft.edges, draft.treating, draft.steps, nodes: draft.nodes.count)
    leadsOn = draft.leadsOn
    firstWanted = draft.firstWanted
    rivals = draft.rivals
    noteCount = notebook.notes.count
    var starts = [Int](repeating: 0, count: noteCount + 1)
    for step in draft.steps.indices { starts[draft.steps[step].note + 1] += 1 }
    for note in 0..<noteCount { starts[note + 1] += starts[note] }
    stepStarts = starts
  }

  /// The links that lead to a note, in the order of the notes they stand in.
  public func backlinks(to note: Int) -> ArraySlice<Backlink> {
    backlinks[note]
  }

  /// The next steps of a note, in order.
  public func nextSteps(of note: Int) -> ArraySlice<NextStep> {
    nextSteps[nextStepRange(of: note)]
  }

  /// Where the next steps of a note stand in `nextSteps`.
  public func nextStepRange(of note: Int) -> Range<Int> {
    stepStarts[note]..<stepStarts[note + 1]
  }

  /// The next step that a link is, as an index of `nextSteps`; nil for a link that is none.
  public func nextStep(ofLink link: Int, in note: Int) -> Int? {
    var range = nextStepRange(of: note)
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      if nextSteps[middle].link == link { return middle }
      range =
        nextSteps[middle].link < link
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The graph of the nodes with the edges of one kind; by default with all of them.
  public func directedGraph(of kind: Edge.Kind? = nil) -> DirectedGraph {
    // Edges are large values; reading single fields in place spares copies of the whole.
    let meant = edges.indices.lazy.filter { kind == nil || edges[$0].kind == kind }
    return DirectedGraph(
      nodeCount: nodes.count,
      edges: meant.map { DirectedGraph.Edge(from: edges[$0].from, to: edges[$0].to) })
  }

  /// The graph of the notes alone with an edge for each next step that leads to another note.
  public var noteSteps: DirectedGraph {
    let steps: [DirectedGraph.Edge] = nextSteps.indices.compactMap { step in
      guard let end = nextSteps[step].destination, end != nextSteps[step].note else { return nil }
      return DirectedGraph.Edge(from: nextSteps[step].note, to: end)
    }
    return DirectedGraph(nodeCount: noteCount, edges: steps)
  }

  /// The graph of the notes alone with an edge for each link that leads to another note, next steps
  /// included.
  public var noteLinks: DirectedGraph {
    let links = (0..<noteCount).flatMap { note in
      backlinks[note].map { DirectedGraph.Edge(from: $0.note, to: note) }
    }
    return DirectedGraph(nodeCount: noteCount, edges: links)
  }
}
