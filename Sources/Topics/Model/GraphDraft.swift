internal import Files
internal import Markup
internal import Notes

/// A topic graph while it is being put together, in the order of `TopicGraph.init`.
struct GraphDraft {
  let notebook: Notebook
  private let reader: LabelReader
  private let sections: NextStepSections
  private(set) var nodes: [TopicGraph.Node]
  private(set) var edges: [TopicGraph.Edge] = []
  private(set) var merges: [TopicGraph.Merge] = []
  private(set) var steps: [NextStep]
  /// What the labels of next steps name.
  private var names: [String: TopicName] = [:]
  /// The nodes of the wanted notes.
  private var wantedAt: [ContentPath: Int] = [:]

  init(_ notebook: Notebook, _ configuration: Configuration) {
    self.notebook = notebook
    reader = LabelReader(configuration.aliases)
    sections = NextStepSections(configuration.nextStepHeadings)
    steps = NextStepReader(notebook: notebook, sections: sections).steps()
    nodes = notebook.notes.map { note in
      TopicGraph.Node(
        kind: .note, id: "note:" + note.path.string, title: note.title, path: note.path)
    }
  }

  // MARK: - Topics

  /// Makes a topic of each label that leads to a note, written or wanted, and an edge to it.
  mutating func addTopics() {
    let named = steps.indices.filter {
      !steps[$0].label.isEmpty && Self.isOfNotes(steps[$0].target)
    }
    let catalog = TopicCatalog(named.map { steps[$0].label }, reader)
    names = catalog.nameOfLabel
    let first = nodes.count
    nodes += catalog.topics.map { topic in
      TopicGraph.Node(
        kind: .topic, id: "topic:\(topic.id)", title: topic.title, path: nil, labels: topic.labels)
    }
    merges = catalog.merges.map { merge in
      TopicGraph.Merge(label: merge.label, into: first + merge.topic, because: merge.reason)
    }
    var lastNote = [Int](repeating: -1, count: catalog.topics.count)
    for index in named {
      guard let topic = catalog.topicOfLabel[steps[index].label] else { continue }
      let step = steps[index]
      steps[index].topic = first + topic
      nodes[first + topic].demand += 1
      nodes[first + topic].stepDemand += 1
      if lastNote[topic] != step.note { nodes[first + topic].inDegree += 1 }
      lastNote[topic] = step.note
      edges.append(
        TopicGraph.Edge(
          kind: .nextStep, from: step.note, to: first + topic, order: step.order,
          anchor: step.target.anchor, line: step.line, column: step.column))
    }
  }

  private static func isOfNotes(_ target: LinkTarget) -> Bool {
    switch target.end {
    case .note, .folder, .wanted: true
    case .file, .missing, .outside, .external, .nowhere: false
    }
  }

  // MARK: - Notes

  /// Adds the notes that are asked for, and the links that are not next steps.
  mutating func addWanted() {
    let paths = notebook.targets.joined().compactMap { target -> ContentPath? in
      guard case .wanted(let path) = target.end else { return nil }
      return path
    }
    for path in Set(paths).sorted() {
      wantedAt[path] = nodes.count
      nodes.append(
        TopicGraph.Node(
          kind: .wanted, id: "wanted:\(path)", title: Note.title(ofFileNamed: path.stem), path: path
        ))
    }
    var lastNote = [Int](repeating: -1, count: nodes.count)
    var step = 0
    for (note, targets) in notebook.targets.enumerated() {
      for (link, target) in targets.enumerated() {
        let isStep = step < steps.count && steps[step].note == note && steps[step].link == link
        let end = node(of: target)
        if isStep {
          steps[step].end = end
          step += 1
        }
        guard let end, end != note else { continue }
        if lastNote[end] != note { nodes[end].inDegree += 1 }
        lastNote[end] = note
        if nodes[end].kind == .wanted {
          ask(for: end, note, link, label: isStep ? steps[step - 1].label : nil)
        }
        guard !isStep, !notebook.notes[note].document.links[link].kind.isImage else { continue }
        edges.append(
          TopicGraph.Edge(
            kind: .link, from: note, to: end, anchor: target.anchor,
            line: notebook.notes[note].document.links[link].line,
            column: notebook.notes[note].document.links[link].column))
      }
    }
  }

  private mutating func ask(for wanted: Int, _ note: Int, _ link: Int, label: String?) {
    nodes[wanted].demand += 1
    if label != nil { nodes[wanted].stepDemand += 1 }
    let document = notebook.notes[note].document
    let label = label ?? document.text(document.links[link].label)
    if !label.isEmpty, !nodes[wanted].labels.contains(label) { nodes[wanted].labels.append(label) }
  }

  /// The note, written or wanted, that a target means; a folder's own note for a folder.
  private func node(of target: LinkTarget) -> Int? {
    switch target.end {
    case .note(let note): note
    case .folder(let folder): notebook.folders[folder].indexNote
    case .wanted(let path): wantedAt[path]
    case .file, .missing, .outside, .external, .nowhere: nil
    }
  }

  // MARK: - Treatments

  /// Finds for each next step the section that treats its topic, and adds an edge for each such section.
  mutating func addTreatments() {
    var finder = SectionFinder(notebook, reader, sections)
    var known: [Asked: Treatments] = [:]
    var added: Set<Added> = []
    for index in steps.indices {
      guard let topic = steps[index].topic else { continue }
      let end = steps[index].end
      let asked = Asked(
        label: steps[index].label, end: end, anchor: steps[index].target.anchor)
      let all = known[asked] ?? treatments(asked, &finder)
      known[asked] = all
      let found = all.best
      steps[index].treatment = found
      steps[index].rivals = all.rivals
      let written = end.flatMap { $0 < notebook.notes.count ? $0 : nil }
      steps[index].destination = written ?? found?.note
      if let found { add(found, of: topic, &added) }
      guard let end, found?.note != end else { continue }
      // What the author points at stays reachable, be it without a section or not yet written.
      let pointer = Treatment(note: end, heading: nil, anchor: nil, score: 0.25, reason: .target)
      add(pointer, of: topic, &added)
    }
  }

  /// What is looked for once.
  private struct Asked: Hashable {
    let label: String
    let end: Int?
    let anchor: String?
  }

  /// What has an edge already.
  private struct Added: Hashable {
    let note: Int
    let heading: Int?
    let topic: Int
  }

  private func treatments(_ asked: Asked, _ finder: inout SectionFinder) -> Treatments {
    guard let name = names[asked.label] else { return Treatments() }
    if let note = asked.end, note < notebook.notes.count {
      if let anchor = asked.anchor {
        let heading = notebook.notes[note].document.headings.firstIndex { $0.anchor == anchor }
        return Treatments(
          best: Treatment(note: note, heading: heading, anchor: anchor, score: 1, reason: .anchor))
      }
      let found = finder.treatments(of: name, in: note)
      if found.best != nil { return found }
    }
    return finder.notesTitled(name)
  }

  private mutating func add(_ treatment: Treatment, of topic: Int, _ added: inout Set<Added>) {
    let key = Added(note: treatment.note, heading: treatment.heading, topic: topic)
    guard added.insert(key).inserted else { return }
    var edge = TopicGraph.Edge(kind: .treats, from: treatment.note, to: topic)
    edge.anchor = treatment.anchor
    edge.score = treatment.score
    edge.reason = treatment.reason
    if let heading = treatment.heading, treatment.note < notebook.notes.count {
      edge.line = notebook.notes[treatment.note].document.headings[heading].line
      edge.column = notebook.notes[treatment.note].document.headings[heading].column
    }
    edges.append(edge)
  }

  // MARK: - Order

  /// The edges by the node where they begin; a note's links by their place, then what it treats.
  func sortedEdges() -> [TopicGraph.Edge] {
    var ranks = edges.indices.map { EdgeRank(edges[$0], index: $0) }
    ranks.sort()
    return ranks.map { edges[$0.index] }
  }
}

/// Where an edge stands among the others.
private struct EdgeRank: Comparable {
  private let from: Int
  private let isTreatment: Int
  private let line: Int
  private let column: Int
  private let to: Int
  let index: Int

  init(_ edge: TopicGraph.Edge, index: Int) {
    from = edge.from
    isTreatment = edge.kind == .treats ? 1 : 0
    line = edge.line
    column = edge.column
    // Links without a column stay as they come.
    to = edge.kind == .treats ? edge.to : 0
    self.index = index
  }

  static func < (left: EdgeRank, right: EdgeRank) -> Bool {
    if left.from != right.from { return left.from < right.from }
    if left.isTreatment != right.isTreatment { return left.isTreatment < right.isTreatment }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    return left.to == right.to ? left.index < right.index : left.to < right.to
  }
}
