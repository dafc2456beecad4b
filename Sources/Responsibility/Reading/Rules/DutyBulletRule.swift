internal import Markup

extension ReadingRule {
  /// An item below a party's heading.
  static let dutyBullet = ReadingRule(
    id: "duty-bullet", summary: "An item of a list below a party's heading is a duty of that party."
  ) { text, reader in
    guard text.kind == .item, let scope = reader.scope, scope.level < 8 + Int(text.block.depth)
    else { return false }
    // An item that only introduces what lies below it is no duty; its children are.
    if text.endsInColon, text.hasChildren { return true }
    // Neither are services under "managed services:" and the like, nor an empty item.
    guard !text.words.isEmpty, text.words.count <= 80 else { return true }
    guard !DutyText.isNegated(text.words.folded, reader.names) else { return true }
    let led = LeadingPlace(text, reader.names)
    let start = led?.end ?? 0
    let duty = text.text(from: start)
    // "**Operating system:** patches within a week" is about the operating system.
    var subject: String?
    if start == 0, text.strongWords > 0, text.strongWords < text.words.count,
      text.isSeparated(before: text.strongWords)
    {
      subject = text.text(of: 0..<text.strongWords)
    }
    DutyText.state(
      duty, at: text, party: scope.party, rule: "duty-bullet", places: led?.places ?? [],
      subject: subject, &reader)
    return true
  }
}

/// A service, category or model that a text begins with: "for EC2: …", "**RDS** – …".
struct LeadingPlace {
  let places: [Catalog.Place]
  /// The first word behind it.
  let end: Int

  init?(_ text: TextBlock, _ names: Names) {
    let words = text.words.folded
    var index = 0
    while index < words.count, ["for", "on", "in", "with", "the", "under"].contains(words[index]) {
      index += 1
    }
    var places: [Catalog.Place] = []
    while index < words.count {
      if let match = names.place(words, at: index) {
        places.append(match.value)
        index = match.words.upperBound
      } else if words[index] == "and" || words[index] == "or", !places.isEmpty {
        index += 1
      } else {
        break
      }
    }
    guard !places.isEmpty, index < words.count, text.isSeparated(before: index) else { return nil }
    self.places = places
    end = index
  }
}
