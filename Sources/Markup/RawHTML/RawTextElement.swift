/// An element whose content a browser does not read as tags; none of them is ever allowed.
enum RawTextElement: String, CaseIterable, Sendable {
  case iframe
  case noembed
  case noframes
  case noscript
  case plaintext
  case script
  case style
  case textarea
  case title
  case xmp

  init?(name: [UInt8]) {
    guard let word = PackedWord(name), let element = Self.byName.value(of: word) else { return nil }
    self = element
  }

  private static let byName = NameTable(allCases.map { ($0.rawValue, $0) })

  /// Where the element's end tag begins, or the end of the input.
  func endOfContent(in bytes: [UInt8], from start: Int) -> Int {
    switch self {
    case .plaintext: return bytes.count
    case .script: return endOfScript(in: bytes, from: start)
    default:
      var index = start
      while index < bytes.count {
        if startsTag("</", at: index, in: bytes) { return index }
        index += 1
      }
      return bytes.count
    }
  }

  /// The script data states: inside `<!--` a nested `<script>` hides one `</script>`.
  private func endOfScript(in bytes: [UInt8], from start: Int) -> Int {
    var isEscaped = false
    var isNested = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if !isEscaped, bytes[index...].starts(with: "<!--".utf8) {
          isEscaped = true
          // The two dashes may already be those of the `-->`.
          index += 1
        } else if startsTag("</", at: index, in: bytes) {
          guard isNested else { return index }
          isNested = false
        } else if isEscaped, startsTag("<", at: index, in: bytes) {
          isNested = true
        }
      case UInt8(ascii: "-") where isEscaped && bytes[index...].starts(with: "-->".utf8):
        isEscaped = false
        isNested = false
      default: break
      }
      index += 1
    }
    return bytes.count
  }

  /// Whether a tag of this name, complete with what ends a name, begins here.
  private func startsTag(_ opening: String, at index: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[index] == UInt8(ascii: "<") else { return false }
    let name = rawValue.utf8
    let nameStart = index + opening.utf8.count
    let end = nameStart + name.count
    guard end < bytes.count,
      bytes[index..<nameStart].elementsEqual(opening.utf8),
      bytes[nameStart..<end].isWord(rawValue)
    else { return false }
    let next = bytes[end]
    return next.isHTMLSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}
