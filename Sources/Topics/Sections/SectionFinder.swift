internal import Markup
internal import Notes

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

  /// The section of a note that treats a topic best; of equals the first.
  mutating func treatment(of topic: TopicName, in note: Int) -> Treatment? {
    let document = notebook.notes[note].document
    var best: (heading: Int, match: HeadingMatch)?
    for (index, name) in names(ofHeadingsIn: note).enumerated() {
      guard let match = HeadingMatch(topic, name), match.score > best?.match.score ?? 0,
        !document.headings[index].anchor.isEmpty
      else { continue }
      best = (index, match)
    }
    // The title is most often a heading too, and has been looked at.
    let title = notebook.notes[note].title
    if title != document.headings.first?.text,
      let whole = HeadingMatch(topic, reader.name(title)), whole.isWhole,
      whole.score > best?.match.score ?? 0
    {
      return Treatment(
        note: note, heading: nil, anchor: nil, score: whole.score, reason: whole.reason)
    }
    return best.map { heading, match in
      Treatment(
        note: note, heading: heading, anchor: document.headings[heading].anchor,
        score: match.score, reason: match.reason)
    }
  }

  /// The note whose title names the topic; nil where there is none, or more than one.
  mutating func noteTitled(_ topic: TopicName) -> Treatment? {
    let found = (titles[topic.key] ?? []).compactMap { note, name in
      HeadingMatch(topic, name).flatMap { $0.isWhole ? (note, $0) : nil }
    }
    guard found.count == 1, let (note, match) = found.first else { return nil }
    return Treatment(
      note: note, heading: nil, anchor: nil, score: match.score, reason: match.reason)
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
