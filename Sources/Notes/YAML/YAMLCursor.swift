/// A place in YAML that moves forward and counts as libyaml counts.
///
/// libyaml's columns are Unicode scalars and its lines also end at U+0085, U+2028 and U+2029; people's
/// columns are bytes and their lines end at LF, CR or CRLF. The cursor keeps both.
struct YAMLCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  /// Bytes passed.
  private(set) var offset = 0
  /// Lines passed, as libyaml counts them.
  private(set) var line = 0
  /// Unicode scalars passed in this line.
  private(set) var column = 0
  /// Unicode scalars passed, a CRLF for two.
  private(set) var index = 0
  private var fileLine = 0
  private var fileLineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// True behind the last byte.
  var isAtEnd: Bool { offset >= bytes.count }

  /// The line for people, from 1 or from the first line given.
  var placeLine: Int { fileLine + firstLine }

  /// The column for people: bytes from 1.
  var placeColumn: Int { offset - fileLineStart + 1 }

  /// The byte that lies `ahead` bytes ahead; 0 behind the end, as the text itself has no 0.
  func byte(_ ahead: Int = 0) -> UInt8 {
    let position = offset + ahead
    return position < bytes.count ? bytes[position] : 0
  }

  /// True for a space or a tab.
  func isBlank(_ ahead: Int = 0) -> Bool {
    let byte = byte(ahead)
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// True for the ends of a line that libyaml knows.
  func isBreak(_ ahead: Int = 0) -> Bool {
    switch byte(ahead) {
    case 0x0A, 0x0D: true
    case 0xC2: byte(ahead + 1) == 0x85
    case 0xE2: byte(ahead + 1) == 0x80 && (byte(ahead + 2) == 0xA8 || byte(ahead + 2) == 0xA9)
    default: false
    }
  }

  /// True for a blank, the end of a line and the end of the text.
  func isBlankOrEnd(_ ahead: Int = 0) -> Bool {
    isBlank(ahead) || isBreak(ahead) || offset + ahead >= bytes.count
  }

  /// True for the end of a line and the end of the text.
  var isLineEnd: Bool { isBreak() || isAtEnd }

  /// True where `---` or `...` stands alone at the start of a line.
  func isMarker(_ mark: UInt8) -> Bool {
    column == 0 && byte() == mark && byte(1) == mark && byte(2) == mark && isBlankOrEnd(3)
  }

  /// Passes one character that does not end a line.
  mutating func advance() {
    let lead = byte()
    offset += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    column += 1
    index += 1
  }

  /// Passes the end of a line.
  mutating func advanceLine() {
    let lead = byte()
    let isPair = lead == 0x0D && byte(1) == 0x0A
    offset += lead < 0x80 ? (isPair ? 2 : 1) : lead == 0xC2 ? 2 : 3
    index += isPair ? 2 : 1
    line += 1
    column = 0
    if lead < 0x80 {
      fileLine += 1
      fileLineStart = offset
    }
  }

  /// Passes one character or the end of a line.
  mutating func step() {
    if isBreak() { advanceLine() } else { advance() }
  }

  /// Goes on to a place as libyaml counts it, both from 0; stops at the end of the text.
  mutating func move(toLine targetLine: Int, column targetColumn: Int) {
    while !isAtEnd, line < targetLine || (line == targetLine && column < targetColumn) {
      step()
    }
  }

  /// A problem at the cursor.
  func problem(_ message: String, help: String? = nil) -> YAMLProblem {
    YAMLProblem(line: placeLine, column: placeColumn, message, help: help)
  }

  /// A problem at an offset of bytes that need not be UTF-8.
  static func problem(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, _ message: String,
    help: String
  ) -> YAMLProblem {
    var line = firstLine
    var start = 0
    for (place, byte) in bytes.prefix(offset).enumerated() where byte == 0x0A || byte == 0x0D {
      // The CR of a CRLF leaves the counting to its LF.
      if byte == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { continue }
      line += 1
      start = place + 1
    }
    return YAMLProblem(line: line, column: offset - start + 1, message, help: help)
  }
}
