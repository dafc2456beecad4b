/// Words that the reading rules look for, folded.
enum Vocabulary {
  /// Words for what a party has to do.
  static let responsibility: Set<String> = [
    "responsibility", "duty", "obligation", "task", "job", "verantwortung", "verantwortlichkeit",
    "verantwortlichkeiten", "pflichten", "aufgaben", "responsabilité", "responsabilités",
    "responsabilidad", "responsabilidades", "responsabilità", "responsabilidade",
    "responsabilidade",
    "responsabilitie",
  ]

  /// Words that may stand around a party in a heading and say nothing.
  static let connectives: Set<String> = [
    "a", "an", "the", "of", "for", "in", "on", "to", "and", "with", "what", "which", "when",
    "using",
    "under", "at", "by", "our", "own", "main", "key", "your", "s", "security", "side", "part",
    "are",
    "is", "remain", "remains", "solely", "fully", "always", "area", "de", "des", "du", "del",
    "della",
    "do", "der", "die", "das", "la", "le", "el", "il", "les", "los", "von", "d", "l", "vom", "beim",
    "list", "examples", "example", "service", "services", "cloud", "summary", "overview",
  ]

  /// Words that turn a sentence round.
  static let negations: Set<String> = [
    "not", "never", "neither", "nor", "doesn", "isn", "aren", "won", "cannot", "nobody", "none",
  ]

  /// Words for who looks after something, in the passive.
  static let lookedAfter: Set<String> = [
    "managed", "handled", "operated", "secured", "maintained", "patched", "owned",
  ]

  /// Verbs of a sentence that goes on with what a party has to do.
  static let doing: Set<String> = [
    "responsible", "manage", "handle", "secure", "operate", "maintain", "must", "look", "care",
    "do",
    "does", "need", "should",
  ]

  /// Headings of sections that ask and answer; what stands there claims nothing.
  static let quiz: Set<String> = [
    "quiz", "question", "exam", "flashcard", "test", "exercise", "answer", "practice",
  ]

  /// True for a responsibility word among others.
  static func speaksOfResponsibility(_ words: [String]) -> Bool {
    words.contains {
      $0.hasPrefix("responsib") || $0.hasPrefix("responsab") || $0.hasPrefix("verantwort")
        || $0 == "raci" || $0.hasPrefix("accountab")
    }
  }
}
