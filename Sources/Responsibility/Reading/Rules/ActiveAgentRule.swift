extension ReadingRule {
  /// "AWS manages the hypervisor", "The customer patches the guest": a sentence that begins with who.
  static let activeAgent = ReadingRule(
    id: "active-agent",
    summary: "A sentence begins with a party and says what it manages or secures."
  ) { text, reader in
    guard text.kind != .heading, reader.scope == nil else { return false }
    let words = text.words.folded
    var hasFound = false
    guard words.contains(where: { verbs.contains($0) || $0 == "care" }) else { return false }
    let stops = Sentences.starts(in: text)
    for start in [0] + stops.sorted() where start < words.count {
      let first = words[start] == "the" ? start + 1 : start
      guard first < words.count, let match = reader.names.party(words, at: first),
        let object = object(words, behind: match.words.upperBound)
      else { continue }
      let party = reader.names.resolved(match.value)
      let end = stops.filter { $0 > start }.min() ?? words.count
      guard end > object, end - object <= 30, !pronouns.contains(words[object]) else { continue }
      let duty = text.text(of: object..<end)
      reader.state(
        duty, by: party, duty: duty, at: text, rule: "active-agent", precedence: .sentence,
        coordinates: reader.coordinates(Array(words[object..<end])),
        condition: reader.labelAround(text) ?? Conditions.split(duty).condition)
      hasFound = true
    }
    return hasFound
  }

  /// Where what is done begins, behind the verb.
  private static func object(_ words: [String], behind index: Int) -> Int? {
    guard index + 1 < words.count else { return nil }
    if words[index] == "takes" || words[index] == "take", index + 3 < words.count,
      words[index + 1] == "care", words[index + 2] == "of"
    {
      return index + 3
    }
    return verbs.contains(words[index]) ? index + 1 : nil
  }

  /// Third persons as ``Words`` folds them: "manages" has lost its s, as a plural would.
  private static let verbs: Set<String> = [
    "manage", "handle", "patch", "secure", "operate", "maintain",
  ]
  private static let pronouns: Set<String> = [
    "this", "that", "it", "them", "these", "those", "all",
  ]
}
