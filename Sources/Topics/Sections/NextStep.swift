/// A link in a section that says what comes next.
public struct NextStep: Sendable, Equatable {
  /// The index of the note that says so.
  public let note: Int
  /// The index of the link in that note's document.
  public let link: Int
  /// Its place among the next steps of the note, from 1.
  public let order: Int
  /// The label, on one line; the target's title where the link has none.
  public let label: String
  /// From 1, in the file.
  public let line: Int
  /// From 1, in UTF-8 bytes; 0 where that is not known.
  public let column: Int
  /// The index of the topic's node; nil where it leads out of the notes.
  public internal(set) var topic: Int?
  /// The node of the note that it leads to, written or wanted; a folder's own note for a folder.
  public internal(set) var end: Int?
  /// The section that treats the topic; nil where none was found.
  public internal(set) var treatment: Treatment?
  /// The note that a reader comes to: the one it leads to; where that is not written, the one that
  /// treats the topic; nil for none.
  public internal(set) var destination: Int?
}

/// Where a topic is treated.
public struct Treatment: Sendable, Equatable {
  /// Why a section is taken to treat a topic; the surest first.
  public enum Reason: String, Sendable, CaseIterable {
    /// The author's link names the section.
    case anchor
    /// The heading is the label, but for case, punctuation, vendor and acronym.
    case exact
    /// The heading is another name of the topic.
    case alias
    /// The heading contains the topic's words as a phrase.
    case phrase
    /// The heading contains all of the topic's words.
    case words
    /// A next step leads to the note, but none of its sections was found to treat the topic.
    case target
  }

  /// The index of the note.
  public let note: Int
  /// The index of the heading in its document; nil for the note as a whole.
  public let heading: Int?
  /// The section's anchor; nil for the note as a whole.
  public let anchor: String?
  /// 0 to 1: how sure it is.
  public let score: Double
  /// Why.
  public let reason: Reason
}
