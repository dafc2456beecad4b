/// What receives the safe parts of raw HTML; the page's renderer is one.
///
/// Offsets are in bytes from 0, from the beginning of the HTML node that was appended.
public protocol RawHTMLSink {
  /// Writes text, entities already decoded, which is still to be escaped.
  mutating func text(_ bytes: ArraySlice<UInt8>)

  /// Writes allowed markup as it is.
  mutating func literal(_ bytes: ArraySlice<UInt8>)

  /// Opens a link; answers whether a link was written, and only then will `linkClose` be called.
  mutating func link(open link: RawHTMLLink) -> Bool

  /// Closes the link that was opened last.
  mutating func linkClose()

  /// Writes an image.
  mutating func image(_ image: RawHTMLImage)

  /// Receives a comment, which is not shown.
  mutating func comment(_ content: ArraySlice<UInt8>, offset: Int)

  /// Writes source that is not allowed, still to be escaped, and reports it.
  mutating func stripped(_ original: ArraySlice<UInt8>, reason: RawHTMLRefusal, offset: Int)

  /// Reports an attribute that is not allowed.
  mutating func droppedAttribute(_ name: ArraySlice<UInt8>, element: HTMLElement, offset: Int)

  /// Claims an id for the page; false when it is taken, and then the id is not written.
  ///
  /// The markup that carries the id is written through `literal`, `link` or `image`.
  mutating func anchor(_ id: ArraySlice<UInt8>, offset: Int) -> Bool
}

/// A link written as raw HTML.
public struct RawHTMLLink: Equatable, Sendable {
  /// The address, entities decoded, otherwise as written.
  public let href: [UInt8]

  /// What else the tag may carry: `id`, `title`, `lang`, `dir`.
  public let extraAttributes: [AllowedAttribute]

  /// Where the tag begins.
  public let offset: Int
}

/// An image written as raw HTML.
public struct RawHTMLImage: Equatable, Sendable {
  /// The address, entities decoded, otherwise as written.
  public let src: [UInt8]

  /// `alt`, `title`, `width`, `height`, `align`, `id`, `lang`, `dir`, as far as they were given.
  public let attributes: [AllowedAttribute]

  /// Where the tag begins.
  public let offset: Int

  /// The alternative text, empty when there is none.
  public var alt: [UInt8] { value(of: .alt) ?? [] }

  /// The title.
  public var title: [UInt8]? { value(of: .title) }

  /// The width in pixels, in decimal digits.
  public var width: [UInt8]? { value(of: .width) }

  /// The height in pixels, in decimal digits.
  public var height: [UInt8]? { value(of: .height) }

  /// One of `left`, `right` and `center`.
  public var alignment: [UInt8]? { value(of: .align) }

  private func value(of name: AllowedAttribute.Name) -> [UInt8]? {
    attributes.first { $0.name == name }?.value
  }
}

/// Why a piece of raw HTML is shown as text.
public enum RawHTMLRefusal: Equatable, Sendable {
  /// The list of allowed elements does not name it.
  case elementNotAllowed
  /// `script`, `style` and the like, together with what is in them.
  case rawTextElement
  /// A block inside a paragraph, a heading or other running text.
  case blockInInline
  /// An element outside its parent, such as `li` outside a list, or a stranger in a table.
  case misplaced
  /// A link inside a link.
  case nestedLink
  /// A heading inside a heading.
  case nestedHeading
  /// More elements open at once than the policy's limit.
  case tooDeep
  /// An end tag for which nothing is open here.
  case unmatchedEndTag
  /// Markup that never ends.
  case unterminated
  /// An image without an address.
  case imageWithoutSource
  /// `<!DOCTYPE …>`.
  case doctype
  /// `<?…>`.
  case processingInstruction
  /// `<![CDATA[…>`.
  case cdata
  /// What a browser would hide as a comment although it is none.
  case bogusComment
}
