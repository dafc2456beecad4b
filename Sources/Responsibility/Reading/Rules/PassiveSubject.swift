/// What a passive sentence is about: the words before "is managed by".
struct PassiveSubject {
  let text: String

  /// nil where the words only point at something: "it", "these", "everything".
  ///
  /// "These new updates" point as well, and say at what: with the heading they stand under they are
  /// understood elsewhere.
  init?(_ range: Range<Int>, of text: TextBlock, _ headings: [NoteReader.Heading]) {
    let words = text.words.folded
    var start = range.lowerBound
    if Self.pointers.contains(words[start]), range.count > 2,
      let heading = headings.last(where: { $0.level <= 6 && !$0.words.isEmpty })
    {
      self.text = "\(text.text(of: (start + 1)..<range.upperBound)) (\(heading.text))"
      return
    }
    guard !Self.pronouns.contains(words[start]) else { return nil }
    // "The overhead of managing keys" is managing keys.
    if range.count > 3, words[start] == "the", Self.burdens.contains(words[start + 1]),
      words[start + 2] == "of"
    {
      start += 3
    }
    self.text = text.text(of: start..<range.upperBound)
  }

  private static let pointers: Set<String> = ["this", "that", "these", "those", "such"]
  private static let burdens: Set<String> = ["overhead", "burden", "task", "work", "effort", "job"]
  private static let pronouns: Set<String> = [
    "it", "this", "that", "these", "those", "they", "everything", "all", "there", "which", "some",
  ]
}
