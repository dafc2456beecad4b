public import Files

/// Where a link leads, once everything is known.
public struct LinkTarget: Sendable, Equatable {
  /// What is at the other end.
  public enum End: Sendable, Equatable {
    /// A note, by its index.
    case note(Int)
    /// A folder's page, by the folder's index.
    case folder(Int)
    /// A file that is no note: a picture, a download.
    case file(ContentPath)
    /// A note that is not written yet.
    case wanted(ContentPath)
    /// A file that is not there.
    case missing(ContentPath)
    /// A place outside the folder of notes.
    case outside
    /// An address of its own: http, https, mailto, tel.
    case external
    /// Nothing: the address is empty.
    case nowhere

    /// True where a link cannot be written as a link.
    public var isUnsettled: Bool {
      switch self {
      case .wanted, .missing, .outside, .nowhere: true
      case .note, .folder, .file, .external: false
      }
    }
  }

  /// What an author may want to know about a link that resolves.
  public enum Remark: Sendable, Equatable {
    /// The name differs in case; the right one.
    case otherCase(String)
    /// The note's ending was left out.
    case withoutExtension
    /// The link names a folder.
    case toFolder
    /// The link begins with a slash.
    case fromRoot
    /// The section is not there; the nearest one that is.
    case anchorMissing(String, nearest: String?)
    /// A wikilink that several notes answer to.
    case ambiguous([ContentPath])
  }

  /// What is at the other end.
  public var end: End
  /// The section, as the target has it; nil for the whole page, also where the section is missing.
  public var anchor: String?
  /// What an author may want to know.
  public var remarks: [Remark]

  /// Makes a target.
  public init(_ end: End, anchor: String? = nil, remarks: [Remark] = []) {
    self.end = end
    self.anchor = anchor
    self.remarks = remarks
  }
}
