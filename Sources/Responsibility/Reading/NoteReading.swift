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

  /// Reads one of the notes: they are large values, and most are looked at in place and no further.
  init(of notes: [Note], at index: Int, _ catalog: Catalog, _ parties: PartySigns) {
    path = notes[index].path
    guard notes[index].isMarked ?? Self.isWorthReading(notes, index, parties),
      let outline = notes[index].document.outline
    else { return }
    let note = notes[index]
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
  static func isWorthReading(_ notes: [Note], _ note: Int, _ parties: PartySigns) -> Bool {
    guard let outline = notes[note].document.outline else { return false }
    if notes[note].frontMatter.responsibility != nil { return true }
    let mayClaim = notes[note].document.plain.withUnsafeBufferPointer { plain in
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
      || notes[note].document.links.indices.contains { index in
        notes[note].document.links[index].kind.isImage
          && notes[note].document.links[index].alternative.isEmpty
          && Vocabulary.speaksOfResponsibility(
            Words(notes[note].document.links[index].destination).folded)
      }
  }

  /// True where two readings say the same in the same places.
  func isAlike(_ other: NoteReading) -> Bool {
    statements == other.statements && findings == other.findings
      && categories.elementsEqual(other.categories, by: ==) && activities == other.activities
      && reviewed?.date == other.reviewed?.date && reviewed?.line == other.reviewed?.line
  }

  /// The last day on which the note's review is not stale: a year after it; nil without one.
  var reviewHolds: CalendarDate? {
    reviewed.flatMap { reviewed in
      CalendarDate(
        year: reviewed.date.year + 1, month: reviewed.date.month, day: min(reviewed.date.day, 28))
    }
  }

  /// The finding of a note whose review lies more than a year back.
  func staleReview(_ today: CalendarDate) -> Finding? {
    guard let reviewed, let last = reviewHolds, last < today else { return nil }
    return Finding(
      .matrixReviewStale, at: Place(path.string, line: reviewed.line),
      "who does what was last reviewed on \(reviewed.date)",
      help: "read it again, and write the day under 'reviewed'")
  }
}
