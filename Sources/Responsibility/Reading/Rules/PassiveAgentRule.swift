extension ReadingRule {
  /// "The keys are managed by the user": a whole sentence with the one who does it.
  ///
  /// "Policies managed by AWS" only says which policies, and "can be managed by" leaves it open.
  static let passiveAgent = ReadingRule(
    id: "passive-agent",
    summary: "A sentence says by whom something is managed, patched or secured."
  ) { text, reader in
    guard text.kind != .heading, reader.scope == nil else { return false }
    let words = text.words.folded
    guard words.contains("by"), words.contains(where: Vocabulary.lookedAfter.contains) else {
      return false
    }
    let stops = Sentences.starts(in: text)
    var hasFound = false
    for index in words.indices.dropLast(2)
    where index > 1 && words[index + 1] == "by" && isLookedAfter(words, endingAt: index) {
      let start = stops.filter { $0 <= index }.max() ?? 0
      var verb = index - 1
      while verb > start,
        joins.contains(words[verb]) || Vocabulary.lookedAfter.contains(words[verb])
          || words[verb].hasSuffix("ly")
      {
        verb -= 1
      }
      guard verb > start, words[verb] == "is" || words[verb] == "are", verb - start <= 12,
        let party = agent(words, at: index + 2, reader.names),
        !words[start..<index].contains(where: Vocabulary.negations.contains),
        !words[start..<verb].contains(where: leavesOpen.contains),
        let subject = PassiveSubject(start..<verb, of: text, reader.headings)
      else { continue }
      reader.state(
        subject.text, by: party.id, duty: subject.text, at: text, rule: "passive-agent",
        precedence: .sentence,
        coordinates: reader.coordinates(
          Array(words[start..<verb]), places: party.place.map { [$0] } ?? []),
        condition: reader.labelAround(text))
      hasFound = true
    }
    return hasFound
  }

  /// True for "managed", and for "managed and automatically installed".
  private static func isLookedAfter(_ words: [String], endingAt end: Int) -> Bool {
    if Vocabulary.lookedAfter.contains(words[end]) { return true }
    guard words[end].hasSuffix("ed") else { return false }
    var index = end - 1
    while index > 0, words[index].hasSuffix("ly") { index -= 1 }
    return index > 1 && words[index] == "and" && Vocabulary.lookedAfter.contains(words[index - 1])
  }

  /// A party, or a service for those who run it; nil where others are named as well.
  private static func agent(
    _ words: [String], at start: Int, _ names: Names
  ) -> (id: String, place: Catalog.Place?)? {
    var index = start
    while index < words.count, ["the", "a", "your", "either"].contains(words[index]) { index += 1 }
    guard index < words.count else { return nil }
    // "By the server, in this case S3": then it holds for S3.
    let isCase = Array(words[index...].dropFirst().prefix(3)) == ["in", "this", "case"]
    if isCase { index += 4 }
    guard index < words.count else { return nil }
    let found: (id: String, end: Int)
    var named: Catalog.Place?
    if let place = names.place(words, at: index), place.value.axis == .service,
      let service = names.catalog.service(place.value.member)
    {
      found = (service.provider, place.words.upperBound)
      if isCase { named = place.value }
    } else if let party = names.party(words, at: index) {
      found = (names.resolved(party.value), party.words.upperBound)
    } else {
      return nil
    }
    // "by AWS or by customers" and "by AWS services" name somebody else.
    guard found.end == words.count || words[found.end] != "or" else { return nil }
    return (found.id, named)
  }

  private static let joins: Set<String> = ["and", "fully", "entirely", "also", "always", "created"]
  private static let leavesOpen: Set<String> = [
    "if", "whether", "can", "may", "might", "could", "when", "which", "that", "who", "what",
  ]
}
