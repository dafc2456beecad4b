internal import Workers

/// The catalog's names as one note uses them: with its own provider, and what "we" means in it.
///
/// A class, since every rule is handed it: copies of the catalog's tables would have to be counted.
final class Names: Sendable {
  let catalog: Catalog
  /// Finds out which provider the note is about, once somebody asks.
  let guess: Deferred<String>
  /// What "we", "our" and "us" mean; nil where the note binds them to nobody.
  let speaker: String?

  init(catalog: Catalog, guess: Deferred<String>, speaker: String?) {
    self.catalog = catalog
    self.guess = guess
    self.speaker = speaker
  }

  /// The id of the provider that the note is about; `provider` where nothing says which one.
  var provider: String { guess.value }

  /// The id of a party, with a nameless provider as the note's.
  func resolved(_ party: String) -> String {
    party == Party.providerID ? provider : party
  }

  /// A party that is named at a word; words that stand for the speaker as well.
  func party(
    _ words: [String], at index: Int, before end: Int? = nil
  ) -> PhraseTable<String>.Match? {
    if let match = catalog.partyNames.match(words, at: index, before: end) { return match }
    guard let speaker, Self.speakers.contains(words[index]) else { return nil }
    return PhraseTable.Match(words: index..<(index + 1), value: speaker)
  }

  /// A member of an axis that is named at a word.
  func place(
    _ words: [String], at index: Int, before end: Int? = nil
  ) -> PhraseTable<Catalog.Place>.Match? {
    catalog.placeNames.match(words, at: index, before: end)
  }

  /// All members of axes that are named, each once.
  func places(in words: [String]) -> [Catalog.Place] {
    var found: [Catalog.Place] = []
    for match in catalog.placeNames.matches(words) where !found.contains(match.value) {
      found.append(match.value)
    }
    return found
  }

  func isCustomer(_ party: String) -> Bool { catalog.party(party)?.kind == .customer }

  /// Words for who is speaking.
  static let speakers: Set<String> = ["we", "us", "our", "our team"]
}
