internal import Files
internal import Markup
internal import Notes

/// A topic graph while it is being put together, in the order of `TopicGraph.init`.
struct GraphDraft {
  let notebook: Notebook
  private let reader: LabelReader
  private let nextSteps: [Int: [Range<Int>]]
  private(set) var nodes: [TopicGraph.Node]
  /// By the node where they begin; filled last.
  private(set) var edges: [TopicGraph.Edge] = []
  /// What treats topics, in the order in which it was found.
  private var treatments: [TopicGraph.Edge] = []
  private(set) var merges: [TopicGraph.Merge] = []
  private(set) var steps: [NextStep]
  /// For next steps whose label meets several places equally well, the other ones.
  private(set) var rivals: [Int: [Treatment]] = [:]
  /// For each next step, the index of its label among those that name topics; -1 for none.
  private var labels: [Int] = []
  /// What these labels name.
  private var sought: [SoughtTopic] = []
  /// The first node of those of the wanted notes.
  private(set) var firstWanted = 0
  /// The links between notes, seen from where they lead.
  private(set) var backlinks: Backlinks
  /// For each note, whether it leads to another.
  private(set) var leadsOn: [Bool] = []
  /// The edges that say what treats a topic, as indices.
  private(set) var treating: [Int32] = []

  init(_ notebook: Notebook, _ configuration: Configuration) {
    self.notebook = notebook
    reader = LabelReader(configuration.aliases)
    backlinks = Backlinks(roomFor: notebook)
    let read = NextStepReader(notebook, NextStepSections(configuration.nextStepHeadings))
    steps = read.steps
    nextSteps = read.ranges
    nodes = notebook.notes.indices.map { note in
      // Notes are large values; reading single fields in place spares copies of the whole.
      let path = notebook.notes[note].path
      return TopicGraph.Node(
        kind: .note, id: "note:" + path.string, title: notebook.notes[note].title, path: path)
    }
  }

  // MARK: - Topics

  /// Makes a topic of each label that leads to a note, written or wanted.
  mutating func addTopics() {
    var names: [String] = []
    var counts: [Int] = []
    var known: [String: Int] = [:]
    labels = [Int](repeating: -1, count: steps.count)
    for index in steps.indices where !steps[index].label.isEmpty {
      guard Self.isOfNotes(notebook.linkEnds[steps[index].note, steps[index].link]) else {
        continue
      }
      let label = known[steps[index].label] ?? names.count
      if label == names.count {
        known[steps[index].label] = label
        names.append(steps[index].label)
        counts.append(0)
      }
      counts[label] += 1
      labels[index] = label
    }
    let catalog = TopicCatalog(labels: names, counts: counts, reader)
    sought = zip(names, catalog.names).map { SoughtTopic($0, $1) }
    let first = nodes.count
    nodes += catalog.topics.map { topic in
      TopicGraph.Node(
        kind: .topic, id: "topic:\(topic.id)", title: topic.title, path: nil, labels: topic.labels)
    }
    merges = catalog.merges.map { merge in
      TopicGraph.Merge(label: merge.label, into: first + merge.topic, because: merge.reason)
    }
    var lastNote = [Int](repeating: -1, count: catalog.topics.count)
    for index in steps.indices where labels[index] >= 0 {
      let topic = catalog.topicOfLabel[labels[index]]
      steps[index].topic = first + topic
      nodes[first + topic].demand += 1
      nodes[first + topic].stepDemand += 1
      if lastNote[topic] != steps[index].note { nodes[first + topic].inDegree += 1 }
      lastNote[topic] = steps[index].note
    }
  }

  private static func isOfNotes(_ end: LinkEnd) -> Bool {
    switch end.kind {
    case .note, .folder, .wanted: true
    case .file, .elsewhere: false
    }
  }

  // MARK: - Links

  /// Adds the notes that are asked for, and where each next step ends.
  mutating func addWanted() {
    firstWanted = nodes.count
    for path in notebook.linkEnds.wanted {
      nodes.append(
        TopicGraph.Node(
          kind: .wanted, id: "wanted:\(path)", title: Note.title(ofFileNamed: path.stem), path: path
        ))
    }
    for index in steps.indices {
      steps[index].end = node(of: notebook.linkEnds[steps[index].note, steps[index].link])
    }
  }

  /// Makes the edges, by the node where they begin: a note's links and next steps in their order, then
  /// what it treats, by its place.
  mutating func addEdges() {
    edges.reserveCapacity(treatments.count + notebook.linkEnds.count)
    let treated = treatmentOrder
    var nextTreated = 0
    leadsOn = [Bool](repeating: false, count: notebook.notes.count)
    var origins = [Origins](repeating: Origins(), count: nodes.count)
    var step = 0
    for note in nodes.indices {
      if note < notebook.notes.count {
        addLinks(of: note, from: &step, &origins)
      }
      while nextTreated < treated.count, treatments[treated[nextTreated]].from == note {
        treating.append(Int32(clamping: edges.count))
        edges.append(treatments[treated[nextTreated]])
        nextTreated += 1
      }
    }
    for node in nodes.indices { nodes[node].inDegree += Int(origins[node].count) }
  }

  /// How many notes lead to a node, and the last of them: kept apart from the nodes, which are far larger
  /// and are asked for in no order.
  private struct Origins {
    var count: Int32 = 0
    var last: Int32 = -1
  }

  private mutating func addLinks(of note: Int, from step: inout Int, _ origins: inout [Origins]) {
    for (link, target) in notebook.linkEnds[note].enumerated() {
      let isStep = step < steps.count && steps[step].note == note && steps[step].link == link
      if isStep, let topic = steps[step].topic {
        edges.append(
          edge(.nextStep, ofLink: link, in: note, to: topic, order: steps[step].order))
      }
      if isStep {
        let end = steps[step].end ?? steps[step].destination
        if let end, end != note { leadsOn[note] = true }
        step += 1
      }
      guard let end = node(of: target), end != note else { continue }
      if origins[end].last != Int32(note) {
        origins[end] = Origins(count: origins[end].count + 1, last: Int32(note))
      }
      if end >= notebook.notes.count {
        ask(for: end, note, link, label: isStep ? steps[step - 1].label : nil)
      }
      if target.kind == .note {
        // What there is to say of a link is read while the link is at hand.
        backlinks.add(
          TopicGraph.Backlink(
            note: note, link: link, section: notebook.notes[note].document.links[link].section,
            label: notebook.notes[note].document.links[link].label, step: isStep ? step - 1 : nil),
          to: end)
      }
      if !isStep, !notebook.notes[note].document.links[link].kind.isImage {
        leadsOn[note] = true
        edges.append(edge(.link, ofLink: link, in: note, to: end))
      }
    }
  }

  /// The indices of the treatments, by the node where they begin and by their place there.
  private var treatmentOrder: [Int] {
    treatments.indices.map { index in
      (
        from: treatments[index].from, line: treatments[index].line,
        column: treatments[index].column, to: treatments[index].to, index: index
      )
    }
    .sorted { ($0.from, $0.line, $0.column, $0.to) < ($1.from, $1.line, $1.column, $1.to) }
    .map(\.index)
  }

  private func edge(
    _ kind: TopicGraph.Edge.Kind, ofLink link: Int, in note: Int, to end: Int, order: Int = 0
  ) -> TopicGraph.Edge {
    TopicGraph.Edge(
      kind: kind, from: note, to: end, anchor: anchor(ofLink: link, in: note),
      line: notebook.notes[note].document.links[link].line,
      column: notebook.notes[note].document.links[link].column, order: order)
  }

  private func anchor(ofLink link: Int, in note: Int) -> String? {
    notebook.linkEnds[note, link].hasAnchor ? notebook.targets[note][link].anchor : nil
  }

  private mutating func ask(for wanted: Int, _ note: Int, _ link: Int, label: String?) {
    nodes[wanted].demand += 1
    if label != nil { nodes[wanted].stepDemand += 1 }
    let label =
      label
      ?? notebook.notes[note].document.text(notebook.notes[note].document.links[link].label)
    if !label.isEmpty, !nodes[wanted].labels.contains(label) { nodes[wanted].labels.append(label) }
  }

  /// The note, written or wanted, that a link means; a folder's own note for a folder.
  private func node(of end: LinkEnd) -> Int? {
    switch end.kind {
    case .note: end.number
    case .folder: notebook.folders[end.number].indexNote
    case .wanted: firstWanted + end.number
    case .file, .elsewhere: nil
    }
  }

  // MARK: - Treatments

  /// Finds for each next step the section that treats its topic, and adds an edge for each such section.
  mutating func addTreatments() {
    var finder = SectionFinder(notebook, reader, nextSteps: nextSteps)
    var found: [Treatments] = []
    var known: [Int: Int] = [:]
    var knownSections: [Asked: Int] = [:]
    var added: Set<Added> = []
    for index in steps.indices {
      guard let topic = steps[index].topic else { continue }
      let end = steps[index].end ?? -1
      let anchor = anchor(ofLink: steps[index].link, in: steps[index].note)
      let asked = Asked(label: labels[index], end: end, anchor: anchor)
      let key = asked.label * (nodes.count + 1) + end + 1
      let place = (anchor == nil ? known[key] : knownSections[asked]) ?? found.count
      if place == found.count {
        if anchor == nil { known[key] = place } else { knownSections[asked] = place }
        found.append(treatments(asked, &finder))
        if let best = found[place].best { add(best, of: topic, &added) }
        if end >= 0, found[place].best?.note != end {
          // What the author points at stays reachable, be it without a section or not yet written.
          let pointer = Treatment(
            note: end, heading: nil, anchor: nil, score: 0.25, reason: .target)
          add(pointer, of: topic, &added)
        }
      }
      steps[index].treatment = found[place].best
      if !found[place].rivals.isEmpty { rivals[index] = found[place].rivals }
      let isWritten = end >= 0 && end < notebook.notes.count
      steps[index].destination = isWritten ? end : found[place].best?.note
    }
  }

  /// What is looked for once.
  private struct Asked: Hashable {
    let label: Int
    let end: Int
    let anchor: String?
  }

  /// What has an edge already.
  private struct Added: Hashable {
    let note: Int
    let heading: Int?
    let topic: Int
  }

  private func treatments(_ asked: Asked, _ finder: inout SectionFinder) -> Treatments {
    let note = asked.end
    if note >= 0, note < notebook.notes.count {
      if let anchor = asked.anchor {
        let heading = notebook.notes[note].document.headings.firstIndex { $0.anchor == anchor }
        return Treatments(
          best: Treatment(note: note, heading: heading, anchor: anchor, score: 1, reason: .anchor))
      }
      // Topics are large values, and nearly always the label says enough.
      if let whole = finder.whole(note, named: sought[asked.label].label) {
        return Treatments(best: whole)
      }
      let found = finder.treatments(of: sought[asked.label], in: note)
      if found.best != nil { return found }
    }
    return finder.notesTitled(sought[asked.label])
  }

  private mutating func add(_ treatment: Treatment, of topic: Int, _ added: inout Set<Added>) {
    let key = Added(note: treatment.note, heading: treatment.heading, topic: topic)
    guard added.insert(key).inserted else { return }
    var line = 0
    var column = 0
    if let heading = treatment.heading, treatment.note < notebook.notes.count {
      line = notebook.notes[treatment.note].document.headings[heading].line
      column = notebook.notes[treatment.note].document.headings[heading].column
    }
    var edge = TopicGraph.Edge(
      kind: .treats, from: treatment.note, to: topic, anchor: treatment.anchor, line: line,
      column: column)
    edge.score = treatment.score
    edge.reason = treatment.reason
    treatments.append(edge)
  }
}
