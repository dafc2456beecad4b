internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// What reading one note gave.
struct NoteReading: Sendable {
  var statements: [Statement] = []
  var findings: [Finding] = []
  var categories: [(service: String, category: String, line: Int)] = []
  var activities: [String: String] = [:]
  private var reviewed: (date: CalendarDate, line: Int)?
  private let path: ContentPath

  init(_ note: Note, at index: Int, _ catalog: Catalog) {
    path = note.path
    guard let outline = note.document.outline, Self.isWorthReading(note, outline) else { return }
    var reader = NoteReader(note, at: index, outline, catalog: catalog)
    guard !reader.settings.isOff else { return }
    reader.read()
    statements = reader.statements
    findings = reader.findings
    categories = reader.categories
    activities = reader.activities
    reviewed = reader.settings.reviewed
  }

  /// True where a cheap look finds a word without which no rule reads anything: most notes have none.
  private static func isWorthReading(_ note: Note, _ outline: Outline) -> Bool {
    if note.frontMatter.responsibility != nil { return true }
    if outline.blocks.contains(where: { $0.kind == .table }) { return true }
    return note.document.plain.withUnsafeBufferPointer { Signs.areIn($0) }
      || outline.comments.contains { $0.text.contains("responsibility:") }
      || note.document.links.contains {
        $0.kind.isImage && $0.alternative.isEmpty
          && Vocabulary.speaksOfResponsibility(Words($0.destination).folded)
      }
  }

  /// The finding of a note whose review lies more than a year back.
  func staleReview(_ today: CalendarDate) -> Finding? {
    guard let reviewed,
      let due = CalendarDate(
        year: reviewed.date.year + 1, month: reviewed.date.month, day: min(reviewed.date.day, 28)),
      due < today
    else { return nil }
    return Finding(
      .matrixReviewStale, at: Place(path.string, line: reviewed.line),
      "who does what was last reviewed on \(reviewed.date)",
      help: "read it again, and write the day under 'reviewed'")
  }
}

/// Bytes without which a text says nothing of responsibility.
enum Signs {
  /// True where one of them occurs, in any case.
  ///
  /// Each is looked for by a letter of it that is not frequent.
  static func areIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] | 0x20 {
      case UInt8(ascii: "p"):
        if matches("esponsib", text, index - 2) || matches("esponsab", text, index - 2)
          || matches("patch", text, index) || matches("operates", text, index - 1)
        {
          return true
        }
      case UInt8(ascii: "w"): if matches("antwort", text, index - 3) { return true }
      case UInt8(ascii: "c"): if matches("the cloud", text, index - 4) { return true }
      case UInt8(ascii: "b"):
        if matches("ed by ", text, index - 3) || matches("obligation", text, index - 1) {
          return true
        }
      case UInt8(ascii: "g"): if matches("manage", text, index - 4) { return true }
      case UInt8(ascii: "k"):
        if matches("take care", text, index - 2) || matches("takes care", text, index - 2) {
          return true
        }
      case UInt8(ascii: "d"): if matches("er side", text, index - 5) { return true }
      case UInt8(ascii: "u"): if matches("duties", text, index - 1) { return true }
      case UInt8(ascii: "f"): if matches("flicht", text, index) { return true }
      default: break
      }
    }
    return false
  }

  private static func matches(
    _ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[start + offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }
}
