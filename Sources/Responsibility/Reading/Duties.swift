/// What a duty's own words say of how a party takes part.
enum Involvement {
  /// `assists` for what a provider only supplies: the other side has to switch it on.
  static func of(_ duty: Words, by party: String, _ names: Names) -> Part.Involvement {
    guard !names.isCustomer(party), let first = duty.folded.first else {
      return .responsible
    }
    return supplying.contains(first) ? .assists : .responsible
  }

  private static let supplying: Set<String> = [
    "offer", "offers", "offering", "supply", "supplies", "supplying", "provide", "provides",
    "providing", "assist", "assists", "assisting",
  ]
}

/// A duty that can only be done once somebody else has acted.
enum Dependence {
  /// The id of the party that has to act first: "after AWS has released it", "once Red Hat …".
  static func party(before party: String, in duty: Words, _ names: Names) -> String? {
    let words = duty.folded
    for index in words.indices.dropLast() where starters.contains(words[index]) {
      for next in (index + 1)..<min(index + 4, words.count) {
        if let found = names.party(words, at: next) {
          let id = names.resolved(found.value)
          if id != party { return id }
        }
      }
    }
    return nil
  }

  private static let starters: Set<String> = ["after", "once", "until", "when"]
}

/// Conditions within a text: "if …", "unless …", "only for …".
enum Conditions {
  /// The text, and the condition in it as written; nil where it has none.
  static func split(_ text: String, _ known: Words? = nil) -> (text: String, condition: String?) {
    let words = known ?? Words(text)
    for index in words.folded.indices where begins(words.folded, at: index) {
      let start = words.ranges[index].lowerBound
      var condition = String(decoding: Array(text.utf8)[start...], as: UTF8.self)
      while let last = condition.last, ".;,)] ".contains(last) { condition.removeLast() }
      var rest = String(decoding: Array(text.utf8)[..<start], as: UTF8.self)
      while let last = rest.last, ";,([ -\u{2013}\u{2014}".contains(last) { rest.removeLast() }
      return (index == 0 ? text : rest, condition)
    }
    return (text, nil)
  }

  private static func begins(_ words: [String], at index: Int) -> Bool {
    switch words[index] {
    case "if", "unless", "except": return true
    case "only":
      return index + 1 < words.count && ["if", "when", "where", "for"].contains(words[index + 1])
    default: return false
    }
  }
}
