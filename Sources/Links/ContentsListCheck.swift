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
    // Documents, links and headings are large values; single fields are read in place.
    guard let range = note.document.contentsList, !range.isEmpty else { return nil }
    let headings = note.document.headings
    let links = note.document.links
    let positions = Dictionary(
      headings.indices.map { (headings[$0].anchor, $0) },
      uniquingKeysWith: { first, _ in first })
    let listed = range.compactMap {
      positions[String(links[$0].destination.dropFirst()).lowercased()]
    }
    guard !listed.isEmpty else { return nil }
    let place = Place(note.path.string, line: links[range.lowerBound].line)
    if listed != listed.sorted() {
      return Finding(
        .tocDrift, at: place, "the table of contents has another order than the headings",
        help: "bring its entries into the order of the sections")
    }
    let known = Set(listed)
    let top = listed.map { headings[$0].level }.min() ?? 2
    let missing = headings.indices.filter { index in
      headings[index].level == top && index > 0 && !known.contains(index)
        && !exempt.contains(headings[index].text.lowercased())
    }
    guard !missing.isEmpty else { return nil }
    let names = missing.prefix(3).map { "'\(headings[$0].text)'" }
    let rest = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    return Finding(
      .tocDrift, at: place,
      "the table of contents leaves out \(names.joined(separator: ", "))\(rest)",
      help:
        "add '- [\(headings[missing[0]].text)](#\(headings[missing[0]].anchor))'")
  }
}
