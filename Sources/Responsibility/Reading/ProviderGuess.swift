internal import Bytes
internal import Files
internal import Markup
internal import Notes

/// Finds out which provider a note is about.
enum ProviderGuess {
  /// The provider that the title names; else the headings, the folders, or the text most often.
  ///
  /// nil where none is named, or two equally often.
  static func provider(of note: Note, _ catalog: Catalog) -> String? {
    var title = Count()
    title.add(note.title, catalog)
    if let found = title.most { return found }
    var headings = Count()
    for heading in note.document.headings { headings.add(heading.text, catalog) }
    if let found = headings.most { return found }
    var path = Count()
    path.add(note.path.string, catalog)
    if let found = path.most { return found }
    var text = Count()
    note.document.plain.withUnsafeBufferPointer { text.add($0, catalog) }
    return text.most
  }

  /// How often texts name which provider, itself or by a service.
  private struct Count {
    private var counts: [String: Int] = [:]

    mutating func add(_ text: String, _ catalog: Catalog) {
      Words.plain(text).withBytes { add($0, catalog) }
    }

    /// Only where a name may begin are words made of the text.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ catalog: Catalog) {
      let signs = catalog.providerSigns
      var next = (party: 0, place: 0)
      var last: (number: UInt64, start: Int) = (0, 0)
      WordNumbers.each(in: text) { number, range in
        if signs.hasPair(last.number, number) { count(text, last.start, &next, catalog) }
        if signs.hasWord(number) { count(text, range.lowerBound, &next, catalog) }
        last = (number, range.lowerBound)
        return true
      }
    }

    private mutating func count(
      _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: inout (party: Int, place: Int),
      _ catalog: Catalog
    ) {
      guard start >= min(next.party, next.place) else { return }
      var end = min(text.count, start + 80)
      while end < text.count, WordNumbers.isWordByte(text[end]) { end += 1 }
      let words = Words(UnsafeBufferPointer(rebasing: text[start..<end]))
      if start >= next.party, let match = catalog.partyNames.match(words.folded, at: 0) {
        next.party = start + words.ranges[match.words.upperBound - 1].upperBound
        if match.value != Party.providerID, catalog.party(match.value)?.kind == .provider {
          counts[match.value, default: 0] += 1
        }
      }
      // A service says whose it is as well as the name of who runs it.
      if start >= next.place, let match = catalog.placeNames.match(words.folded, at: 0) {
        next.place = start + words.ranges[match.words.upperBound - 1].upperBound
        if match.value.axis == .service, let service = catalog.service(match.value.member) {
          counts[service.provider, default: 0] += 1
        }
      }
    }

    /// The one that is named most often; nil for none, or for two.
    var most: String? {
      guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        counts.values.count(where: { $0 == best.value }) == 1
      else { return nil }
      return best.key
    }
  }
}
