/// Something that may explain a duty: a topic of the notes' next steps, or a section of a note.
///
/// The rooms of one floor do not know each other, so these come as plain values from above.
public struct HowToCandidate: Sendable, Equatable {
  /// What is shown and written for it: `topic:…`, `note:…` or `note:…#anchor`.
  public let id: String
  /// The topic's label or the section's heading.
  public let title: String
  /// The index of the note that treats it; nil for what is not written yet.
  public let note: Int?
  /// The section; nil for the note as a whole.
  public let anchor: String?
  /// True where that note is known to treat it, and not only where a link leads.
  public let isSure: Bool
  /// The section around it, where that is a part of the note and not the whole; nil without one.
  public let around: String?

  /// Makes a candidate.
  public init(
    id: String, title: String, note: Int?, anchor: String?, isSure: Bool, around: String? = nil
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.anchor = anchor
    self.isSure = isSure
    self.around = around
  }
}
