internal import Markup
internal import Notes

/// For each note, the links that lead to it.
struct Backlinks: Sendable {
  /// All of them, those of one note side by side.
  private let backlinks: [TopicGraph.Backlink]
  /// For each note, where its backlinks begin; one more entry than notes.
  private let starts: [Int]

  /// Reverses every link between two notes, once, by counting; `steps` are the next steps of all notes,
  /// note by note, each in the order of its links.
  init(_ notebook: Notebook, steps: [NextStep]) {
    // Targets are large values, and all are counted; reading single fields in place spares copies.
    var counts = [Int](repeating: 0, count: notebook.notes.count + 1)
    for note in notebook.targets.indices {
      for link in notebook.targets[note].indices {
        if case .note(let end) = notebook.targets[note][link].end, end != note {
          counts[end + 1] += 1
        }
      }
    }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    starts = counts
    var next = counts
    var backlinks = [TopicGraph.Backlink](
      repeating: TopicGraph.Backlink(note: 0, link: 0, section: 0, label: 0..<0, step: nil),
      count: counts.last ?? 0)
    var step = 0
    for note in notebook.targets.indices {
      for link in notebook.targets[note].indices {
        let isStep = step < steps.count && steps[step].note == note && steps[step].link == link
        if isStep { step += 1 }
        guard case .note(let end) = notebook.targets[note][link].end, end != note else { continue }
        backlinks[next[end]] = TopicGraph.Backlink(
          note: note, link: link, section: notebook.notes[note].document.links[link].section,
          label: notebook.notes[note].document.links[link].label, step: isStep ? step - 1 : nil)
        next[end] += 1
      }
    }
    self.backlinks = backlinks
  }

  /// The links that lead to a note, in the order of the notes they stand in.
  subscript(note: Int) -> ArraySlice<TopicGraph.Backlink> {
    backlinks[starts[note]..<starts[note + 1]]
  }
}
