internal import Markup
internal import Notes

/// What treats a topic.
struct Treatments {
  /// Nil where nothing does, or none more than others.
  var best: Treatment?
  /// What does so as well as the best.
  var rivals: [Treatment] = []
}

/// Finds the section that treats a topic: first in the note that a next step points at, else the one
/// note whose title names it.
struct SectionFinder {
  private let notebook: Notebook
  private let reader: LabelReader
  private let nextSteps: NextStepSections
  /// What the headings of a note name; read when a topic is first looked for there.
  private var headings: [Int: [TopicName]] = [:]
  /// The notes whose titles name a topic, by its key.
  private lazy var titles = titleNames()

  init(_ notebook: Notebook, _ reader: LabelReader, _ nextSteps: NextStepSections) {
    self.notebook = notebook
    self.reader = reader
    self.nextSteps = nextSteps
  }

  /// The section of a note that treats a topic best, of equals the first; its rivals are later
  /// sections, not below it, that say the topic and nothing else just as well.
  mutating func treatments(of topic: TopicName, in note: Int) -> Treatments {
    let headings = notebook.notes[note].document.headings
    var found = Treatments()
    var bestScore = 0.0
    for (index, name) in names(ofHeadingsIn: note).enumerated() {
      guard let match = HeadingMatch(topic, name), match.score >= bestScore,
        !headings[index].anchor.isEmpty
      else { continue }
      let treatment = Treatment(
        note: note, heading: index, anchor: headings[index].anchor, score: match.score,
        reason: match.reason)
      if match.score > bestScore {
        found = Treatments(best: treatment)
        bestScore = match.score
      } else if match.isWhole, let best = found.best?.heading,
        headings[(best + 1)...index].contains(where: { $0.level <= headings[best].level })
      {
        found.rivals.append(treatment)
      }
    }
    // The title is most often a heading too, and has been looked at.
    let title = notebook.notes[note].title
    if title != headings.first?.text, let whole = HeadingMatch(topic, reader.name(title)),
      whole.isWhole, whole.score > bestScore
    {
      found = Treatments(
        best: Treatment(
          note: note, heading: nil, anchor: nil, score: whole.score, reason: whole.reason))
    }
    return found
  }

  /// The note whose title names the topic; where there are several, they are rivals and none is best.
  mutating func notesTitled(_ topic: TopicName) -> Treatments {
    let found = (titles[topic.key] ?? []).compactMap { note, name -> Treatment? in
      guard let match = HeadingMatch(topic, name), match.isWhole else { return nil }
      return Treatment(
        note: note, heading: nil, anchor: nil, score: match.score, reason: match.reason)
    }
    return found.count == 1 ? Treatments(best: found[0]) : Treatments(rivals: found)
  }

  private mutating func names(ofHeadingsIn note: Int) -> [TopicName] {
    if let known = headings[note] { return known }
    let document = notebook.notes[note].document
    var names = document.headings.map { reader.name($0.text) }
    for range in nextSteps.ranges(in: document) {
      for index in range { names[index] = TopicName(folded: [], plain: [], bare: [], key: []) }
    }
    headings[note] = names
    return names
  }

  private func titleNames() -> [[String]: [(note: Int, name: TopicName)]] {
    var titles: [[String]: [(note: Int, name: TopicName)]] = [:]
    for (index, note) in notebook.notes.enumerated() {
      let name = reader.name(note.title)
      titles[name.key, default: []].append((index, name))
    }
    return titles
  }
}
