extension ReadingRule {
  /// "**for EC2:** customer is responsible for everything except …".
  static let serviceBullet = ReadingRule(
    id: "service-bullet",
    summary: "A text that begins with a service and a colon says who is responsible there."
  ) { text, reader in
    guard text.kind != .heading, let lead = LeadingPlace(text, reader.names) else { return false }
    let sentences = Responsibles.find(in: text.words.folded, from: lead.end, reader.names)
    guard !sentences.isEmpty else { return false }
    for sentence in sentences where !sentence.isNegated {
      sentence.state(at: text, rule: "service-bullet", places: lead.places, &reader)
    }
    return true
  }
}
