public import Diagnostics
public import Files
internal import Markup
public import Notes

/// A note that links ask for and nobody has written.
public struct WantedNote: Sendable, Equatable {
  /// Where it would be.
  public let path: ContentPath
  /// The label that most links give it.
  public let title: String
  /// Where the links are, in the order of their places, each with its label.
  public let places: [Ask]
  /// Sections that links name, as headings, in the order of the places; each once.
  public let sections: [String]

  /// A link that asks for the note.
  public struct Ask: Sendable, Equatable {
    /// Where it is.
    public let place: Place
    /// What it says.
    public let label: String
  }

  /// Every wanted note, the one that most links ask for first; of equal ones by path.
  public static func all(in notebook: Notebook) -> [WantedNote] {
    var asks: [ContentPath: [(ask: Ask, anchor: String)]] = [:]
    for (note, targets) in zip(notebook.notes, notebook.targets) {
      for (index, target) in targets.enumerated() {
        guard case .wanted(let path) = target.end else { continue }
        let link = note.document.links[index]
        let label = note.document.text(link.label).split { $0.isWhitespace }.joined(separator: " ")
        let place = Place(note.path.string, line: link.line, column: link.addressColumn)
        let anchor = link.destination.drop { $0 != "#" }.dropFirst()
        asks[path, default: []].append((Ask(place: place, label: label), String(anchor)))
      }
    }
    return asks.map { path, asks in WantedNote(path, asks.sorted { $0.ask.place < $1.ask.place }) }
      .sorted { ($1.places.count, $0.path) < ($0.places.count, $1.path) }
  }

  private init(_ path: ContentPath, _ asks: [(ask: Ask, anchor: String)]) {
    self.path = path
    places = asks.map(\.ask)
    // Labels of links to a section name the section.
    let whole = asks.filter { $0.anchor.isEmpty }.map(\.ask.label)
    title = Self.mostFrequent(whole.filter { !$0.isEmpty }) ?? Note.title(ofFileNamed: path.stem)
    var sections: [String] = []
    for (ask, anchor) in asks where !anchor.isEmpty {
      let heading =
        Self.slug(ask.label) == anchor
        ? ask.label
        : anchor.split(separator: "-").joined(separator: " ")
      if !heading.isEmpty, !sections.contains(heading) { sections.append(heading) }
    }
    self.sections = sections
  }

  private static func slug(_ label: String) -> String {
    String(label.lowercased().map { $0 == " " ? "-" : $0 })
  }

  private static func mostFrequent(_ labels: [String]) -> String? {
    var counts: [String: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The text that the note begins with: its title, who asks for it, and the sections that are named.
  public var text: String {
    var text = "# \(title)\n\n<!-- Asked for by:\n"
    for ask in places { text += "- \(ask.place): \(Self.inComment(ask.label))\n" }
    text += "-->\n"
    for section in sections { text += "\n## \(section)\n" }
    return text
  }

  /// Text that cannot end a comment.
  private static func inComment(_ text: String) -> String {
    text.replacing("--", with: "- -").replacing(">", with: "")
  }
}
