internal import Markup
internal import Notes
internal import Responsibility
internal import Topics

/// What may explain duties: the topics of next steps, and the sections and titles of notes.
enum HowToSources {
  static func candidates(_ notebook: Notebook, _ topics: TopicGraph) -> [HowToCandidate] {
    var candidates: [HowToCandidate] = []
    candidates.reserveCapacity(
      topics.nodes.count + notebook.notes.reduce(0) { $0 + 1 + $1.document.headings.count })
    /// For each topic the best of the edges that say which note treats it.
    var best = [Int](repeating: -1, count: topics.nodes.count)
    for index in topics.edges.indices where topics.edges[index].kind == .treats {
      guard topics.nodes[topics.edges[index].from].kind == .note else { continue }
      let topic = topics.edges[index].to
      let score = best[topic] < 0 ? 0 : topics.edges[best[topic]].score
      if topics.edges[index].score > score { best[topic] = index }
    }
    /// For each note its sections that a topic stands for already; the note as a whole is "".
    var treated = [[String]](repeating: [], count: notebook.notes.count)
    for index in topics.nodes.indices where topics.nodes[index].kind == .topic {
      let edge = best[index] < 0 ? nil : topics.edges[best[index]]
      candidates.append(
        HowToCandidate(
          id: topics.nodes[index].id, title: topics.nodes[index].title, note: edge?.from,
          anchor: edge?.anchor, isSure: edge.map { $0.reason != .target } ?? false))
      if let edge { treated[edge.from].append(edge.anchor ?? "") }
    }
    // Steps that lead out of the folder have no topic, and are worth naming all the same.
    var named: Set<String> = []
    for step in topics.nextSteps where step.topic == nil {
      if case .external = notebook.targets[step.note][step.link].end { continue }
      guard named.insert(step.label).inserted else { continue }
      candidates.append(
        HowToCandidate(
          id: "step:\(step.label)", title: step.label, note: nil, anchor: nil, isSure: false))
    }
    for index in notebook.notes.indices {
      sections(of: notebook.notes[index], index, without: treated[index], to: &candidates)
    }
    return candidates
  }

  private static func sections(
    of note: Note, _ index: Int, without treated: [String], to candidates: inout [HowToCandidate]
  ) {
    if !treated.contains("") {
      candidates.append(HowToCandidate(file: note.path, title: note.title, note: index))
    }
    for (place, heading) in note.document.headings.enumerated().dropFirst()
    where !heading.anchor.isEmpty {
      guard !treated.contains(heading.anchor) else { continue }
      candidates.append(
        HowToCandidate(
          file: note.path, title: heading.text, note: index, anchor: heading.anchor,
          around: section(around: place, in: note.document.headings)))
    }
  }

  /// The anchor of the section that a section is a part of, where that is not the whole note.
  private static func section(around heading: Int, in headings: [Heading]) -> String? {
    let level = headings[heading].level
    let outer = headings[..<heading].last { $0.level < level }
    return outer.flatMap { $0.level > 1 && !$0.anchor.isEmpty ? $0.anchor : nil }
  }
}
