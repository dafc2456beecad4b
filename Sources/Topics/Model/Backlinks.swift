internal import Markup
internal import Notes

/// For each note, the links that lead to it.
struct Backlinks: Sendable {
  /// All of them, those of one note side by side.
  private var backlinks: [TopicGraph.Backlink]
  /// For each note, where its backlinks begin; one more entry than notes.
  private let starts: [Int]
  /// For each note, where the next one goes.
  private var next: [Int]

  /// Makes room for the links between notes, by counting; they are added in the order of the notes.
  init(roomFor notebook: Notebook) {
    var counts = [Int](repeating: 0, count: notebook.notes.count + 1)
    for note in notebook.notes.indices {
      for end in notebook.linkEnds[note] where end.kind == .note && end.number != note {
        counts[end.number + 1] += 1
      }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    next = counts
    backlinks = [TopicGraph.Backlink](
      repeating: TopicGraph.Backlink(note: 0, link: 0, section: 0, label: 0..<0, step: nil),
      count: counts.last ?? 0)
  }

  /// Adds a link that leads from one note to another.
  mutating func add(_ backlink: TopicGraph.Backlink, to note: Int) {
    backlinks[next[note]] = backlink
    next[note] += 1
  }

  /// The links that lead to a note, in the order of the notes they stand in.
  subscript(note: Int) -> ArraySlice<TopicGraph.Backlink> {
    backlinks[starts[note]..<starts[note + 1]]
  }
}
