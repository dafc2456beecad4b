/// A piece of XML 1.0, as UTF-8.
///
/// It grows by literals of the program, by text and attribute values (escaped), and by other XML. A
/// plain string cannot be appended as markup.
public struct XML: Sendable, Equatable {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing.
  public init() {}

  /// True where there is nothing.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Makes room for `count` more bytes.
  public mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  /// Appends the declaration that a file begins with.
  public mutating func declaration() {
    markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Appends markup that stands in the program's source.
  public mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text, safe between tags and in quoted attributes.
  ///
  /// Tabs and ends of lines are written as references, so that an attribute keeps them; what XML does
  /// not allow at all becomes U+FFFD.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends a number.
  public mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Appends a number by its shortest digits.
  public mutating func number(_ value: Double) {
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Appends other XML.
  public mutating func xml(_ other: XML) {
    bytes.append(contentsOf: other.bytes)
  }

  /// Appends ` name="value"` with the value escaped.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    beginAttribute(name)
    text(value)
    markup("\"")
  }

  /// Appends ` name="value"` with a number.
  public mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    number(value)
    markup("\"")
  }

  private mutating func beginAttribute(_ name: StaticString) {
    markup(" ")
    markup(name)
    markup("=\"")
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    for index in 0..<text.count {
      guard let reference = Self.reference(for: base[index]) else {
        // U+FFFE and U+FFFF are no characters of XML.
        guard base[index] == 0xEF, index + 2 < text.count, base[index + 1] == 0xBF,
          base[index + 2] >= 0xBE
        else { continue }
        append(base, start..<index)
        markup("\u{FFFD}")
        start = index + 3
        continue
      }
      append(base, start..<index)
      markup(reference)
      start = index + 1
    }
    append(base, start..<text.count)
  }

  private mutating func append(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&apos;"
    case 0x09: "&#9;"
    case 0x0A: "&#10;"
    case 0x0D: "&#13;"
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }
}
