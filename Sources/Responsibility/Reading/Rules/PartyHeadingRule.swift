extension ReadingRule {
  /// "## AWS responsibilities", "**Security in the Cloud**", "- **Customer:** …".
  static let partyHeading = ReadingRule(
    id: "party-heading",
    summary:
      "A heading, a strong paragraph or the strong beginning of a text names whose duties follow."
  ) { text, reader in
    guard reader.mayHead(text) else { return false }
    let isBareAllowed = reader.isAboutResponsibility || reader.settings.isDeclared
    if text.isLabel || text.kind == .item && text.strongWords == text.words.count
      || text.kind == .item && text.hasChildren && text.strongWords == 0
    {
      guard
        let heading = PartyHeading(
          text.words.folded, reader.names, bareAllowed: isBareAllowed && text.words.count <= 4)
      else { return false }
      reader.open(heading, at: text)
      return true
    }
    if text.kind == .paragraph, text.endsInColon, text.strongWords == 0,
      let heading = PartyHeading(text.words.folded, reader.names, bareAllowed: isBareAllowed)
    {
      reader.open(heading, at: text)
      return true
    }
    // "**Customer responsibility** - Security **IN** the Cloud", "**You:** data, accounts".
    guard text.strongWords > 0, text.strongWords < text.words.count else { return false }
    let lead = Array(text.words.folded[..<text.strongWords])
    let isSeparated =
      text.isSeparated(before: text.strongWords)
      || text.text(of: 0..<text.strongWords).utf8.count < text.text.utf8.count
        && text.gap(before: text.strongWords).contains(":")
    if let whole = PartyHeading(text.words.folded, reader.names, bareAllowed: false) {
      reader.open(whole, at: text)
      return true
    }
    guard isSeparated, let heading = PartyHeading(lead, reader.names, bareAllowed: isBareAllowed)
    else { return false }
    let rest = text.text(from: text.strongWords)
    reader.open(heading, at: text)
    guard !DutyText.isNegated(Words(rest).folded, reader.names) else { return true }
    DutyText.state(rest, at: text, party: heading.party, rule: "party-heading", &reader)
    return true
  }
}
