/// Reads GitHub-Flavored Markdown: tables, strikethrough, autolinks, task lists, footnotes, alerts and
/// wikilinks; raw HTML through `HTMLPolicy` and addresses through `Address`.
public struct MarkdownParser: Sendable {
  /// How the HTML looks.
  public enum Style: Sendable {
    /// For pages: ids and anchors on headings, labels and colours on code, boxes around tables.
    case site
    /// As cmark-gfm renders it: what the specification's examples show.
    case specification
  }

  /// How deep blocks and inlines may nest; what lies deeper is shown without its structure.
  public static let nestingCap = 200

  private let style: Style

  /// Makes a parser.
  public init(style: Style = .site) {
    self.style = style
  }

  /// Parses UTF-8; bytes that are not valid become U+FFFD and a problem.
  ///
  /// - Parameters:
  ///   - text: the Markdown without front matter.
  ///   - firstLine: the number of its first line in the file.
  ///   - outlines: true to record the blocks with their places as well.
  ///   - isUTF8: true where all of the text is known to be valid, which is then not looked at again.
  /// - Returns: nil only where the library could not make a parser.
  public func parse(
    _ text: UnsafeBufferPointer<UInt8>, firstLine: Int = 1, outlines: Bool = false,
    isUTF8: Bool = false
  ) -> MarkdownDocument? {
    parse(
      text, InlineSyntax(in: text), firstLine: firstLine, outlines: outlines, isUTF8: isUTF8)
  }

  /// Parses UTF-8 that can use no more inline syntax than `syntax`.
  func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ syntax: InlineSyntax, firstLine: Int = 1,
    outlines: Bool = false, isUTF8: Bool = false
  ) -> MarkdownDocument? {
    CMark.withDocument(text, syntax, isUTF8: isUTF8) { root in
      var renderer = DocumentRenderer(
        source: text, firstLine: firstLine, style: style, outlines: outlines)
      renderer.render(root)
      return renderer.document
    }
  }

  /// Parses an array of UTF-8.
  public func parse(
    _ text: [UInt8], firstLine: Int = 1, outlines: Bool = false
  ) -> MarkdownDocument? {
    text.withUnsafeBufferPointer { parse($0, firstLine: firstLine, outlines: outlines) }
  }
}
