internal import Markup
internal import Notes
internal import Responsibility
internal import Topics

/// What may explain duties: the topics of next steps, and the sections and titles of notes.
struct HowToSources {
  private let notebook: Notebook
  private let topics: TopicGraph
  /// For each topic, by its node, the edge that says where it is treated.
  private let surest: [Int?]
  private var places: [Place] = []
  private var titles: TitleWords

  /// Where a candidate is found.
  private enum Place {
    /// The topic's node.
    case topic(Int32)
    /// The index of a next step.
    case step(Int32)
    /// A note as a whole.
    case note(Int32)
    /// A section, by its note and heading.
    case section(Int32, Int32)
  }

  /// The titles of all of them.
  static func titles(_ notebook: Notebook, _ topics: TopicGraph) -> HowToTitles {
    let sources = HowToSources(notebook, topics)
    return HowToTitles(sources.titles) { sources.candidate($0) }
  }

  private init(_ notebook: Notebook, _ topics: TopicGraph) {
    self.notebook = notebook
    self.topics = topics
    surest = topics.surestTreatments()
    let room = notebook.notes.indices.reduce(topics.nodes.count) {
      $0 + 1 + notebook.notes[$1].document.headings.count
    }
    titles = TitleWords(room: room)
    places.reserveCapacity(room)
    /// For each note its sections that a topic stands for already; the note as a whole is "".
    var treated = [[String]](repeating: [], count: notebook.notes.count)
    for node in topics.nodes.indices where topics.nodes[node].kind == .topic {
      let edge = surest[node]
      add(.topic(Int32(node)), topics.nodes[node].title, note: edge.map { topics.edges[$0].from })
      if let edge { treated[topics.edges[edge].from].append(topics.edges[edge].anchor ?? "") }
    }
    // Steps that lead out of the folder have no topic, and are worth naming all the same.
    var named: Set<String> = []
    for index in topics.nextSteps.indices where topics.nextSteps[index].topic == nil {
      let step = topics.nextSteps[index]
      if case .external = notebook.targets[step.note][step.link].end { continue }
      guard named.insert(step.label).inserted else { continue }
      add(.step(Int32(index)), step.label, note: nil)
    }
    for note in notebook.notes.indices { addSections(of: note, without: treated[note]) }
  }

  private mutating func add(_ place: Place, _ title: String, note: Int?) {
    places.append(place)
    titles.append(title, note: note)
  }

  private mutating func addSections(of note: Int, without treated: [String]) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    if !treated.contains("") { add(.note(Int32(note)), notebook.notes[note].title, note: note) }
    for place in notebook.notes[note].document.headings.indices.dropFirst()
    where !notebook.notes[note].document.headings[place].anchor.isEmpty {
      guard
        treated.isEmpty || !treated.contains(notebook.notes[note].document.headings[place].anchor)
      else { continue }
      add(
        .section(Int32(note), Int32(place)), notebook.notes[note].document.headings[place].text,
        note: note)
    }
  }

  private func candidate(_ index: Int) -> HowToCandidate {
    switch places[index] {
    case .topic(let node):
      let edge = surest[Int(node)].map { topics.edges[$0] }
      return HowToCandidate(
        id: topics.nodes[Int(node)].id, title: topics.nodes[Int(node)].title, note: edge?.from,
        anchor: edge?.anchor, isSure: edge.map { $0.reason != .target } ?? false)
    case .step(let step):
      let label = topics.nextSteps[Int(step)].label
      return HowToCandidate(
        id: "step:\(label)", title: label, note: nil, anchor: nil, isSure: false)
    case .note(let note):
      return HowToCandidate(
        file: notebook.notes[Int(note)].path, title: notebook.notes[Int(note)].title,
        note: Int(note))
    case .section(let note, let heading):
      let headings = notebook.notes[Int(note)].document.headings
      return HowToCandidate(
        file: notebook.notes[Int(note)].path, title: headings[Int(heading)].text, note: Int(note),
        anchor: headings[Int(heading)].anchor,
        around: Self.section(around: Int(heading), in: headings))
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
