internal import Markup
internal import Notes
internal import Responsibility
internal import Topics

/// What may explain duties: the topics of next steps, and the sections and titles of notes.
enum HowToSources {
  static func candidates(_ notebook: Notebook, _ topics: TopicGraph) -> [HowToCandidate] {
    var candidates: [HowToCandidate] = []
    var treated: Set<String> = []
    var best: [Int: TopicGraph.Edge] = [:]
    for edge in topics.edges where edge.kind == .treats && topics.nodes[edge.from].kind == .note {
      if edge.score > best[edge.to]?.score ?? 0 { best[edge.to] = edge }
    }
    for (index, node) in topics.nodes.enumerated() where node.kind == .topic {
      let edge = best[index]
      candidates.append(
        HowToCandidate(
          id: node.id, title: node.title, note: edge?.from, anchor: edge?.anchor,
          isSure: edge.map { $0.reason != .target } ?? false))
      if let edge { treated.insert("\(edge.from)#\(edge.anchor ?? "")") }
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
    for (index, note) in notebook.notes.enumerated() {
      if !treated.contains("\(index)#") {
        candidates.append(
          HowToCandidate(
            id: "note:\(note.path)", title: note.title, note: index, anchor: nil, isSure: true))
      }
      for (place, heading) in note.document.headings.enumerated().dropFirst()
      where !heading.anchor.isEmpty {
        guard !treated.contains("\(index)#\(heading.anchor)") else { continue }
        candidates.append(
          HowToCandidate(
            id: "note:\(note.path)#\(heading.anchor)", title: heading.text, note: index,
            anchor: heading.anchor, isSure: true,
            around: section(around: place, in: note.document)))
      }
    }
    return candidates
  }

  /// The anchor of the section that a section is a part of, where that is not the whole note.
  private static func section(around heading: Int, in document: MarkdownDocument) -> String? {
    let level = document.headings[heading].level
    let outer = document.headings[..<heading].last { $0.level < level }
    return outer.flatMap { $0.level > 1 && !$0.anchor.isEmpty ? $0.anchor : nil }
  }
}
