extension ReadingRule {
  /// Sentences such as "The customer is responsible for backups".
  static let responsibleSentence = ReadingRule(
    id: "responsible-sentence",
    summary: "A sentence says that a party is responsible for something."
  ) { text, reader in
    guard text.kind != .heading, text.words.folded.contains("responsible") else { return false }
    let stops = Sentences.starts(in: text)
    let found = Responsibles.find(in: text.words.folded, reader.names, stops: stops)
    for sentence in found where !sentence.isNegated {
      sentence.state(
        at: text, rule: "responsible-sentence", condition: reader.labelAround(text), &reader)
    }
    for denied in found where denied.isNegated {
      // "AWS is not responsible for backups; the customer is."
      guard
        let other = Sentences.counterpart(after: denied.object.lowerBound, in: text, reader.names)
      else { continue }
      let object = text.text(of: denied.object.lowerBound..<other.start)
      let coordinates = reader.coordinates(text.words.folded)
      reader.state(
        object, by: other.party, duty: object, at: text, rule: "responsible-sentence",
        precedence: .sentence, coordinates: coordinates)
    }
    return !found.isEmpty
  }
}

/// Where sentences and clauses begin.
enum Sentences {
  /// The words that begin a sentence or a clause behind a semicolon, without the first.
  static func starts(in text: TextBlock) -> Set<Int> {
    var starts: Set<Int> = []
    let bytes = Array(text.text.utf8)
    for word in 1..<max(1, text.words.count) {
      let gap = bytes[text.words.ranges[word - 1].upperBound..<text.words.ranges[word].lowerBound]
      guard gap.count > 1 else { continue }
      for index in gap.indices.dropLast() {
        switch gap[index] {
        case UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
          if gap[index] == UInt8(ascii: ";") || gap[index + 1] == 0x20 { starts.insert(word) }
        default: break
        }
      }
    }
    return starts
  }

  /// A clause that turns a denial round: "; the customer is", ", but you are".
  static func counterpart(
    after start: Int, in text: TextBlock, _ names: Names
  ) -> (party: String, start: Int)? {
    let words = text.words.folded
    guard let verb = words.last, ["is", "are", "does", "do", "must"].contains(verb) else {
      return nil
    }
    for index in stride(from: words.count - 2, through: max(start, words.count - 6), by: -1) {
      guard let match = names.party(words, at: index), match.words.upperBound == words.count - 1
      else { continue }
      var begin = index
      while begin > start, ["the", "but", "that"].contains(words[begin - 1]) { begin -= 1 }
      return (names.resolved(match.value), begin)
    }
    return nil
  }
}

extension NoteReader {
  /// What labels begin with that say nothing about when something holds.
  private var generic: Set<String> {
    ["how", "note", "example", "important", "tip", "remember", "summary", "key", "what", "why", ""]
  }

  /// The strong label that a sentence stands under, as its condition: what "with SSE-KMS" says.
  ///
  /// nil under labels that name parties or services, and under none.
  func labelAround(_ text: TextBlock) -> String? {
    guard scope == nil, let label = headings.last, label.level >= 7 else { return nil }
    guard PartyHeading(label.words, names, bareAllowed: true) == nil,
      names.catalog.placeNames.whole(label.words) == nil,
      !(label.words.count <= 4 && generic.contains(label.words.first ?? ""))
    else { return nil }
    return label.text
  }
}
