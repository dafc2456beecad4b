/// A link or a picture, as written.
///
/// There are many, and most are looked at in passing: a link is smaller than a line of the processor's
/// cache.
public struct Link: Sendable, Equatable {
  /// What kind of link it is.
  public enum Kind: UInt8, Sendable {
    /// `[text](address)` or a reference link.
    case link
    /// `![text](address)`.
    case image
    /// `[[note]]` or `[[note|text]]`.
    case wikilink
    /// `<a href>` in raw HTML.
    case rawLink
    /// `<img src>` in raw HTML.
    case rawImage
    /// `<https://…>` or a bare address.
    case autolink

    /// True for the two kinds of pictures.
    public var isImage: Bool { self == .image || self == .rawImage }
  }

  /// The address with entities and backslashes resolved, not percent-decoded; a wikilink's target.
  public let destination: String
  /// What few links have; nil where it is empty.
  @usableFromInline var looks: Looks?
  private let lineNumber: Int32
  private let columnNumber: Int32
  private let addressStart: Int32
  private let heading: Int32
  private let labelStart: Int32
  private var labelEnd: Int32
  /// What kind of link it is.
  public let kind: Kind
  /// True for http, https, mailto and tel: nothing of the notes.
  public let isExternal: Bool

  /// What a picture and a link with a tooltip have beside their address.
  ///
  /// A class, so that links without it have room for a reference and no more.
  @usableFromInline
  final class Looks: Sendable, Equatable {
    let title: String
    let alternative: String
    let attributes: HTML
    let width: Int
    let height: Int

    init(title: String, alternative: String, attributes: HTML, width: Int, height: Int) {
      self.title = title
      self.alternative = alternative
      self.attributes = attributes
      self.width = width
      self.height = height
    }

    @usableFromInline
    static func == (left: Looks, right: Looks) -> Bool {
      left.title == right.title && left.alternative == right.alternative
        && left.attributes == right.attributes && left.width == right.width
        && left.height == right.height
    }
  }

  init(
    kind: Kind, destination: String, isExternal: Bool, title: String, alternative: String,
    attributes: HTML, line: Int, column: Int, addressColumn: Int, label: Range<Int>, section: Int
  ) {
    self.kind = kind
    self.destination = destination
    self.isExternal = isExternal
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
    addressStart = Int32(clamping: addressColumn)
    labelStart = Int32(clamping: label.lowerBound)
    labelEnd = Int32(clamping: label.upperBound)
    heading = Int32(clamping: section)
    if !title.isEmpty || !alternative.isEmpty || !attributes.isEmpty {
      looks = Looks(
        title: title, alternative: alternative, attributes: attributes, width: 0, height: 0)
    }
  }

  /// True where it has a tooltip, an alternative text or attributes.
  @inlinable public var hasLooks: Bool { looks != nil }
  /// The tooltip; empty without one.
  public var title: String { looks?.title ?? "" }
  /// For a picture its alternative text; for a link nothing.
  public var alternative: String { looks?.alternative ?? "" }
  /// Further attributes that raw HTML set, ready-made and beginning with a space.
  public var attributes: HTML { looks?.attributes ?? HTML() }
  /// The width that raw HTML asks for, in pixels; 0 where it does not.
  public var width: Int { looks?.width ?? 0 }
  /// The height likewise.
  public var height: Int { looks?.height ?? 0 }
  /// From 1, in the file.
  public var line: Int { Int(lineNumber) }
  /// Where the link begins; from 1, in UTF-8 bytes; 0 where that is not known.
  public var column: Int { Int(columnNumber) }
  /// Where its address is written; the same as `column` where that is elsewhere.
  public var addressColumn: Int { Int(addressStart) }
  /// The index of the heading whose section it stands in; -1 before the first.
  public var section: Int { Int(heading) }
  /// The label's range in the document's plain text.
  public var label: Range<Int> { Int(labelStart)..<Int(labelEnd) }

  /// True where another link is the same, wherever the two are written.
  public func isAlike(_ other: Link) -> Bool {
    kind == other.kind && destination == other.destination && isExternal == other.isExternal
      && looks == other.looks && heading == other.heading
  }

  /// Ends the label at an offset of the plain text.
  mutating func endLabel(at end: Int) {
    labelEnd = Int32(clamping: end)
  }

  /// Takes the size that raw HTML asks for.
  mutating func resize(width: Int, height: Int) {
    guard width != 0 || height != 0 else { return }
    looks = Looks(
      title: title, alternative: alternative, attributes: attributes, width: width, height: height)
  }
}
