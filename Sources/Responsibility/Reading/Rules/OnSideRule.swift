extension ReadingRule {
  /// "Security of key generation is on the customer side".
  static let onSide = ReadingRule(
    id: "on-side", summary: "A sentence says on whose side something is."
  ) { text, reader in
    guard text.kind != .heading, reader.scope == nil else { return false }
    let words = text.words.folded
    for index in words.indices where index > 1 && words[index] == "side" {
      for length in [2, 1] where index - length > 2 {
        let begin = index - length
        guard let match = reader.names.party(words, at: begin, before: index),
          match.words.count == length
        else { continue }
        let on = words[begin - 1] == "the" ? begin - 2 : begin - 1
        guard on > 1, words[on] == "on", words[on - 1] == "is" || words[on - 1] == "are",
          !words[..<on].contains(where: Vocabulary.negations.contains)
        else { continue }
        let subject = text.text(of: 0..<(on - 1))
        reader.state(
          subject, by: reader.names.resolved(match.value), duty: subject, at: text, rule: "on-side",
          precedence: .sentence, coordinates: reader.coordinates(Array(words[..<(on - 1)])),
          condition: reader.labelAround(text))
        return true
      }
    }
    return false
  }
}
