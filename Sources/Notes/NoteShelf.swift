internal import Files

/// The notes of one reading, kept for the next: what has not changed since is not read again.
///
/// Whether a file has changed is judged by its stamp. That is for a program that runs while notes are
/// edited; a build that begins anew trusts contents alone.
public struct NoteShelf: Sendable {
  /// A note as it was read, before it was seen beside the others.
  private struct Entry: Sendable {
    let stamp: FileStamp
    let note: Note
  }

  private var entries: [ContentPath: Entry] = [:]
  /// The targets of the former reading's links, by the note's path.
  private var targets: [ContentPath: [LinkTarget]] = [:]
  /// What the former targets depend on.
  private var signature: UInt64?

  /// An empty shelf.
  public init() {}

  /// How many notes lie on it.
  public var count: Int { entries.count }

  /// The note at a path, if it was read from the file with this stamp.
  func note(at path: ContentPath, _ stamp: FileStamp) -> Note? {
    guard let entry = entries[path], entry.stamp == stamp else { return nil }
    return entry.note
  }

  /// True where a note at a path lies on it.
  func isKnown(_ path: ContentPath) -> Bool { entries[path] != nil }

  /// True where the note at a path was read from the file with this stamp.
  func isSame(_ path: ContentPath, _ stamp: FileStamp) -> Bool { entries[path]?.stamp == stamp }

  /// Takes the notes of a reading in place of the former ones; those without a stamp are not kept, and
  /// neither are marks: by the next reading other notes may matter.
  mutating func take(_ notes: [Note], _ stamps: [FileStamp?]) {
    entries.removeAll(keepingCapacity: true)
    entries.reserveCapacity(notes.count)
    for (note, stamp) in zip(notes, stamps) {
      guard let stamp else { continue }
      var kept = note
      kept.isMarked = nil
      entries[note.path] = Entry(stamp: stamp, note: kept)
    }
  }

  /// The targets of the links of a note that is still the same, if nothing has changed since that
  /// links may lead to.
  func targets(of note: Note, _ signature: UInt64) -> [LinkTarget]? {
    guard self.signature == signature, entries[note.path]?.note.fingerprint == note.fingerprint
    else { return nil }
    return targets[note.path]
  }

  /// Takes the targets of a reading.
  mutating func take(_ targets: [[LinkTarget]], of notes: [Note], _ signature: UInt64) {
    self.signature = signature
    self.targets = Dictionary(
      zip(notes.map(\.path), targets), uniquingKeysWith: { first, _ in first })
  }
}
