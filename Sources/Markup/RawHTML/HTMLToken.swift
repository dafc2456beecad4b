/// A piece of raw HTML as a browser's tokeniser would see it.
public struct HTMLToken: Equatable, Sendable {
  /// What the piece is.
  public enum Kind: Equatable, Sendable {
    case startTag(HTMLTag)
    case endTag(HTMLName)
    /// A comment; the range is what stands between its marks.
    case comment(content: Range<Int>)
    /// What a browser reads as a comment although it does not begin with `<!--`.
    case bogusComment
    /// A `<!DOCTYPE …>`.
    case doctype
    /// A `<?…>`.
    case processingInstruction
    /// A `<![CDATA[…>`, which outside SVG and MathML ends at the first `>`.
    case cdata
    /// Text, entities not yet decoded.
    case text
    /// The content of an element such as `script`, in which no tag but its own end is a tag.
    case rawText
    /// Markup that never ends: the rest of the input, to be shown as text.
    case unterminated
  }

  /// What the piece is.
  public let kind: Kind

  /// Where it stands in the input, in bytes from 0.
  public let range: Range<Int>

  /// Makes a token.
  public init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// The name of a tag.
public enum HTMLName: Equatable, Sendable {
  /// The name of an allowed element.
  case element(HTMLElement)
  /// Any other name, lower-cased.
  case other([UInt8])

  /// Reads a lower-cased name.
  public init(lowercased bytes: [UInt8]) {
    self = HTMLElement(lowercased: bytes).map(HTMLName.element) ?? .other(bytes)
  }

  /// The allowed element of this name, if it is one.
  public var element: HTMLElement? {
    if case .element(let element) = self { element } else { nil }
  }

  /// Whether an element of this name never has an end tag.
  var isVoid: Bool {
    switch self {
    case .element(let element): element.rule.content == .void
    case .other(let name): PackedWord(name).flatMap(Self.otherVoids.value(of:)) != nil
    }
  }

  private static let otherVoids = NameTable(
    [
      "area", "base", "basefont", "bgsound", "col", "embed", "frame", "input", "keygen", "link",
      "meta", "param", "source", "track",
    ].map { ($0, true) })
}

/// A start tag.
public struct HTMLTag: Equatable, Sendable {
  /// How many attributes are kept; a tag with more is hostile or broken.
  public static let attributeLimit = 64

  /// The tag's name.
  public let name: HTMLName

  /// The attributes in their order; of those with one name only the first.
  public let attributes: [HTMLAttribute]

  /// The place of the first attribute beyond the limit, in bytes from 0, if there are so many.
  public let overflow: Int?

  /// Whether it ends in `/>`, which means nothing in HTML.
  public let isSelfClosing: Bool

  /// Makes a start tag.
  public init(
    name: HTMLName, attributes: [HTMLAttribute] = [], overflow: Int? = nil,
    isSelfClosing: Bool = false
  ) {
    self.name = name
    self.attributes = attributes
    self.overflow = overflow
    self.isSelfClosing = isSelfClosing
  }
}

/// An attribute of a start tag.
public struct HTMLAttribute: Equatable, Sendable {
  /// The lower-cased name.
  public let name: [UInt8]

  /// The value, entities decoded; empty when there is none.
  public let value: [UInt8]

  /// Where the name begins in the input, in bytes from 0.
  public let offset: Int

  /// Makes an attribute.
  public init(name: [UInt8], value: [UInt8], offset: Int) {
    self.name = name
    self.value = value
    self.offset = offset
  }
}
