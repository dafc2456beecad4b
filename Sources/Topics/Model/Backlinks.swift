public import Notes

/// For each note, the links that lead to it.
public struct Backlinks: Sendable {
  /// All of them, those of one note side by side.
  private let backlinks: [TopicGraph.Backlink]
  /// For each note, where its backlinks begin; one more entry than notes.
  private let starts: [Int]

  /// Reverses every link between two notes, once, by counting.
  public init(_ notebook: Notebook) {
    var counts = [Int](repeating: 0, count: notebook.notes.count + 1)
    for (index, targets) in notebook.targets.enumerated() {
      for target in targets {
        if case .note(let end) = target.end, end != index { counts[end + 1] += 1 }
      }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var next = counts
    var backlinks = [TopicGraph.Backlink](
      repeating: TopicGraph.Backlink(note: 0, link: 0), count: counts.last ?? 0)
    for (index, targets) in notebook.targets.enumerated() {
      for (link, target) in targets.enumerated() {
        guard case .note(let end) = target.end, end != index else { continue }
        backlinks[next[end]] = TopicGraph.Backlink(note: index, link: link)
        next[end] += 1
      }
    }
    self.backlinks = backlinks
  }

  /// The links that lead to a note, in the order of the notes they stand in.
  public subscript(note: Int) -> ArraySlice<TopicGraph.Backlink> {
    backlinks[starts[note]..<starts[note + 1]]
  }
}
