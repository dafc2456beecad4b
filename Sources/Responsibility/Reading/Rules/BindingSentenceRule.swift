extension ReadingRule {
  /// "AWS is responsible for the security 'of' the cloud": says whose heading is whose, and no more.
  static let bindingSentence = ReadingRule(
    id: "binding-sentence",
    summary:
      "A sentence that gives 'security of' or 'in the cloud' to a party binds the phrase to it."
  ) { text, reader in
    guard text.kind != .heading else { return false }
    let words = text.words.folded
    guard
      words.contains("responsible")
        || words.contains("responsibility") && words.contains(where: { $0 == "is" || $0 == "are" })
    else { return false }
    let sides = words.indices.dropLast(2).filter {
      (words[$0] == "of" || words[$0] == "in") && words[$0 + 1] == "the" && words[$0 + 2] == "cloud"
    }
    guard let side = sides.first, sides.count <= 2, side > 0,
      words[..<side].contains("security") || words[side - 1] == "responsible"
    else { return false }
    // "… for security of the cloud: hardware, facilities" says more than that.
    guard side + 3 >= words.count || sides.count == 2 || !text.isSeparated(before: side + 3) else {
      return false
    }
    return words.indices.contains { reader.names.party(words, at: $0) != nil }
  }

  /// "Security is a shared responsibility between AWS and the customer": names the parties.
  static let sharedSentence = ReadingRule(
    id: "shared-sentence",
    summary: "A sentence that calls security shared names the parties, and gives nobody a duty."
  ) { text, reader in
    guard text.kind != .heading, reader.scope == nil else { return false }
    let words = text.words.folded
    return words.indices.dropLast().contains {
      words[$0] == "shared" && Vocabulary.responsibility.contains(words[$0 + 1])
    } && words.contains { $0 == "between" || $0 == "model" }
  }
}
