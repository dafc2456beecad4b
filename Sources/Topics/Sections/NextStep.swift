/// A link in a section that says what comes next.
public struct NextStep: Sendable, Equatable {
  // There are many: numbers are kept in half of what they are given in.
  private let source: Int32
  private let place: Int32
  private let rank: Int32
  private let lineNumber: Int32
  private let columnNumber: Int32
  private var topicNode: Int32 = -1
  private var endNode: Int32 = -1
  private var reached: Int32 = -1
  /// The label, on one line; the target's title where the link has none.
  public let label: String
  /// The section that treats the topic; nil where none was found.
  public internal(set) var treatment: Treatment?

  init(note: Int, link: Int, order: Int, label: String, line: Int, column: Int) {
    source = Int32(clamping: note)
    place = Int32(clamping: link)
    rank = Int32(clamping: order)
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
    self.label = label
  }

  /// The index of the note that says so.
  public var note: Int { Int(source) }
  /// The index of the link in that note's document.
  public var link: Int { Int(place) }
  /// Its place among the next steps of the note, from 1.
  public var order: Int { Int(rank) }
  /// From 1, in the file.
  public var line: Int { Int(lineNumber) }
  /// From 1, in UTF-8 bytes; 0 where that is not known.
  public var column: Int { Int(columnNumber) }

  /// The index of the topic's node; nil where it leads out of the notes.
  public internal(set) var topic: Int? {
    get { topicNode < 0 ? nil : Int(topicNode) }
    set { topicNode = Int32(clamping: newValue ?? -1) }
  }

  /// The node of the note that it leads to, written or wanted; a folder's own note for a folder.
  public internal(set) var end: Int? {
    get { endNode < 0 ? nil : Int(endNode) }
    set { endNode = Int32(clamping: newValue ?? -1) }
  }

  /// The note that a reader comes to: the one it leads to; where that is not written, the one that
  /// treats the topic; nil for none.
  public internal(set) var destination: Int? {
    get { reached < 0 ? nil : Int(reached) }
    set { reached = Int32(clamping: newValue ?? -1) }
  }
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

  private let place: Int32
  private let headingPlace: Int32
  /// The section's anchor; nil for the note as a whole.
  public let anchor: String?
  /// 0 to 1: how sure it is.
  public let score: Double
  /// Why.
  public let reason: Reason

  init(note: Int, heading: Int?, anchor: String?, score: Double, reason: Reason) {
    place = Int32(clamping: note)
    headingPlace = Int32(clamping: heading ?? -1)
    self.anchor = anchor
    self.score = score
    self.reason = reason
  }

  /// The index of the note.
  public var note: Int { Int(place) }
  /// The index of the heading in its document; nil for the note as a whole.
  public var heading: Int? { headingPlace < 0 ? nil : Int(headingPlace) }
}
