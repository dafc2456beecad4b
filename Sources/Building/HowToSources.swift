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
    let surest = topics.surestTreatments()
    /// For each note its sections that a topic stands for already; the note as a whole is "".
    var treated = [[String]](repeating: [], count: notebook.notes.count)
    for index in topics.nodes.indices where topics.nodes[index].kind == .topic {
      let edge = surest[index].map { topics.edges[$0] }
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
      sections(of: index, in: notebook, without: treated[index], to: &candidates)
    }
    return candidates
  }

  private static func sections(
    of note: Int, in notebook: Notebook, without treated: [String],
    to candidates: inout [HowToCandidate]
  ) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let path = notebook.notes[note].path
    if !treated.contains("") {
      candidates.append(HowToCandidate(file: path, title: notebook.notes[note].title, note: note))
    }
    let headings = notebook.notes[note].document.headings
    for place in headings.indices.dropFirst() where !headings[place].anchor.isEmpty {
      guard !treated.contains(headings[place].anchor) else { continue }
      candidates.append(
        HowToCandidate(
          file: path, title: headings[place].text, note: note, anchor: headings[place].anchor,
          around: section(around: place, in: headings)))
    }
  }

  /// The anchor of the section that a section is a part of, where that is not the whole note.
  private static func section(around heading: Int, in headings: [Heading]) -> String? {
    let level = headings[heading].level
    guard let outer = headings[..<heading].indices.last(where: { headings[$0].level < level }),
      headings[outer].level > 1, !headings[outer].anchor.isEmpty
    else { return nil }
    return headings[outer].anchor
  }
}
