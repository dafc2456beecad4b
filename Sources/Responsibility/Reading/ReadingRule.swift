/// A way in which notes say who does what: a name and a function.
///
/// The next rule is a new file.
struct ReadingRule: Sendable {
  /// Lower-case words joined by `-`.
  let id: String
  /// What it reads, in one sentence.
  let summary: String
  /// Reads a text; true where it was the rule's, and no other rule is to be asked.
  let read: @Sendable (TextBlock, inout NoteReader) -> Bool

  /// The rules for headings, paragraphs and items, in the order in which they are asked.
  static let texts: [ReadingRule] = [
    .bindingSentence, .sharedSentence, .partyHeading, .serviceBullet, .dutyBullet,
    .responsibleSentence, .responsibilityOf, .everythingHandled, .passiveAgent, .activeAgent,
    .onSide,
  ]

  /// What is said of a rule by its id, those of tables and of the data file included.
  static func summary(of id: String) -> String? { summaries[id] }

  private static let summaries = Dictionary(
    texts.map { ($0.id, $0.summary) } + TableRule.all.map { ($0.id, $0.summary) } + others,
    uniquingKeysWith: { first, _ in first })

  /// Rules that are no functions of a text.
  private static let others = [
    ("data-file", "responsibilities.yml says so."),
    ("override", "responsibilities.yml settles it, with a reason."),
  ]
}
