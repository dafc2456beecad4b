public import Notes

/// Notes and wanted notes alone: an edge where any number of links lead from one to another.
///
/// A class, since all threads that make pages ask the same one: copies of its tables would have to be
/// counted.
public final class NoteGraph: Sendable {
  /// An edge: the other end, and how often.
  public struct Neighbour: Sendable, Equatable {
    // There are many, and whoever looks around a note walks over hundreds of them: they are small.
    private let end: Int32
    /// Twice the number of links, one more where a next step is among them.
    private var links: Int32

    init(node: Int, count: Int, isStep: Bool) {
      end = Int32(clamping: node)
      links = Int32(clamping: count) << 1 | (isStep ? 1 : 0)
    }

    /// The index of a node of the topic graph: a note, or a wanted note.
    public var node: Int { Int(end) }
    /// How many links lead from one to the other.
    public var count: Int { Int(links >> 1) }
    /// True where one of them is a next step.
    public var isStep: Bool { links & 1 == 1 }

    mutating func addLink() { links += 2 }
  }

  private let starts: [Int]
  private let ends: [Neighbour]
  private let reverseStarts: [Int]
  private let origins: [Neighbour]

  /// Joins the links of a notebook; `graph` gives next steps and the numbers of wanted notes.
  public init(_ notebook: Notebook, _ graph: TopicGraph) {
    let count = graph.nodes.count
    var starts = [0]
    starts.reserveCapacity(count + 1)
    var ends: [Neighbour] = []
    var place = [Int](repeating: -1, count: count)
    for note in notebook.notes.indices {
      let first = ends.count
      func add(_ end: LinkEnd, isStep: Bool) {
        let node: Int? =
          switch end.kind {
          case .note: end.number
          case .folder: notebook.folders[end.number].indexNote
          case .wanted: graph.firstWanted + end.number
          case .file, .elsewhere: nil
          }
        guard let node, node != note else { return }
        if place[node] >= first {
          if !isStep { ends[place[node]].addLink() }
        } else {
          place[node] = ends.count
          ends.append(Neighbour(node: node, count: isStep ? 0 : 1, isStep: isStep))
        }
      }
      // What comes next comes first; all links are counted below.
      for step in graph.nextStepRange(of: note) {
        add(notebook.linkEnds[note, graph.nextSteps[step].link], isStep: true)
      }
      for end in notebook.linkEnds[note] { add(end, isStep: false) }
      starts.append(ends.count)
    }
    for _ in starts.count..<count + 1 { starts.append(ends.count) }
    self.starts = starts
    self.ends = ends
    var reverse = [Int](repeating: 0, count: count + 1)
    for end in ends { reverse[end.node + 1] += 1 }
    for node in 0..<count { reverse[node + 1] += reverse[node] }
    reverseStarts = reverse
    var origins = ends
    for node in 0..<count {
      for edge in starts[node]..<starts[node + 1] {
        let end = ends[edge]
        origins[reverse[end.node]] = Neighbour(node: node, count: end.count, isStep: end.isStep)
        reverse[end.node] += 1
      }
    }
    self.origins = origins
  }

  /// Where a note leads: next steps in their order, then other links in theirs.
  public func successors(of node: Int) -> ArraySlice<Neighbour> {
    ends[starts[node]..<starts[node + 1]]
  }

  /// What leads to a note, in the order of the notes.
  public func predecessors(of node: Int) -> ArraySlice<Neighbour> {
    origins[reverseStarts[node]..<reverseStarts[node + 1]]
  }

  /// How many nodes lie within two steps back and two steps on of a note, at most `cap`.
  public func neighbourCount(of note: Int, cap: Int) -> Int {
    // No more nodes than links are near.
    let most =
      linkCount(starts, ends, near: note) + linkCount(reverseStarts, origins, near: note)
    let room = NodeSet.room(for: min(most, cap) + 1)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { room in
      var seen = NodeSet(in: room)
      seen.insert(note)
      add(starts, ends, near: note, to: &seen, upTo: cap)
      add(reverseStarts, origins, near: note, to: &seen, upTo: cap)
      return min(seen.count - 1, cap)
    }
  }

  /// How many ends lie within two steps of a note, in one direction; those that lead straight back to it
  /// need not be counted.
  private func linkCount(_ starts: [Int], _ ends: [Neighbour], near note: Int) -> Int {
    var count = 0
    for edge in starts[note]..<starts[note + 1] {
      let near = ends[edge].node
      let next = starts[near]..<starts[near + 1]
      count += 1 + next.count
      // Ends lie far apart in memory: who looks at all of them first waits once.
      if let first = next.first, ends[first].node == note { count -= 1 }
      if next.count > 1, let last = next.last, ends[last].node == note { count -= 1 }
    }
    return count
  }

  /// Adds what lies within two steps of a note, in one direction, until there are more than `cap`.
  private func add(
    _ starts: [Int], _ ends: [Neighbour], near note: Int, to seen: inout NodeSet, upTo cap: Int
  ) {
    for edge in starts[note]..<starts[note + 1] where seen.count <= cap {
      let near = ends[edge].node
      seen.insert(near)
      for next in starts[near]..<starts[near + 1] where seen.count <= cap {
        seen.insert(ends[next].node)
      }
    }
  }
}
