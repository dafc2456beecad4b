internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// Compares a hand-written table of contents with the headings of its note.
///
/// A link into nothing is a finding of its own (`anchor-missing`); here it is about headings that the
/// list leaves out although it names others of their level, and about order.
struct ContentsListCheck {
  let finding: Finding?

  init(_ note: Note) {
    finding = Self.finding(for: note)
  }

  /// Headings that a contents list may leave out: what comes next is no part of the matter.
  private static let exempt: Set<String> = [
    "next steps", "next", "what's next", "see also", "further reading", "related", "references",
    "resources", "table of contents", "contents", "summary",
  ]

  private static func finding(for note: Note) -> Finding? {
    let document = note.document
    guard let range = document.contentsList, let first = document.links[range].first else {
      return nil
    }
    let positions = Dictionary(
      document.headings.enumerated().map { ($1.anchor, $0) },
      uniquingKeysWith: { first, _ in first })
    let listed = document.links[range].compactMap {
      positions[String($0.destination.dropFirst()).lowercased()]
    }
    guard !listed.isEmpty else { return nil }
    let place = Place(note.path.string, line: first.line)
    if listed != listed.sorted() {
      return Finding(
        .tocDrift, at: place, "the table of contents has another order than the headings",
        help: "bring its entries into the order of the sections")
    }
    let known = Set(listed)
    let top = listed.map { document.headings[$0].level }.min() ?? 2
    let missing = document.headings.indices.filter { index in
      let heading = document.headings[index]
      return heading.level == top && index > 0 && !known.contains(index)
        && !exempt.contains(heading.text.lowercased())
    }
    guard !missing.isEmpty else { return nil }
    let names = missing.prefix(3).map { "'\(document.headings[$0].text)'" }
    let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    return Finding(
      .tocDrift, at: place,
      "the table of contents leaves out \(names.joined(separator: ", "))\(rest)",
      help:
        "add '- [\(document.headings[missing[0]].text)](#\(document.headings[missing[0]].anchor))'")
  }
}
