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

  /// What is written so far.
  public private(set) var bytes: [UInt8] = []

  private let layout: Layout
  private var depth = 0
  /// True where the next value is the first of its object or array, or belongs to a key.
  private var isFirst = true

  /// Makes a writer of nothing.
  public init(_ layout: Layout = .compact) {
    self.layout = layout
  }

  /// Makes room for `count` more bytes.
  public mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  /// Appends a line feed: files end with one.
  public mutating func endFile() {
    bytes.append(0x0A)
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
    table.append(text, to: &bytes)
  }

  /// Appends text given as UTF-8; what is not valid becomes U+FFFD.
  public mutating func string(utf8 text: some Collection<UInt8>) {
    string(String(decoding: text, as: UTF8.self))
  }

  /// Appends a whole number.
  public mutating func number(_ value: Int) {
    separate()
    // Most numbers are short, and there may be hundreds of thousands of them.
    guard (0..<1_000_000).contains(value) else {
      bytes.append(contentsOf: String(value).utf8)
      return
    }
    var unit = 1
    while unit * 10 <= value { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / unit % 10))
      unit /= 10
    }
  }

  /// Appends a number by its shortest digits; `null` for what JSON has no number for.
  public mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
  }

  /// Appends `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Appends `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: - Keys

  /// Appends the key of the value that comes next.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { appendEscaped($0) }
    endKey()
  }

  /// Appends a key that is not known beforehand; the caller sees to it that none occurs twice.
  public mutating func key(text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    endKey()
  }

  // MARK: - Parts

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  /// What stands between a value and the one before.
  @inline(__always)
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private var isAfterKey = false

  private mutating func endKey() {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  /// Appends text with quotes around it, and nothing else.
  mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
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
      bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: index - start))
      start = index + (isSeparator ? 3 : 1)
      escape(isSeparator ? 0x2028 + UInt16(base[index + 2] & 1) : UInt16(byte))
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: text.count - start))
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
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: bytes.append(UInt8(unit))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(unit >> UInt16(shift) & 0xF)
        bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57)
      }
    }
  }
}
