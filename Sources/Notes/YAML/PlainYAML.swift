/// A reader for the YAML that nearly all front matter consists of; gives up on everything else.
///
/// One mapping at the left margin. A value is nothing, a plain or simply quoted scalar on the key's
/// own line, a list of such scalars in brackets on that line, or a list of `- item` lines. Comments
/// have lines of their own. Whatever might mean something else in YAML is not read here but handed
/// on, so that each result is what Yams would give; `PlainYAMLTests` compares the two.
struct PlainYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line: Int
  private var lineStart = 0
  private var end = 0
  private var next = 0
  private var pairs: [YAMLValue.Pair] = []

  /// The mapping that the bytes hold; nil where Yams has to say.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) -> YAMLValue? {
    // A thousand bytes keep clear of every cap, and of libyaml's 1,024 characters for a key.
    guard bytes.count < 1000 else { return nil }
    var reader = PlainYAML(bytes, firstLine: firstLine)
    guard reader.readLines(), let first = reader.pairs.first else { return nil }
    return YAMLValue(.mapping(reader.pairs), line: first.line, column: 1)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    line = firstLine - 1
    pairs.reserveCapacity(8)
  }

  private func byte(_ position: Int) -> UInt8 {
    position < end ? bytes[position] : 0
  }

  // MARK: Lines

  /// Goes to the next line that is neither blank nor a comment at the margin; false at the end.
  private mutating func nextLine() -> Bool {
    while next < bytes.count {
      lineStart = next
      line += 1
      end = lineStart
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      next = end + 1
      if end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
      while end > lineStart, bytes[end - 1] == 0x20 { end -= 1 }
      if end > lineStart, bytes[lineStart] != UInt8(ascii: "#") { return true }
      // What a comment may hold is for Yams to say where it is not ASCII.
      guard bytes[lineStart..<end].allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
        end = lineStart
        return true
      }
    }
    return false
  }

  private mutating func readLines() -> Bool {
    var hasLine = nextLine()
    while hasLine {
      guard let colon = keyEnd() else { return false }
      let key = YAMLValue.Pair(
        key: text(lineStart..<colon), line: line, column: 1,
        value: YAMLValue(
          .scalar(text: "", wasQuoted: false), line: line, column: colon - lineStart + 2))
      guard pairs.count < 32, !pairs.contains(where: { $0.key == key.key }) else { return false }
      pairs.append(key)
      if colon + 1 < end {
        var start = colon + 1
        while byte(start) == 0x20 { start += 1 }
        guard let value = value(start) else { return false }
        pairs[pairs.count - 1].value = value
        hasLine = nextLine()
      } else {
        hasLine = nextLine()
        if hasLine, let dash = dash() {
          guard let items = items(dash, &hasLine) else { return false }
          pairs[pairs.count - 1].value = items
        }
      }
    }
    return true
  }

  /// The place of the colon behind a key at the margin; nil where the line does not begin with one.
  private func keyEnd() -> Int? {
    var position = lineStart
    guard isLetter(byte(position)) else { return nil }
    while isLetter(byte(position)) || isDigit(byte(position)) || byte(position) == 0x2D {
      position += 1
    }
    guard byte(position) == UInt8(ascii: ":") else { return nil }
    return position + 1 == end || byte(position + 1) == 0x20 ? position : nil
  }

  /// The place of a `- ` that begins the line; nil without.
  private func dash() -> Int? {
    var position = lineStart
    while byte(position) == 0x20 { position += 1 }
    guard byte(position) == UInt8(ascii: "-"), byte(position + 1) == 0x20 else { return nil }
    return position
  }

  /// The items of a list that begins on this line; leaves the first line behind it.
  private mutating func items(_ first: Int, _ hasLine: inout Bool) -> YAMLValue? {
    let (startLine, margin) = (line, first - lineStart)
    var items: [YAMLValue] = []
    while hasLine, let dash = dash() {
      guard dash - lineStart == margin else { return nil }
      var start = dash + 1
      while byte(start) == 0x20 { start += 1 }
      guard let item = scalar(start, isItem: true) else { return nil }
      items.append(item)
      hasLine = nextLine()
    }
    return YAMLValue(.sequence(items), line: startLine, column: margin + 1)
  }

  // MARK: Values

  private func value(_ start: Int) -> YAMLValue? {
    byte(start) == UInt8(ascii: "[") ? list(start) : scalar(start, isItem: false)
  }

  /// A scalar that fills the rest of the line.
  private func scalar(_ start: Int, isItem: Bool) -> YAMLValue? {
    let first = byte(start)
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      guard let close = closingQuote(start), close + 1 == end else { return nil }
      return quoted(start, close)
    }
    guard isPlainStart(first) else { return nil }
    var isASCII = true
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte >= 0x80 {
        isASCII = false
      } else if byte < 0x20 || byte == 0x7F {
        return nil
      } else if byte == UInt8(ascii: ":") {
        if position + 1 == end || bytes[position + 1] == 0x20 { return nil }
      } else if byte == UInt8(ascii: "#"), bytes[position - 1] == 0x20 {
        return nil
      }
      position += 1
    }
    return plain(start..<end, isASCII: isASCII)
  }

  /// A list in brackets that fills the rest of the line.
  private func list(_ start: Int) -> YAMLValue? {
    guard byte(end - 1) == UInt8(ascii: "]"), end - 1 > start else { return nil }
    let close = end - 1
    var items: [YAMLValue] = []
    var position = start + 1
    while byte(position) == 0x20 { position += 1 }
    if position == close {
      return YAMLValue(.sequence([]), line: line, column: start - lineStart + 1)
    }
    items.reserveCapacity(4)
    while true {
      while byte(position) == 0x20 { position += 1 }
      guard let item = listItem(&position, close) else { return nil }
      items.append(item)
      while byte(position) == 0x20 { position += 1 }
      if position == close { break }
      guard byte(position) == UInt8(ascii: ",") else { return nil }
      position += 1
    }
    return YAMLValue(.sequence(items), line: line, column: start - lineStart + 1)
  }

  private func listItem(_ position: inout Int, _ close: Int) -> YAMLValue? {
    let start = position
    let first = byte(start)
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      guard let quote = closingQuote(start), quote < close else { return nil }
      position = quote + 1
      return quoted(start, quote)
    }
    guard isPlainStart(first) else { return nil }
    var isASCII = true
    while position < close, bytes[position] != UInt8(ascii: ",") {
      switch bytes[position] {
      case 0x80...: isASCII = false
      case UInt8(ascii: ":") where isLetter(byte(position + 1)) || isDigit(byte(position + 1)):
        break
      case 0..<0x20, 0x7F, UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "?"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return nil
      default: break
      }
      position += 1
    }
    var last = position
    while last > start, bytes[last - 1] == 0x20 { last -= 1 }
    return plain(start..<last, isASCII: isASCII)
  }

  /// The closing quote of a text on this line that holds no escape and no second quote.
  private func closingQuote(_ start: Int) -> Int? {
    let quote = bytes[start]
    var position = start + 1
    while position < end {
      let byte = bytes[position]
      if byte == quote { return self.byte(position + 1) == quote ? nil : position }
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return nil }
      position += 1
    }
    return nil
  }

  private func quoted(_ start: Int, _ close: Int) -> YAMLValue? {
    guard let text = checkedText(start + 1..<close) else { return nil }
    return YAMLValue(
      .scalar(text: text, wasQuoted: true), line: line, column: start - lineStart + 1)
  }

  private func plain(_ range: Range<Int>, isASCII: Bool) -> YAMLValue? {
    guard let text = isASCII ? text(range) : checkedText(range) else { return nil }
    return YAMLValue(
      .scalar(text: text, wasQuoted: false), line: line, column: range.lowerBound - lineStart + 1)
  }

  /// Text of bytes that are known to be ASCII.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Text that is UTF-8 and has nothing that libyaml ends a line at or refuses.
  private func checkedText(_ range: Range<Int>) -> String? {
    for position in range {
      switch bytes[position] {
      // U+0080 to U+00BF, and U+F000 to U+FFFF with its marks and noncharacters.
      case 0xC2, 0xEF: return nil
      // U+2028 and U+2029.
      case 0xE2 where byte(position + 1) == 0x80 && byte(position + 2) & 0xFE == 0xA8: return nil
      default: break
      }
    }
    return String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: Characters

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
  }

  /// Characters that can begin nothing but a plain scalar.
  private func isPlainStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0xC3
      || "(/.+$<=~^;\\".utf8.contains(byte)
  }
}
