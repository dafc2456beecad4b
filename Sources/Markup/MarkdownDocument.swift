/// What a note's Markdown says, as compact values: its HTML with holes where links and pictures are
/// still to be resolved, its headings, links, and plain text.
public struct MarkdownDocument: Sendable {
  /// The HTML of the body; `holes` say where links and pictures belong.
  public internal(set) var html = HTML()
  /// Places in `html` that are filled in once it is known where the links lead, in order.
  public internal(set) var holes: [Hole] = []
  /// The headings, in order.
  public internal(set) var headings: [Heading] = []
  /// The links and pictures, in order.
  public internal(set) var links: [Link] = []
  /// The text without markup, in UTF-8; blocks end with a line feed.
  public internal(set) var plain: [UInt8] = []
  /// How many runs of bytes `plain` has that are no white space.
  public internal(set) var wordCount = 0
  /// The range in `plain` of the first paragraph that can stand for the note; empty without one.
  public internal(set) var lead: Range<Int> = 0..<0
  /// Anchors that raw HTML sets (`<a id="…">`).
  public internal(set) var rawAnchors: [String] = []
  /// Comments in raw HTML that speak to the program: those that begin with `sitegen-`.
  public internal(set) var comments: [Comment] = []
  /// What is wrong with the Markdown or HTML itself.
  public internal(set) var problems: [MarkupProblem] = []
  /// A hand-written table of contents: the links of a list in which every item is a link to a heading
  /// of the same note, as a range of `links`; nil without one.
  public internal(set) var contentsList: Range<Int>?

  /// The blocks with their places; nil where they were not asked for.
  public internal(set) var outline: Outline?

  /// True where a wikilink is among the links.
  public internal(set) var hasWikilinks = false

  /// True where a heading of level 1 stands at the top level.
  public internal(set) var hasTitleHeading = false
  /// True where a heading of a lower level stands in for the title.
  public internal(set) var isTitlePromoted = false
  /// True where the first block is the title.
  public internal(set) var opensWithTitle = false

  /// Makes an empty document.
  public init() {}

  /// A document that says why the note could not be read.
  public init(unreadable reason: String) {
    html.markup("<div class=\"unreadable\"><p>This note could not be read: ")
    html.text(reason)
    html.markup(".</p></div>\n")
  }

  /// The first heading's text; nil without a heading that says something.
  public var title: String? {
    guard let first = headings.first, !first.text.isEmpty else { return nil }
    return first.text
  }

  /// True where a link can lead to `#anchor`.
  public func hasAnchor(_ anchor: String) -> Bool {
    Self.isAnchor(anchor, of: headings, or: rawAnchors)
  }

  /// The same of a document's headings and raw anchors, for whom the whole document is too large to hand
  /// on for every link.
  public static func isAnchor(
    _ anchor: String, of headings: [Heading], or rawAnchors: [String]
  ) -> Bool {
    headings.indices.contains { headings[$0].anchor == anchor } || rawAnchors.contains(anchor)
  }

  /// The text of a part of `plain`.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: plain[range], as: UTF8.self)
  }
}

/// A comment in raw HTML.
public struct Comment: Sendable, Equatable {
  /// What stands between its marks.
  public var text: String
  /// From 1, in the file.
  public var line: Int
  /// From 1, in UTF-8 bytes.
  public var column: Int
}

/// A place in a document's HTML where a link's tag belongs.
public struct Hole: Sendable, Equatable {
  /// What is to be put there.
  public enum Part: UInt8, Sendable {
    /// The start tag of a link.
    case open
    /// The end tag of a link.
    case close
    /// A picture.
    case image
  }

  /// The offset in the HTML, in bytes.
  public var offset: Int32
  /// The index of the link.
  public var link: Int32
  /// What is to be put there.
  public var part: Part
}

/// What is wrong with the Markdown or the HTML in it.
public struct MarkupProblem: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// A tag or element that is not allowed; the text is what was written.
    case htmlRefused
    /// An end tag without a start tag.
    case htmlUnbalanced
    /// An attribute that is not allowed: `name on element`.
    case attributeRefused
    /// An address with a scheme that is not allowed.
    case addressRefused
    /// `[text][label]` without a definition.
    case referenceUndefined
    /// `[^label]` without a definition.
    case footnoteUndefined
    /// Nesting beyond the cap.
    case tooDeep
  }

  /// What it is.
  public var kind: Kind
  /// What was written.
  public var text: String
  /// From 1, in the file.
  public var line: Int
  /// From 1, in UTF-8 bytes; 0 where that is not known.
  public var column: Int

  /// Makes a problem.
  public init(kind: Kind, text: String, line: Int, column: Int) {
    self.kind = kind
    self.text = text
    self.line = line
    self.column = column
  }
}
