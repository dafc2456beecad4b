extension ReadingRule {
  /// "### Key rotation", "AWS-managed key:", "- Everything is handled by AWS".
  static let everythingHandled = ReadingRule(
    id: "everything-handled",
    summary: "A text says that everything is managed by a party: the section says what."
  ) { text, reader in
    guard text.kind != .heading, reader.scope == nil else { return false }
    let words = text.words.folded
    // "Everything is handled by AWS" and no more: what goes on may take something away again.
    guard words.count >= 5, words.count <= 9, words[0] == "everything" || words[0] == "all",
      let verb = words.firstIndex(of: "is"), verb <= 3,
      words[1..<verb].allSatisfy({ ["of", "it", "this", "else", "here"].contains($0) })
    else { return false }
    var index = verb + 1
    while index < words.count, ["fully", "entirely", "completely", "always"].contains(words[index])
    {
      index += 1
    }
    guard index + 2 < words.count, Vocabulary.lookedAfter.contains(words[index]),
      words[index + 1] == "by"
    else { return false }
    let start = words[index + 2] == "the" ? index + 3 : index + 2
    guard start < words.count, let match = reader.names.party(words, at: start),
      match.words.upperBound == words.count,
      let heading = reader.headings.last(where: { $0.level <= 6 && $0.level > 1 }),
      !heading.isAboutResponsibility, !heading.words.isEmpty, heading.words.count <= 5
    else { return false }
    reader.state(
      heading.text, by: reader.names.resolved(match.value), duty: heading.text, at: text,
      rule: "everything-handled", precedence: .sentence,
      coordinates: reader.coordinates(heading.words), condition: reader.labelBefore,
      quote: text.text)
    return true
  }
}

extension NoteReader {
  /// The label that the list stands under, as a condition: "AWS-managed key:" says when.
  ///
  /// nil for a label that is a heading of its own, and without one.
  fileprivate var labelBefore: String? {
    guard let label = introduction else { return nil }
    var text = label
    while let last = text.last, last == ":" || last == " " { text.removeLast() }
    return text.isEmpty ? nil : text
  }
}
