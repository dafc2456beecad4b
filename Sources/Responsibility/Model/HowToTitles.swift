/// The titles of all that may explain duties, and what has them.
///
/// There are several for each note, and few are ever looked at: those are made when they are asked for.
public struct HowToTitles: Sendable {
  private let titles: TitleWords
  private let make: @Sendable (Int) -> HowToCandidate

  /// Takes titles; `candidate` makes what has the title of that index.
  public init(_ titles: TitleWords, candidate: @escaping @Sendable (Int) -> HowToCandidate) {
    self.titles = titles
    make = candidate
  }

  /// Takes candidates that are made already.
  public init(_ candidates: [HowToCandidate]) {
    var titles = TitleWords(room: candidates.count)
    for candidate in candidates { titles.append(candidate.title, note: candidate.note) }
    self.init(titles) { candidates[$0] }
  }

  var count: Int { titles.count }

  /// The words of a title that say something, each once.
  subscript(candidate: Int) -> ArraySlice<UInt64> { titles[candidate] }

  /// The note that treats a candidate; nil for what is not written yet.
  func note(of candidate: Int) -> Int? { titles.note(of: candidate) }

  /// What has the title of that index.
  func candidate(_ index: Int) -> HowToCandidate { make(index) }
}

/// Titles as numbers, with the notes that they belong to.
public struct TitleWords: Sendable {
  /// The words of all titles that say something, each once in a title.
  private var words: [UInt64] = []
  /// For each title where its words begin; one more for the end.
  private var starts: [Int32] = [0]
  /// For each title its note; -1 for what is not written yet.
  private var notes: [Int32] = []

  /// No titles, and room for some.
  public init(room: Int) {
    words.reserveCapacity(room * 3)
    starts.reserveCapacity(room + 1)
    notes.reserveCapacity(room)
  }

  /// Adds the title of a topic that a note treats, of a note, or of a section of it.
  public mutating func append(_ title: String, note: Int?) {
    HowToWords.read(title, to: &words)
    starts.append(Int32(clamping: words.count))
    notes.append(Int32(clamping: note ?? -1))
  }

  var count: Int { notes.count }

  subscript(title: Int) -> ArraySlice<UInt64> {
    words[Int(starts[title])..<Int(starts[title + 1])]
  }

  func note(of title: Int) -> Int? { notes[title] < 0 ? nil : Int(notes[title]) }
}
