/// Walks over the attributes of one tag, from behind its name to behind its `>`.
struct AttributeReader {
  private let bytes: [UInt8]
  private var index: Int

  /// The place behind the tag's `>`; nil before the walk is over, or when there is none.
  private(set) var tagEnd: Int?

  /// Whether the tag ended in `/>`.
  private(set) var isSelfClosing = false

  init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  /// Where the next attribute's name and raw value are, or nil when the tag or the input ends.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    var afterSlash = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        isSelfClosing = afterSlash
        tagEnd = index + 1
        return nil
      }
      guard byte.isHTMLSpace || byte == UInt8(ascii: "/") else { break }
      afterSlash = byte == UInt8(ascii: "/")
      index += 1
    }
    guard index < bytes.count else { return nil }
    let name = readName()
    let value = readValue(after: name)
    return (name, value)
  }

  private mutating func readName() -> Range<Int> {
    let start = index
    // An equals sign in front belongs to the name.
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "=")
      {
        break
      }
      index += 1
    }
    return start..<index
  }

  private mutating func readValue(after name: Range<Int>) -> Range<Int> {
    let none = name.upperBound..<name.upperBound
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return none }
    index += 1
    skipSpace()
    guard index < bytes.count else { return none }
    let quote = bytes[index]
    switch quote {
    case UInt8(ascii: ">"): return none
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let start = index + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      index = Swift.min(end + 1, bytes.count)
      return start..<end
    default:
      let start = index
      while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
  }
}
