internal import Bytes

/// Writes JSON (RFC 8259) piece by piece, as UTF-8.
///
/// Objects and arrays are closures, so that what is opened is closed. Keys are literals of the program
/// or escaped like any text; a plain string cannot be appended as JSON. The same calls give the same
/// bytes.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.field("title", note.title)
///       json.array("lines") { json in for line in lines { json.number(line) } }
///     }
public struct JSONWriter: Sendable, Equatable {
  /// Where lines end.
  public enum Layout: Sendable {
    /// Nowhere: what programs read.
    case compact
    /// After each value, indented by two spaces: what people read and compare.
    case indented
  }

  private var buffer = ByteBuffer()
  private let layout: Layout
  private var depth = 0
  /// True where the next value is the first of its object or array, or belongs to a key.
  private var isFirst = true

  /// Makes a writer of nothing.
  public init(_ layout: Layout = .compact) {
    self.layout = layout
  }

  /// What is written so far, in memory of its own.
  public var bytes: [UInt8] { buffer.bytes }

  /// How many bytes are written so far.
  public var count: Int { buffer.count }

  /// Gives away what is written, without a copy; nothing is left then.
  public mutating func take() -> [UInt8] { buffer.take() }

  /// Hands on what is written so far, and goes on with nothing.
  ///
  /// It may be called while objects and arrays are open: one piece after the other is what `bytes` would be.
  public mutating func drain(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    buffer.read(take)
    buffer.removeAll()
  }

  /// The same where enough is written to be worth a call of the system.
  public mutating func drainPiece(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    if buffer.count >= Self.pieceSize { drain(take) }
  }

  /// As much as stays in a processor's cache.
  private static let pieceSize = 1 << 17

  /// Makes room for `count` more bytes.
  public mutating func reserve(_ count: Int) {
    buffer.reserve(count)
  }

  /// Appends a line feed: files end with one.
  public mutating func endFile() {
    buffer.append(0x0A)
  }

  // MARK: - Values

  /// Appends an object; `body` writes its fields.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Appends an array; `body` writes its values.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Appends text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// Appends a text of a table.
  public mutating func string(_ text: Int, of table: JSONTexts) {
    separate()
    table.append(text, to: &buffer)
  }

  /// Appends text given as UTF-8; what is not valid becomes U+FFFD.
  public mutating func string(utf8 text: some Collection<UInt8>) {
    string(String(decoding: text, as: UTF8.self))
  }

  /// Appends a whole number.
  public mutating func number(_ value: Int) {
    separate()
    buffer.append(number: value)
  }

  /// Appends a number by its shortest digits; `null` for what JSON has no number for.
  public mutating func number(_ value: Double) {
    separate()
    value.isFinite ? value.description.withBytes { buffer.append($0) } : buffer.append("null")
  }

  /// Appends `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
  }

  /// Appends `null`.
  public mutating func null() {
    separate()
    buffer.append("null")
  }

  // MARK: - Keys

  /// Appends the key of the value that comes next, in which nothing has to be escaped.
  public mutating func key(_ name: StaticString) {
    assert("\(name)".utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !"\"\\<".utf8.contains($0) })
    separate()
    let end: StaticString = layout == .indented ? "\": " : "\":"
    buffer.write(atMost: name.utf8CodeUnitCount + 4) {
      $0.put(UInt8(ascii: "\""))
      $0.put(name)
      $0.put(end)
    }
    isAfterKey = true
  }

  /// Appends a key that is not known beforehand; the caller sees to it that none occurs twice.
  public mutating func key(text: String) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    appendEscaped(text)
    buffer.append(layout == .indented ? "\": " : "\":")
    isAfterKey = true
  }

  // MARK: - Parts

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    buffer.append(close)
    isFirst = false
  }

  /// What stands between a value and the one before.
  @inline(__always)
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private var isAfterKey = false

  private mutating func breakLine() {
    guard layout == .indented else { return }
    buffer.append(0x0A)
    for _ in 0..<depth { buffer.append("  ") }
  }

  /// Appends text with quotes around it, and nothing else.
  mutating func quote(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    appendEscaped(text)
    buffer.append(UInt8(ascii: "\""))
  }

  /// Text lies where it is while it is read: nobody counts a reference to it.
  private mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }

  /// Appends UTF-8 with what JSON does not allow in strings escaped; also `<` and U+2028 and U+2029,
  /// so that the text is harmless wherever JSON is put into a page or a program.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    var index = 0
    while index < text.count {
      if text.count >= 8 {
        // The last word reaches back: what lies before `index` is shifted out of it, and zeros stop it.
        let place = min(index, text.count - 8)
        let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
        let plain = Self.plainCount(UInt64(littleEndian: word) >> UInt64(8 * (index - place)))
        index += plain
        if plain == 8 || index == text.count { continue }
      }
      defer { index += 1 }
      let byte = base[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
        byte != UInt8(ascii: "<"), byte != 0x7F, byte != 0xE2
      {
        continue
      }
      let isSeparator =
        byte == 0xE2 && index + 2 < text.count && base[index + 1] == 0x80
        && base[index + 2] & 0xFE == 0xA8
      if byte == 0xE2, !isSeparator { continue }
      buffer.append(UnsafeBufferPointer(start: base + start, count: index - start))
      start = index + (isSeparator ? 3 : 1)
      escape(isSeparator ? 0x2028 + UInt16(base[index + 2] & 1) : UInt16(byte))
    }
    buffer.append(UnsafeBufferPointer(start: base + start, count: text.count - start))
  }

  /// How many of eight bytes, the first in the lowest place, come before one that may mean something.
  ///
  /// It asks of all eight at once, each time with one subtraction, which bytes are zero: after an
  /// exclusive or with a byte those that are the same, after two bits are left out `<` and `\`.
  @inline(__always)
  private static func plainCount(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = eight ^ (ones &* 0x22)
    let angles = (eight & ~(ones &* 0x60)) ^ (ones &* 0x1C)
    let deletes = eight ^ (ones &* 0x7F)
    let separators = eight ^ (ones &* 0xE2)
    let found =
      ((eight &- ones &* 0x20) & ~eight) | ((quotes &- ones) & ~quotes)
      | ((angles &- ones) & ~angles) | ((deletes &- ones) & ~deletes)
      | ((separators &- ones) & ~separators)
    return (found & (ones &* 0x80)).trailingZeroBitCount / 8
  }

  private mutating func escape(_ unit: UInt16) {
    buffer.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: buffer.append(UInt8(unit))
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      buffer.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(unit >> UInt16(shift) & 0xF)
        buffer.append(digit < 10 ? digit + 0x30 : digit + 0x57)
      }
    }
  }
}
