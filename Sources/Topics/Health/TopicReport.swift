public import Diagnostics
internal import Files
internal import Markup
public import Notes

/// What there is to say about topics and about the way through the notes.
public struct TopicReport: Sendable {
  /// What an author can mend.
  public let findings: [Finding]

  /// Collects what the graph, its paths and the health of the notes tell.
  public init(
    _ notebook: Notebook, _ topics: TopicGraph, _ paths: LearningPaths, _ health: NotebookHealth
  ) {
    let source = TopicSource(notebook, topics)
    var findings: [Finding] = []
    for index in topics.nextSteps.indices {
      if let rivals = topics.rivals[index] {
        findings.append(source.ambiguous(index, rivals))
      } else if let deeper = source.deeper(index) {
        findings.append(deeper)
      }
    }
    findings += paths.circles.map(source.circle)
    findings += health.orphans.map {
      source.note(.noteOrphan, $0, "no other note leads to '\(source.title(of: $0))'")
    }
    findings += health.unreachable.map {
      source.note(
        .noteUnreachable, $0, "no way along links leads from home to '\(source.title(of: $0))'")
    }
    findings += health.deadEnds.map {
      source.note(
        .noteDeadEnd, $0, "'\(source.title(of: $0))' leads to no other note",
        help: "say under '## Next steps' what comes next")
    }
    findings += health.stubs.map { stub in
      let words = stub.words == 1 ? "1 word" : "\(stub.words) words"
      return source.note(.noteStub, stub.note, "'\(source.title(of: stub.note))' has only \(words)")
    }
    self.findings = findings
  }
}

/// Where findings about topics have their place.
private struct TopicSource {
  let notebook: Notebook
  let topics: TopicGraph
  /// For each note, whether its first heading is its title.
  private let beginsWithTitle: [Bool]

  init(_ notebook: Notebook, _ topics: TopicGraph) {
    self.notebook = notebook
    self.topics = topics
    beginsWithTitle = notebook.notes.indices.map { note in
      notebook.notes[note].document.headings.first?.text == notebook.notes[note].title
    }
  }

  func title(of note: Int) -> String { notebook.notes[note].title }

  func note(_ rule: Rule, _ note: Int, _ message: String, help: String? = nil) -> Finding {
    Finding(rule, at: Place(notebook.notes[note].path.string), message, help: help)
  }

  /// A next step whose label meets several places.
  func ambiguous(_ index: Int, _ rivals: [Treatment]) -> Finding {
    let step = topics.nextSteps[index]
    let all = (step.treatment.map { [$0] } ?? []) + rivals
    let isOneNote = step.treatment != nil
    let names = all.map { found in
      isOneNote ? "'#\(found.anchor ?? "")'" : "'\(notebook.notes[found.note].path)'"
    }
    let kind = isOneNote ? "sections" : "notes"
    return Finding(
      .topicAmbiguous, at: place(of: step),
      "'\(step.label)' meets \(all.count) \(kind): \(names.joined(separator: ", "))",
      help: isOneNote
        ? "name the section: '\(address(of: step, withAnchor: all[0].anchor ?? ""))'"
        : "write the path of the note that is meant", label: step.label)
  }

  /// A next step without a section, though one of its note treats the topic.
  func deeper(_ index: Int) -> Finding? {
    // Next steps are large values, and most lead to whole notes: single fields are read in place.
    guard let note = topics.nextSteps[index].treatment?.note, note == topics.nextSteps[index].end,
      note != topics.nextSteps[index].note,
      let heading = topics.nextSteps[index].treatment?.heading,
      topics.nextSteps[index].treatment?.reason != .anchor,
      heading > 0 || !beginsWithTitle[note], kind(of: index) == .link,
      notebook.notes[note].document.headings[heading].text != notebook.notes[note].title,
      let anchor = topics.nextSteps[index].treatment?.anchor
    else { return nil }
    let step = topics.nextSteps[index]
    return Finding(
      .deepLinkPossible, at: place(of: step),
      "'\(step.label)' is treated in the section '#\(anchor)' of that note",
      help: "write '\(address(of: step, withAnchor: anchor))'", label: step.label)
  }

  /// Next steps that lead round.
  func circle(_ circle: LearningPaths.Circle) -> Finding {
    let names = (circle.notes + circle.notes.prefix(1)).map { "'\(title(of: $0))'" }
    let shown =
      names.count > 7
      ? names.prefix(4) + ["\u{2026}"] + names.suffix(2) : names[...]
    let rest = circle.members.count - circle.notes.count
    let more = rest > 0 ? "; \(rest) more of these notes lead to each other" : ""
    let step = circle.steps.last.map { topics.nextSteps[$0] }
    let place =
      step.map(place) ?? Place(notebook.notes[circle.notes.first ?? 0].path.string)
    return Finding(
      .cycleNextSteps, at: place,
      "the next steps lead round: \(shown.joined(separator: " \u{2192} "))\(more)")
  }

  private func kind(of step: Int) -> Link.Kind {
    notebook.notes[topics.nextSteps[step].note].document.links[topics.nextSteps[step].link].kind
  }

  private func place(of step: NextStep) -> Place {
    Place(
      notebook.notes[step.note].path.string, line: step.line,
      column: notebook.notes[step.note].document.links[step.link].addressColumn)
  }

  private func address(of step: NextStep, withAnchor anchor: String) -> String {
    let written = notebook.notes[step.note].document.links[step.link].destination
    return "\(written.prefix { $0 != "#" })#\(anchor)"
  }
}
