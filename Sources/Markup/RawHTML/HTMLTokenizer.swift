/// Reads raw HTML as browsers do, in time linear in its length.
///
/// The states are those of the HTML Standard, section 13.2.5, with three differences, all towards
/// showing more as text: markup that never ends is kept as text and not thrown away; the content
/// of `style`, `title` and the like is raw text in SVG too; nothing is read across the end of the
/// input, which is one node of a Markdown document.
public struct HTMLTokenizer: Sequence, IteratorProtocol {
  /// Turns character references such as `&amp;` into what they stand for.
  public typealias EntityDecoder = @Sendable (ArraySlice<UInt8>) -> [UInt8]

  let bytes: [UInt8]
  private let decodeEntities: EntityDecoder
  private var position = 0
  private var pendingRawText: RawTextElement?

  /// Prepares to read the bytes of one HTML node.
  public init(_ bytes: some Sequence<UInt8>, decodeEntities: @escaping EntityDecoder) {
    self.bytes = Array(bytes)
    self.decodeEntities = decodeEntities
  }

  /// The next token, or nil at the end; the tokens cover the input without gaps.
  public mutating func next() -> HTMLToken? {
    if let element = pendingRawText {
      pendingRawText = nil
      let end = element.endOfContent(in: bytes, from: position)
      if end > position { return token(.rawText, to: end) }
    }
    guard position < bytes.count else { return nil }
    guard opensMarkup(at: position) else { return text() }
    switch bytes[position + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return untilGreaterThan(.processingInstruction)
    case UInt8(ascii: "/"):
      guard bytes[position + 2].isASCIILetter else { return untilGreaterThan(.bogusComment) }
      return endTag()
    default: return startTag()
    }
  }

  // MARK: Text, comments and their like

  private mutating func token(_ kind: HTMLToken.Kind, to end: Int) -> HTMLToken {
    defer { position = end }
    return HTMLToken(kind, range: position..<end)
  }

  private func opensMarkup(at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return index + 2 < bytes.count
    case let next: return next.isASCIILetter
    }
  }

  private mutating func text() -> HTMLToken {
    var end = position + 1
    while end < bytes.count, !opensMarkup(at: end) { end += 1 }
    return token(.text, to: end)
  }

  private mutating func untilGreaterThan(_ kind: HTMLToken.Kind) -> HTMLToken {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else {
      return token(.unterminated, to: bytes.count)
    }
    return token(kind, to: end + 1)
  }

  private mutating func declaration() -> HTMLToken {
    let rest = bytes[(position + 2)...]
    if rest.starts(with: "--".utf8) { return comment() }
    if rest.prefix(7).isWord("doctype") { return untilGreaterThan(.doctype) }
    return untilGreaterThan(rest.starts(with: "[CDATA[".utf8) ? .cdata : .bogusComment)
  }

  private mutating func comment() -> HTMLToken {
    let start = position + 4
    let rest = bytes[start...]
    for (abrupt, length) in [(">", 1), ("->", 2)] where rest.starts(with: abrupt.utf8) {
      return token(.comment(content: start..<start), to: start + length)
    }
    var index = start
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
        if bytes[index + 2] == UInt8(ascii: ">") {
          return token(.comment(content: start..<index), to: index + 3)
        }
        if bytes[(index + 2)...].starts(with: "!>".utf8) {
          return token(.comment(content: start..<index), to: index + 4)
        }
      }
      index += 1
    }
    return token(.unterminated, to: bytes.count)
  }

  // MARK: Tags

  private mutating func endTag() -> HTMLToken {
    let name = lowercasedName(from: position + 2)
    var reader = AttributeReader(bytes: bytes, index: name.end)
    while reader.next() != nil {}
    guard let end = reader.tagEnd else { return token(.unterminated, to: bytes.count) }
    return token(.endTag(HTMLName(lowercased: name.bytes)), to: end)
  }

  private mutating func startTag() -> HTMLToken {
    let name = lowercasedName(from: position + 1)
    var attributes: [HTMLAttribute] = []
    var overflow: Int?
    var reader = AttributeReader(bytes: bytes, index: name.end)
    while let found = reader.next() {
      guard attributes.count < HTMLTag.attributeLimit else {
        overflow = overflow ?? found.name.lowerBound
        continue
      }
      let attributeName = cleaned(found.name, lowercased: true)
      guard !attributes.contains(where: { $0.name == attributeName }) else { continue }
      attributes.append(
        HTMLAttribute(
          name: attributeName, value: decoded(found.value), offset: found.name.lowerBound))
    }
    guard let end = reader.tagEnd else { return token(.unterminated, to: bytes.count) }
    let tag = HTMLTag(
      name: HTMLName(lowercased: name.bytes), attributes: attributes, overflow: overflow,
      isSelfClosing: reader.isSelfClosing)
    pendingRawText = RawTextElement(name: name.bytes)
    return token(.startTag(tag), to: end)
  }

  private func lowercasedName(from start: Int) -> (bytes: [UInt8], end: Int) {
    let end =
      bytes[start...].firstIndex { $0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == closing }
      ?? bytes.count
    return (cleaned(start..<end, lowercased: true), end)
  }

  private var closing: UInt8 { UInt8(ascii: ">") }

  private func decoded(_ range: Range<Int>) -> [UInt8] {
    let slice = bytes[range]
    guard slice.contains(UInt8(ascii: "&")) else { return cleaned(range, lowercased: false) }
    let value = decodeEntities(slice)
    return value.contains(0) ? value.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } : value
  }

  /// The bytes with NUL as U+FFFD.
  private func cleaned(_ range: Range<Int>, lowercased: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for byte in bytes[range] {
      if byte == 0 {
        result += [0xEF, 0xBF, 0xBD]
      } else {
        result.append(lowercased ? byte.asciiLowercased : byte)
      }
    }
    return result
  }
}
