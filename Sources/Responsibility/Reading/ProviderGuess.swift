internal import Files
internal import Markup
internal import Notes

/// Finds out which provider a note is about.
enum ProviderGuess {
  /// The provider that the title names; else the headings, the folders, or the text most often.
  ///
  /// nil where none is named, or two equally often.
  static func provider(of note: Note, _ catalog: Catalog) -> String? {
    if let found = most(in: Words(note.title).folded, catalog) { return found }
    let headings = note.document.headings.flatMap { Words($0.text).folded }
    if let found = most(in: headings, catalog) { return found }
    if let found = most(in: Words(note.path.string).folded, catalog) { return found }
    return most(in: Words(note.document.plain).folded, catalog)
  }

  private static func most(in words: [String], _ catalog: Catalog) -> String? {
    var counts: [String: Int] = [:]
    for match in catalog.partyNames.matches(words) {
      guard match.value != Party.providerID, catalog.party(match.value)?.kind == .provider else {
        continue
      }
      counts[match.value, default: 0] += 1
    }
    // A service says whose it is as well as the name of who runs it.
    for match in catalog.placeNames.matches(words) {
      guard match.value.axis == .service, let service = catalog.service(match.value.member) else {
        continue
      }
      counts[service.provider, default: 0] += 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, counts.values.count(where: { $0 == best.value }) == 1 else { return nil }
    return best.key
  }
}
