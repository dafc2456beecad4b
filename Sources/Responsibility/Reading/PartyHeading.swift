/// A text that says whose duties follow: "Security in the Cloud", "AWS responsibilities", "Managed by
/// the customer".
struct PartyHeading {
  /// The id of the party.
  let party: String
  /// What the heading says of services, models and categories.
  let places: [Catalog.Place]
  /// True where nothing but the party is named; that counts only under a heading about responsibility.
  let isBare: Bool

  /// nil where the words say anything else, or name several parties.
  init?(_ words: [String], _ names: Names, bareAllowed: Bool) {
    guard words.count <= 24, !words.contains(where: Vocabulary.negations.contains) else {
      return nil
    }
    var rest: [String] = []
    var parties: [String] = []
    var places: [Catalog.Place] = []
    var sides: Set<String> = []
    var index = 0
    while index < words.count {
      if let side = Self.side(words, at: index) {
        sides.insert(side.word)
        index += side.count
        continue
      }
      // "Amazon RDS" names the service and not Amazon.
      let place = names.place(words, at: index)
      let party = names.party(words, at: index)
      if let place, place.words.count >= party?.words.count ?? 0 {
        places.append(place.value)
        index = place.words.upperBound
      } else if let party {
        if !parties.contains(party.value) { parties.append(party.value) }
        index = party.words.upperBound
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    guard parties.count <= 1, sides.count <= 1 else { return nil }
    let saysResponsible = Self.saysResponsible(words) || Self.saysManagedBy(words, names)
    let content = rest.filter {
      !Vocabulary.connectives.contains($0) && !Vocabulary.responsibility.contains($0)
        && $0 != "responsible" && !Vocabulary.lookedAfter.contains($0)
        && $0.utf8.contains { !(0x30...0x39).contains($0) }
    }
    guard content.isEmpty else { return nil }
    let hasWord = rest.contains { Vocabulary.responsibility.contains($0) }
    // "Your responsibilities".
    if parties.isEmpty, hasWord, rest.contains("your") { parties = [Party.customerID] }
    let named = parties.first.map(names.resolved)
    if let side = sides.first {
      let meant = side == "in" ? Party.customerID : names.provider
      if let named, names.isCustomer(named) != (side == "in") { return nil }
      party = named ?? meant
      isBare = false
    } else if let named, hasWord || saysResponsible {
      party = named
      isBare = false
    } else if let named, bareAllowed, places.isEmpty, rest.allSatisfy({ $0 == "the" || $0 == "s" })
    {
      party = named
      isBare = true
    } else {
      return nil
    }
    self.places = places
  }

  /// "security of the cloud", "security in the cloud", with or without "security".
  private static func side(_ words: [String], at index: Int) -> (word: String, count: Int)? {
    let start = words[index] == "security" ? index + 1 : index
    guard start + 2 < words.count, words[start] == "of" || words[start] == "in",
      words[start + 1] == "the", words[start + 2] == "cloud", start > index
    else { return nil }
    return (words[start], start + 3 - index)
  }

  /// "… is responsible for".
  private static func saysResponsible(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(of: "responsible") else { return false }
    return place > 0
  }

  /// "managed by …".
  private static func saysManagedBy(_ words: [String], _ names: Names) -> Bool {
    words.indices.dropLast().contains { index in
      Vocabulary.lookedAfter.contains(words[index]) && words[index + 1] == "by"
    }
  }
}
