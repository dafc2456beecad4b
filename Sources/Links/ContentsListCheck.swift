internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// Compares a hand-written table of contents with the headings of its note.
///
/// A link into nothing is a finding of its own (`anchor-missing`); here it is about headings that the
/// list leaves out although it names others of their level, and about order.
enum ContentsListCheck {
  /// Headings that a contents list may leave out: what comes next is no part of the matter.
  private static let exempt: Set<String> = [
    "next steps", "next", "what's next", "see also", "further reading", "related", "references",
    "resources", "table of contents", "contents", "summary",
  ]

  /// What is to be said of a note's list; nil where it has none, or a good one.
  static func finding(forNote note: Int, in notebook: Notebook) -> Finding? {
    // Documents, links and headings are large values; single fields are read in place.
    guard let range = notebook.notes[note].document.contentsList, !range.isEmpty else { return nil }
    let headings = notebook.notes[note].document.headings
    let links = notebook.notes[note].document.links
    let listed = positions(of: links[range], among: headings)
    guard !listed.isEmpty else { return nil }
    let place = Place(notebook.notes[note].path.string, line: links[range.lowerBound].line)
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

  /// Which headings links lead to, in the order of the links.
  private static func positions(of links: ArraySlice<Link>, among headings: [Heading]) -> [Int] {
    lazy var known = Dictionary(
      headings.indices.map { (headings[$0].anchor, $0) },
      uniquingKeysWith: { first, _ in first })
    var listed: [Int] = []
    var next = 0
    for link in links.indices {
      let anchor = String(links[link].destination.utf8.dropFirst()) ?? ""
      // Most lists go along with the headings; where one does not, all of them are looked up.
      let isAhead = next < headings.count && !anchor.isEmpty
      if isAhead, let place = headings[next...].firstIndex(where: { $0.anchor == anchor }) {
        listed.append(place)
        next = place + 1
      } else {
        next = headings.count
        if let place = known[anchor.lowercased()] { listed.append(place) }
      }
    }
    return listed
  }
}
