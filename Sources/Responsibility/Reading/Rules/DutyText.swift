/// What bullets and leads have in common: a text that says what somebody has to do.
enum DutyText {
  /// States a duty, at the places that the text or its headings name.
  static func state(
    _ duty: String, at text: TextBlock, party: String, rule: String,
    precedence: Claim.Precedence = .bullet, places: [Catalog.Place] = [], subject: String? = nil,
    _ reader: inout NoteReader
  ) {
    let words = Words(duty)
    guard !words.isEmpty else { return }
    let coordinates = reader.coordinates(words.folded, places: places)
    reader.state(
      subject ?? duty, by: party, duty: duty, at: text, rule: rule, precedence: precedence,
      coordinates: coordinates)
  }

  /// True where the text says that somebody does not do it: "AWS does not patch", "not responsible".
  ///
  /// "Do not share keys" is a duty like any other, and so is "buckets are not public".
  static func isNegated(_ words: [String], _ names: Names) -> Bool {
    for index in words.indices {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if words[index] == "not",
        next == "responsible"
          || next == "the" && index + 2 < words.count
            && Vocabulary.responsibility.contains(words[index + 2])
      {
        return true
      }
      if words[index] == "no", next == "longer" { return true }
      guard Vocabulary.negations.contains(words[index]), index > 0, index <= 4 else { continue }
      // The subject stands before the verb: "AWS does not", "the provider never".
      let before = 0..<index
      if before.contains(where: { reader(words, at: $0, names) }) { return true }
      if ["does", "is", "are", "will"].contains(words[0]) { return true }
    }
    return words.first.map { ["not", "doesn", "isn", "aren", "won"].contains($0) } ?? false
  }

  private static func reader(_ words: [String], at index: Int, _ names: Names) -> Bool {
    names.party(words, at: index) != nil || names.place(words, at: index)?.value.axis == .service
  }
}
