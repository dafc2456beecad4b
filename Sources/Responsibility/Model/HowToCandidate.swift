public import Files

/// Something that may explain a duty: a topic of the notes' next steps, or a section of a note.
///
/// The rooms of one floor do not know each other, so these come as plain values from above.
public struct HowToCandidate: Sendable, Equatable {
  /// What it is.
  private enum Source: Equatable {
    /// A topic or a next step, by its id.
    case named(String)
    /// A note, or a section of it.
    case file(ContentPath)
  }

  private let source: Source
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

  /// What is shown and written for it: `topic:…`, `step:…`, `note:…` or `note:…#anchor`.
  ///
  /// There are several for each note and few are ever shown, so it is put together when it is asked for.
  public var id: String {
    switch source {
    case .named(let id): id
    case .file(let path): "note:\(path)\(anchor.map { "#\($0)" } ?? "")"
    }
  }

  /// Makes a candidate of a topic or a next step.
  public init(id: String, title: String, note: Int?, anchor: String?, isSure: Bool) {
    source = .named(id)
    self.title = title
    self.note = note
    self.anchor = anchor
    self.isSure = isSure
    around = nil
  }

  /// Makes a candidate of a note, or of a section of it.
  public init(
    file: ContentPath, title: String, note: Int, anchor: String? = nil, around: String? = nil
  ) {
    source = .file(file)
    self.title = title
    self.note = note
    self.anchor = anchor
    isSure = true
    self.around = around
  }
}
