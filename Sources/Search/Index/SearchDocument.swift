/// Something that can be found: a page with its sections.
public struct SearchDocument: Sendable {
  /// What kind of page it is.
  public enum Kind: String, Sendable {
    /// A note.
    case note
    /// A topic of the graph.
    case topic
    /// A row of the responsibility matrix.
    case control
  }

  /// A heading and the text that follows it.
  public struct Section: Sendable {
    /// Its heading; empty for what stands before the first.
    public var heading: String
    /// Where a link leads to, without `#`; empty where it leads to the page.
    public var anchor: String
    /// 1 to 6; 0 for what stands before the first heading.
    public var level: Int
    /// Its text in the document's.
    public var text: Range<Int>

    /// Makes a section.
    public init(heading: String, anchor: String, level: Int, text: Range<Int>) {
      self.heading = heading
      self.anchor = anchor
      self.level = level
      self.text = text
    }
  }

  /// Something that results can be narrowed down to.
  public struct Facet: Sendable, Hashable {
    /// What kind of facet it is.
    public enum Kind: String, Sendable, CaseIterable {
      /// A folder, with all that is below it.
      case folder = "in"
      /// A tag.
      case tag
      /// A topic.
      case topic
      /// A party that is responsible.
      case party
      /// A layer of the stack.
      case layer
      /// A service.
      case service
    }

    /// What kind of facet it is.
    public var kind: Kind
    /// How people write it.
    public var label: String

    /// Makes a facet.
    public init(_ kind: Kind, _ label: String) {
      self.kind = kind
      self.label = label
    }
  }

  /// What kind of page it is.
  public var kind = Kind.note
  /// Its address from the root of the site, percent-encoded; it may have a fragment.
  public var address: String
  /// Its title.
  public var title: String
  /// The titles of the folders that it lies in, from the outermost inwards.
  public var trail: [String] = []
  /// Other names for it.
  public var aliases: [String] = []
  /// Text that is searched and not shown: tags, a description.
  public var keywords: [String] = []
  /// Its sections; the first is what stands before the first heading.
  public var sections: [Section]
  /// The text of all sections, in UTF-8; blocks end with a line feed.
  public var text: [UInt8]
  /// What results can be narrowed down to.
  public var facets: [Facet] = []
  /// How many other pages point at it.
  public var inDegree = 0

  /// Makes a document.
  public init(address: String, title: String, sections: [Section], text: [UInt8]) {
    self.address = address
    self.title = title
    self.sections = sections
    self.text = text
  }

  /// A document of one section.
  public init(kind: Kind, address: String, title: String, text: String) {
    let bytes = Array(text.utf8)
    self.init(
      address: address, title: title,
      sections: [Section(heading: "", anchor: "", level: 0, text: 0..<bytes.count)], text: bytes)
    self.kind = kind
  }
}
