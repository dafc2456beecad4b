/// A value read from JSON (RFC 8259): enough to read back what this program wrote.
enum JSONValue: Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// nil where the bytes are no JSON, or nested deeper than 64 levels.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var fields: [String: JSONValue] { if case .object(let fields) = self { fields } else { [:] } }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return index == bytes.count
      }
    }

    mutating func value(depth: Int) -> JSONValue? {
      skipBlanks()
      guard depth < 64, index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "{"): return object(depth)
      case UInt8(ascii: "["): return array(depth)
      case UInt8(ascii: "\""): return string().map { .string($0) }
      case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
      case UInt8(ascii: "n"): return word("null") ? .null : nil
      default: return number()
      }
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
      var fields: [String: JSONValue] = [:]
      index += 1
      if take(UInt8(ascii: "}")) { return .object(fields) }
      while true {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\""), let key = string(),
          take(UInt8(ascii: ":")), let value = value(depth: depth + 1)
        else { return nil }
        fields[key] = value
        if take(UInt8(ascii: "}")) { return .object(fields) }
        guard take(UInt8(ascii: ",")) else { return nil }
      }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
      var items: [JSONValue] = []
      index += 1
      if take(UInt8(ascii: "]")) { return .array(items) }
      while true {
        guard let value = value(depth: depth + 1) else { return nil }
        items.append(value)
        if take(UInt8(ascii: "]")) { return .array(items) }
        guard take(UInt8(ascii: ",")) else { return nil }
      }
    }

    private mutating func string() -> String? {
      index += 1
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          text.append(byte)
          continue
        }
        guard index < bytes.count else { return nil }
        let mark = bytes[index]
        index += 1
        switch mark {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
          guard let scalar = escapedScalar() else { return nil }
          text.append(contentsOf: String(scalar).utf8)
        default: text.append(mark)
        }
      }
      return nil
    }

    /// A scalar behind `\u`, with the second half of a pair where there is one.
    private mutating func escapedScalar() -> Unicode.Scalar? {
      guard let first = hexadecimal() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      else { return "\u{FFFD}" }
      index += 2
      guard let second = hexadecimal() else { return nil }
      guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
      guard index + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
      index += 4
      return UInt32(digits, radix: 16)
    }

    private mutating func number() -> JSONValue? {
      let start = index
      while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
      return Double(String(decoding: bytes[start..<index], as: UTF8.self)).map { .number($0) }
    }

    private mutating func word(_ word: String) -> Bool {
      guard bytes[index...].starts(with: word.utf8) else { return false }
      index += word.utf8.count
      return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      skipBlanks()
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    private mutating func skipBlanks() {
      while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }
  }
}
