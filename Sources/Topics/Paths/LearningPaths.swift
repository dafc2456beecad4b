public import Notes

/// The ways through the notes that their next steps describe.
///
/// A path starts at a note that no next step leads to, or at a circle of such notes, and goes on to all
/// that can be reached from there. Notes that lead to each other count as one; what is left has no
/// circle and is put into a topological order, and where several orders are possible the nearer note
/// and the earlier next step come first.
public struct LearningPaths: Sendable {
  /// Notes in the order in which they are best read.
  public struct Path: Sendable, Equatable {
    /// The indices of the notes, at least two; the first is where it starts.
    public let notes: [Int]
    /// True where more notes can be reached than `lengthCap`: these are the nearest.
    public let isCut: Bool
  }

  /// Where a note lies on the path on which it is nearest to the start.
  public struct Place: Sendable, Equatable {
    /// The index of the path.
    public let path: Int
    /// The number of the step, from 1.
    public let step: Int
    /// On how many paths the note lies.
    public internal(set) var pathCount: Int
  }

  /// Notes whose next steps lead round.
  public struct Circle: Sendable, Equatable {
    /// A shortest way round from the note that is read first; the last leads to the first.
    public let notes: [Int]
    /// For each of these notes, the index in the graph's `nextSteps` of the step to the one after it.
    public let steps: [Int]
    /// All notes of which each can be reached from each, by index.
    public let members: [Int]
  }

  /// In the order in which their first notes are read.
  public let paths: [Path]
  /// In the order in which their first notes are read.
  public let circles: [Circle]
  /// For each note, where it lies; nil for a note on no path.
  public let places: [Place?]

  /// The most notes of a path.
  public static let lengthCap = 60

  /// Finds the paths, in O(notes + next steps + starts × `lengthCap`).
  public init(_ topics: TopicGraph, _ notebook: Notebook) {
    let graph = topics.noteSteps
    var rank = [Int](repeating: 0, count: notebook.notes.count)
    for (place, note) in notebook.readingOrder.enumerated() { rank[note] = place }
    let components = graph.stronglyConnectedComponents
    var isEntered = [Bool](repeating: false, count: components.members.count)
    for edge in graph.edges {
      let end = components.componentOf[edge.to]
      if components.componentOf[edge.from] != end { isEntered[end] = true }
    }
    let first = components.members.map { members in
      members.min { rank[$0] < rank[$1] } ?? 0
    }
    let starts = components.members.indices
      .filter { !isEntered[$0] && graph.outDegree(of: first[$0]) > 0 }
      .map { first[$0] }
      .sorted { rank[$0] < rank[$1] }

    var walk = PathWalk(graph)
    var paths: [Path] = []
    var places = [Place?](repeating: nil, count: graph.nodeCount)
    var nearest = [Int](repeating: .max, count: graph.nodeCount)
    for start in starts {
      let (notes, distances, isCut) = walk.path(from: start)
      for (index, note) in notes.enumerated() {
        let count = (places[note]?.pathCount ?? 0) + 1
        if distances[index] < nearest[note] {
          nearest[note] = distances[index]
          places[note] = Place(path: paths.count, step: index + 1, pathCount: count)
        } else {
          places[note]?.pathCount = count
        }
      }
      paths.append(Path(notes: notes, isCut: isCut))
    }
    self.paths = paths
    self.places = places
    circles = components.members.indices
      .filter { components.members[$0].count > 1 }
      .sorted { rank[first[$0]] < rank[first[$1]] }
      .map { Circle(from: first[$0], among: components.members[$0], topics) }
  }
}

extension LearningPaths.Path {
  /// What can be reached from a note, itself included.
  public init(from note: Int, in topics: TopicGraph) {
    var walk = PathWalk(topics.noteSteps)
    let (notes, _, isCut) = walk.path(from: note)
    self.init(notes: notes, isCut: isCut)
  }
}

extension LearningPaths.Circle {
  /// A shortest way round from a note, by breadth-first search among the notes that lead to each other.
  init(from start: Int, among members: [Int], _ topics: TopicGraph) {
    let isMember = Set(members)
    /// The step by which each note was reached.
    var reached: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    search: while head < queue.count {
      let note = queue[head]
      head += 1
      let range = topics.nextStepRange(of: note)
      for index in range {
        guard let end = topics.nextSteps[index].destination, end != note, isMember.contains(end),
          reached[end] == nil
        else { continue }
        reached[end] = index
        if end == start { break search }
        queue.append(end)
      }
    }
    var steps: [Int] = []
    var note = start
    while let step = reached[note] {
      steps.append(step)
      note = topics.nextSteps[step].note
      if note == start { break }
    }
    self.steps = steps.reversed()
    notes = self.steps.map { topics.nextSteps[$0].note }
    self.members = members
  }
}
