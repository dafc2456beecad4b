extension ReadingRule {
  /// "Patching the guest is the customer's responsibility", "… is the responsibility of AWS".
  static let responsibilityOf = ReadingRule(
    id: "responsibility-of", summary: "A sentence calls something the responsibility of a party."
  ) { text, reader in
    guard text.kind != .heading else { return false }
    let words = text.words.folded
    guard words.contains(where: Vocabulary.responsibility.contains) else { return false }
    var hasFound = false
    let stops = Sentences.starts(in: text)
    for index in words.indices where Vocabulary.responsibility.contains(words[index]) {
      guard let party = owner(of: index, in: words, reader.names) else { continue }
      // What stands before the verb is whose the responsibility is.
      var verb = party.start - 1
      while verb > 0, adverbs.contains(words[verb]) { verb -= 1 }
      guard verb > 0, verbs.contains(words[verb]) else { continue }
      let start = stops.filter { $0 <= verb }.max() ?? 0
      guard verb > start, !words[start..<verb].contains(where: conditionals.contains),
        !words[verb..<party.start].contains(where: Vocabulary.negations.contains)
      else { continue }
      var first = start
      while first < verb, ["and", "but", "while", "whereas", "so"].contains(words[first]) {
        first += 1
      }
      guard first < verb, !(verb == first + 1 && pronouns.contains(words[first])) else { continue }
      let subject = text.text(of: first..<verb)
      reader.state(
        subject, by: party.id, duty: subject, at: text, rule: "responsibility-of",
        precedence: .sentence, coordinates: reader.coordinates(words),
        condition: reader.labelAround(text))
      hasFound = true
    }
    return hasFound
  }

  /// The party that a responsibility belongs to, and the first word of both.
  private static func owner(
    of index: Int, in words: [String], _ names: Names
  ) -> (id: String, start: Int)? {
    // "the responsibility of AWS", "the responsibility of the customer".
    if index + 2 < words.count, words[index + 1] == "of" || words[index + 1] == "for" {
      let next = words[index + 2] == "the" ? index + 3 : index + 2
      if next < words.count, let match = names.party(words, at: next), words[index + 1] == "of" {
        return (names.resolved(match.value), words[max(0, index - 1)] == "the" ? index - 1 : index)
      }
    }
    // "the customer's responsibility", "your responsibility".
    for length in [3, 2, 1] where index - length >= 0 {
      let begin = index - length
      let found: String? =
        length == 1 && words[begin] == "your"
        ? Party.customerID
        : names.party(words, at: begin, before: index).flatMap {
          $0.words.count == length ? names.resolved($0.value) : nil
        }
      if let found {
        return (found, begin > 0 && words[begin - 1] == "the" ? begin - 1 : begin)
      }
    }
    return nil
  }

  private static let verbs: Set<String> = [
    "is", "are", "remain", "remains", "stay", "stays", "becomes",
  ]
  private static let adverbs: Set<String> = [
    "solely", "always", "still", "also", "entirely", "only",
  ]
  private static let pronouns: Set<String> = [
    "this", "that", "it", "they", "these", "those", "there", "which", "what",
  ]
  private static let conditionals: Set<String> = ["if", "whether", "who", "unless", "which"]
}
