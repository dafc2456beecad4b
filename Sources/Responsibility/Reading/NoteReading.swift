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

  init(_ note: Note, at index: Int, _ catalog: Catalog, _ parties: PartySigns) {
    path = note.path
    guard let outline = note.document.outline, Self.isWorthReading(note, outline, parties) else {
      return
    }
    var reader = NoteReader(note, at: index, outline, catalog: catalog, signs: parties)
    guard !reader.settings.isOff else { return }
    reader.read()
    statements = reader.statements
    findings = reader.findings
    categories = reader.categories
    activities = reader.activities
    reviewed = reader.settings.reviewed
  }

  /// True where a cheap look finds something without which no rule reads anything: most notes have none.
  private static func isWorthReading(
    _ note: Note, _ outline: Outline, _ parties: PartySigns
  ) -> Bool {
    if note.frontMatter.responsibility != nil { return true }
    let mayClaim = note.document.plain.withUnsafeBufferPointer { plain in
      parties.mayClaim(plain)
        || outline.blocks.indices.contains { index in
          switch outline.blocks[index].kind {
          case .table: parties.mayRead(table: index, of: outline, in: plain)
          case .heading:
            parties.isMatter(UnsafeBufferPointer(rebasing: plain[outline.blocks[index].plain]))
          default: false
          }
        }
    }
    return mayClaim
      || outline.comments.contains { $0.text.contains("responsibility:") }
      || note.document.links.indices.contains { index in
        note.document.links[index].kind.isImage && note.document.links[index].alternative.isEmpty
          && Vocabulary.speaksOfResponsibility(
            Words(note.document.links[index].destination).folded)
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
