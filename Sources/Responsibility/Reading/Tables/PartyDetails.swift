/// What stands in parentheses behind parties: "Shared (AWS: hypervisor; customer: guest)".
enum PartyDetails {
  /// A part for each "party: duty"; nil where the text has another form.
  static func parts(_ note: String, _ names: Names) -> [Part]? {
    var parts: [Part] = []
    for piece in note.split(separator: ";") {
      guard let colon = piece.firstIndex(of: ":") else { return nil }
      let words = Words(String(piece[..<colon])).folded
      guard let match = names.party(words, at: 0), match.words.count == words.count else {
        return nil
      }
      let party = names.resolved(match.value)
      var duty = Catalog.trimmed(piece[piece.index(after: colon)...])
      var condition: String?
      if duty.hasSuffix("]"), let open = duty.lastIndex(of: "["),
        let inner = bracketed(String(duty[duty.index(after: open)...].dropLast()))
      {
        condition = inner
        duty = Catalog.trimmed(duty[..<open])
      } else {
        condition = Conditions.split(duty).condition
      }
      let said = Words(duty)
      parts.append(
        Part(
          party: party, involvement: Involvement.of(said, by: party, names), duty: duty,
          dependsOn: Dependence.party(before: party, in: said, names), condition: condition))
    }
    return parts.isEmpty ? nil : parts
  }

  /// What stands in brackets, where it is a condition: "if …", "when: …".
  private static func bracketed(_ text: String) -> String? {
    if text.hasPrefix("when: ") { return String(text.dropFirst("when: ".count)) }
    let first = Words(text).folded.first ?? ""
    return ["if", "unless", "only", "except", "when"].contains(first) ? text : nil
  }
}
