public import Bytes

/// A piece of HTML: the only type that reaches a page.
///
/// It grows by literals of the program, by text (escaped), by attribute values (escaped) and by other
/// HTML. A plain string cannot be appended as markup.
public struct HTML: Sendable, Equatable {
  @usableFromInline var buffer = ByteBuffer()

  /// Nothing.
  public init() {}

  /// Text, escaped.
  public init(text: String) {
    self.text(text)
  }

  /// Bytes that are known to be HTML: what this module made, or a file of the theme.
  package init(trusted bytes: [UInt8]) {
    buffer = ByteBuffer(bytes)
  }

  /// The UTF-8 bytes, in memory of their own.
  public var bytes: [UInt8] { buffer.bytes }

  /// How many bytes there are.
  public var count: Int { buffer.count }

  /// True where there is nothing.
  public var isEmpty: Bool { buffer.isEmpty }

  /// The HTML as a string, for templates.
  public var string: String { read { String(decoding: $0, as: UTF8.self) } }

  /// The last byte; nil where there is nothing.
  var last: UInt8? { buffer.last }

  /// The UTF-8 bytes where they lie.
  @inlinable
  @inline(__always)
  package func read<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    buffer.read(body)
  }

  /// Gives the bytes away, without a copy, and is empty then.
  package mutating func take() -> [UInt8] { buffer.take() }

  /// Makes room for `count` more bytes.
  public mutating func reserve(_ count: Int) {
    buffer.reserve(count)
  }

  /// Forgets the content and keeps the room.
  public mutating func removeAll() {
    buffer.removeAll()
  }

  /// Appends markup that stands in the program's source.
  @inlinable
  @inline(__always)
  package mutating func markup(_ literal: StaticString) {
    buffer.append(literal)
  }

  /// Appends markup that stands in the program's source, and the number that follows it.
  public mutating func markup(_ literal: StaticString, _ number: Int) {
    buffer.append(literal, number: number)
  }

  /// Appends text, with `&`, `<`, `>` and `"` escaped: safe between tags and in quoted attributes.
  public mutating func text(_ text: String) {
    text.withBytes { Self.appendEscaped($0, to: &buffer) }
  }

  /// Appends text given as UTF-8, escaped.
  @inline(__always)
  public mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    Self.appendEscaped(utf8, to: &buffer)
  }

  /// Appends a number.
  public mutating func number(_ value: Int) {
    buffer.append(number: value)
  }

  /// Appends other HTML.
  public mutating func html(_ other: HTML) {
    buffer.append(other.buffer)
  }

  /// Appends a part of other HTML's bytes; both borders must be borders between elements.
  package mutating func trusted(_ part: UnsafeBufferPointer<UInt8>) {
    buffer.append(part)
  }

  /// Appends what `body` appends, bytes that are known to be HTML.
  @inlinable
  @inline(__always)
  package mutating func trusted(_ body: (inout ByteBuffer) -> Void) {
    body(&buffer)
  }

  /// Appends code, escaped and coloured.
  public mutating func highlighted(
    _ code: UnsafeBufferPointer<UInt8>, by highlighter: Highlighter
  ) {
    highlighter.append(code, to: &buffer)
  }

  /// Appends an address as the value of an attribute, percent-encoded where that is due.
  public mutating func address(_ address: String) {
    address.withBytes { Address.appendEscapedHref($0, to: &buffer) }
  }

  /// Appends an address given as UTF-8.
  public mutating func address(_ utf8: UnsafeBufferPointer<UInt8>) {
    Address.appendEscapedHref(utf8, to: &buffer)
  }

  /// Appends ` name="value"` with the value escaped.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    buffer.write(atMost: name.utf8CodeUnitCount + 3) {
      $0.put(UInt8(ascii: " "))
      $0.put(name)
      $0.put("=\"")
    }
    text(value)
    markup("\"")
  }

  /// Appends ` name="value"` with a number.
  public mutating func attribute(_ name: StaticString, _ value: Int) {
    buffer.write(atMost: name.utf8CodeUnitCount + BytePen.digits + 4) {
      $0.put(UInt8(ascii: " "))
      $0.put(name)
      $0.put("=\"")
      $0.put(number: value)
      $0.put(UInt8(ascii: "\""))
    }
  }

  /// Appends UTF-8 with the four characters escaped that mean something in HTML, and with control
  /// characters, which HTML does not allow, as U+FFFD.
  static func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
    guard let base = utf8.baseAddress else { return }
    var start = 0
    var index = 0
    let count = utf8.count
    while index < count {
      if count >= 8 {
        // The last word reaches back: what lies before `index` is shifted out of it, and zeros stop it.
        let place = min(index, count - 8)
        let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
        let plain = plainCount(UInt64(littleEndian: word) >> UInt64(8 * (index - place)))
        index += plain
        if plain == 8 || index == count { continue }
      }
      let byte = base[index]
      // All four lie below '?', which most letters do not.
      if byte <= 0x3E, let entity = entity(for: byte) {
        if index > start {
          buffer.append(UnsafeBufferPointer(start: base + start, count: index - start))
        }
        buffer.append(entity)
        start = index + 1
      }
      index += 1
    }
    if count > start {
      buffer.append(UnsafeBufferPointer(start: base + start, count: count - start))
    }
  }

  /// How many of eight bytes, the first in the lowest place, come before one that may mean something.
  ///
  /// It asks of all eight at once, each time with one subtraction: whether one is a control character,
  /// whether one is `"` or `&`, which differ in one bit, and likewise of `<` and `>`. Where none is found
  /// before, the lowest bit of the answer is right.
  @inline(__always)
  private static func plainCount(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (eight & ~(ones &* 0x04)) ^ (ones &* 0x22)
    let angles = (eight & ~(ones &* 0x02)) ^ (ones &* 0x3C)
    let isControl = (eight &- ones &* 0x20) & ~eight
    let isQuote = (quotes &- ones) & ~quotes
    let isAngle = (angles &- ones) & ~angles
    let found = (isControl | isQuote | isAngle) & (ones &* 0x80)
    return found.trailingZeroBitCount / 8
  }

  @inline(__always)
  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x00...0x08, 0x0B, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }
}
