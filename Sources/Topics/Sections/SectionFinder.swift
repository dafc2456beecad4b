internal import Markup
internal import Notes

/// What treats a topic.
struct Treatments {
  /// Nil where nothing does, or none more than others.
  var best: Treatment?
  /// What does so as well as the best.
  var rivals: [Treatment] = []
}

/// A topic that is looked for.
struct SoughtTopic {
  let label: String
  let name: TopicName
  let sketch: WordSketch

  init(_ label: String, _ name: TopicName) {
    self.label = label
    self.name = name
    sketch = WordSketch(asking: name)
  }
}

/// Finds the section that treats a topic: first in the note that a next step points at, else the one
/// note whose title names it.
struct SectionFinder {
  private let notebook: Notebook
  private let reader: LabelReader
  private let nextSteps: [Int: [Range<Int>]]
  /// The words of the headings of a note; sketched when a topic is first looked for there.
  private var sketches: [[WordSketch]?]
  /// What headings name, by note and heading; read where a sketch does not say no.
  private var names: [Int: TopicName] = [:]
  /// The notes whose titles name a topic, by its key.
  private lazy var titles = titleNames()

  /// `nextSteps` are the headings of sections that say what comes next, which treat nothing, by note.
  init(_ notebook: Notebook, _ reader: LabelReader, nextSteps: [Int: [Range<Int>]]) {
    self.notebook = notebook
    self.reader = reader
    self.nextSteps = nextSteps
    sketches = [[WordSketch]?](repeating: nil, count: notebook.notes.count)
  }

  /// The section of a note that treats a topic best, of equals the first; its rivals are later sections,
  /// not below it, that say the topic and nothing else just as well.
  ///
  /// Ask ``whole(_:named:)`` first: here the note as a whole is one heading among others.
  mutating func treatments(of topic: SoughtTopic, in note: Int) -> Treatments {
    let sketches = sketches(ofHeadingsIn: note)
    var found = Treatments()
    var bestScore = 0.0
    for index in sketches.indices where sketches[index].mayHold(topic.sketch) {
      guard !isNextStep(index, in: note) else { continue }
      let name = name(ofHeading: index, in: note)
      guard let match = HeadingMatch(topic.name, name), match.score >= bestScore else { continue }
      let anchor = notebook.notes[note].document.headings[index].anchor
      guard !anchor.isEmpty else { continue }
      let treatment = Treatment(
        note: note, heading: index, anchor: anchor, score: match.score, reason: match.reason)
      if match.score > bestScore {
        found = Treatments(best: treatment)
        bestScore = match.score
      } else if match.isWhole, let best = found.best?.heading, !isBelow(best, index, in: note) {
        found.rivals.append(treatment)
      }
    }
    // The title is most often a heading too, and has been looked at.
    guard bestScore < 1, notebook.notes[note].frontMatter.title != nil || sketches.isEmpty else {
      return found
    }
    let title = reader.name(notebook.notes[note].title)
    if let whole = HeadingMatch(topic.name, title), whole.isWhole, whole.score > bestScore {
      let treatment = Treatment(
        note: note, heading: nil, anchor: nil, score: whole.score, reason: whole.reason)
      found = Treatments(best: treatment)
    }
    return found
  }

  /// The note whose title names the topic; where there are several, they are rivals and none is best.
  mutating func notesTitled(_ topic: SoughtTopic) -> Treatments {
    let found = (titles[topic.name.key] ?? []).compactMap { note, name -> Treatment? in
      guard let match = HeadingMatch(topic.name, name), match.isWhole else { return nil }
      return Treatment(
        note: note, heading: nil, anchor: nil, score: match.score, reason: match.reason)
    }
    return found.count == 1 ? Treatments(best: found[0]) : Treatments(rivals: found)
  }

  /// A note as what treats a label that is to the letter its heading above all others: most are, and nothing
  /// names the topic better or as well.
  func whole(_ note: Int, named label: String) -> Treatment? {
    guard isTitle(label, of: note) else { return nil }
    return Treatment(
      note: note, heading: 0, anchor: notebook.notes[note].document.headings[0].anchor, score: 1,
      reason: .exact)
  }

  private func isTitle(_ label: String, of note: Int) -> Bool {
    guard let level = notebook.notes[note].document.headings.first?.level,
      notebook.notes[note].document.headings[0].text == label,
      !notebook.notes[note].document.headings[0].anchor.isEmpty, !isNextStep(0, in: note)
    else { return false }
    return notebook.notes[note].document.headings.dropFirst().allSatisfy { $0.level > level }
  }

  /// True for a heading whose section lies in that of one before it.
  private func isBelow(_ upper: Int, _ lower: Int, in note: Int) -> Bool {
    let level = notebook.notes[note].document.headings[upper].level
    return !notebook.notes[note].document.headings[(upper + 1)...lower].contains {
      $0.level <= level
    }
  }

  private func isNextStep(_ heading: Int, in note: Int) -> Bool {
    nextSteps[note]?.contains { $0.contains(heading) } ?? false
  }

  private mutating func sketches(ofHeadingsIn note: Int) -> [WordSketch] {
    if let known = sketches[note] { return known }
    let count = notebook.notes[note].document.headings.count
    let made = (0..<count).map { index in
      WordSketch(of: notebook.notes[note].document.headings[index].text, reader.aliasWords)
    }
    sketches[note] = made
    return made
  }

  private mutating func name(ofHeading index: Int, in note: Int) -> TopicName {
    // A note has at most 4 MB, and so fewer headings than this.
    let key = note << 23 | index
    if let known = names[key] { return known }
    let name = reader.name(notebook.notes[note].document.headings[index].text)
    names[key] = name
    return name
  }

  private func titleNames() -> [[String]: [(note: Int, name: TopicName)]] {
    var titles: [[String]: [(note: Int, name: TopicName)]] = [:]
    for index in notebook.notes.indices {
      let name = reader.name(notebook.notes[index].title)
      titles[name.key, default: []].append((index, name))
    }
    return titles
  }
}
