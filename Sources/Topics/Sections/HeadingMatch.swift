/// How well a heading names a topic.
struct HeadingMatch: Equatable {
  let score: Double
  let reason: Treatment.Reason

  /// True where the heading says the topic and nothing else.
  var isWhole: Bool { reason == .exact || reason == .alias }

  /// nil where the heading does not name the topic.
  ///
  /// A heading that shares only some of the topic's words does not: "Active Directory Federation" is
  /// not "Identity Federation". Of headings that contain the words, one with fewer others is better.
  init?(_ topic: TopicName, _ heading: TopicName) {
    guard !heading.key.isEmpty, !topic.key.isEmpty, topic.agrees(with: heading) else { return nil }
    if topic.bare == heading.bare {
      (score, reason) = (1, .exact)
    } else if Self.isSame(topic.key, heading.key) {
      (score, reason) = (0.9, .alias)
    } else if Self.contains(heading.content, topic.content) {
      let share = Double(topic.content.count) / Double(heading.content.count)
      (score, reason) = (0.5 + 0.3 * share, .phrase)
    } else if topic.content.count > 1, topic.content.allSatisfy(heading.content.contains) {
      let share = Double(topic.content.count) / Double(heading.content.count)
      (score, reason) = (0.4 + 0.1 * share, .words)
    } else {
      return nil
    }
  }

  /// True for the same words, but for the number of the last.
  private static func isSame(_ key: [String], _ other: [String]) -> Bool {
    guard key.count == other.count, let last = key.last, let otherLast = other.last else {
      return false
    }
    return key.dropLast() == other.dropLast() && Singular.of(last) == Singular.of(otherLast)
  }

  private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    for start in 0...(words.count - phrase.count) where words[start] == first {
      if words[start..<(start + phrase.count)].elementsEqual(phrase) { return true }
    }
    return false
  }
}
