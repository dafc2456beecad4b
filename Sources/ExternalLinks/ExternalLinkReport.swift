public import Diagnostics
internal import Files
internal import Markup
public import Notes

/// What there is to say about the links of a notebook that lead to other sites.
public struct ExternalLinkReport: Sendable {
  /// What an author can mend or may want to know, in the order of the notes.
  public let findings: [Finding]
  /// How many addresses there are.
  public let addressCount: Int
  /// How many of them were remembered from a former check.
  public let rememberedCount: Int

  /// Looks at every http and https link and picture of a notebook.
  public init(
    _ notebook: Notebook, _ settings: ExternalLinkSettings = ExternalLinkSettings(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    var places: [(note: Int, link: Int)] = []
    for note in notebook.notes.indices {
      for link in notebook.notes[note].document.links.indices
      where Self.isAddress(notebook.notes[note].document.links[link]) {
        places.append((note, link))
      }
    }
    let check = ExternalLinkCheck(
      of: places.map { notebook.notes[$0.note].document.links[$0.link].destination }, settings,
      progress: progress)
    addressCount = check.verdicts.count
    rememberedCount = check.rememberedCount
    findings = places.compactMap { place in
      let document = notebook.notes[place.note].document
      let link = document.links[place.link]
      return check.verdicts[link.destination].flatMap { verdict in
        Self.finding(
          verdict, on: link.destination,
          at: Place(
            notebook.notes[place.note].path.string, line: link.line, column: link.addressColumn),
          label: document.text(link.label))
      }
    }
  }

  private static func isAddress(_ link: Link) -> Bool {
    guard link.isExternal else { return false }
    let start = link.destination.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  private static func finding(
    _ verdict: Verdict, on address: String, at place: Place, label: String
  ) -> Finding? {
    switch verdict {
    case .alive: nil
    case .moved(let end):
      Finding(
        .externalRedirected, at: place, "'\(address)' has moved for good",
        help: "write '\(end)\(address.drop { $0 != "#" })'", target: address, label: label)
    case .fragmentMissing:
      Finding(
        .externalAnchorMissing, at: place,
        "'\(address.prefix { $0 != "#" })' has no part '\(address.drop { $0 != "#" })'",
        help: "look at the page for its present name, or leave the part out", target: address,
        label: label)
    case .dead(let reason):
      Finding(
        .externalDead, at: place, "'\(address)' \(reason)",
        help: "find out where the page went, or take the link out", target: address, label: label)
    case .unknown(let reason):
      Finding(
        .externalUnknown, at: place, "'\(address)' could not be judged: \(reason)",
        target: address, label: label)
    }
  }
}
