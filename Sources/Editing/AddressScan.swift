/// Where addresses are written in Markdown: behind `](`, in definitions, in `href` and `src`, in
/// wikilinks.
///
/// It finds more than the parser would, in code within a line for example; who changes something asks
/// the parser's links as well. Blocks of code between fences are left out.
struct AddressScan {
  /// An address as it is written.
  struct Found: Equatable {
    /// The bytes of the address, without what encloses it.
    let range: Range<Int>
    /// The address with backslashes and `&amp;` resolved, as the parser gives it.
    let address: String
    /// From 1.
    let line: Int
    /// From 1, in bytes.
    let column: Int
    let kind: Kind
  }

  /// How an address is written.
  enum Kind {
    case link, definition, attribute, wikilink
  }

  private(set) var found: [Found] = []
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
    var line = 1
    var start = 0
    var fence: ArraySlice<UInt8>?
    while start <= text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let body = text[start..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      if let mark = Self.fence(body) {
        if let open = fence {
          if mark.first == open.first, mark.count >= open.count { fence = nil }
        } else {
          fence = mark
        }
      } else if fence == nil {
        scan(start..<end, body: body.startIndex, line: line)
      }
      start = end + 1
      line += 1
    }
  }

  private static func fence(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let mark = text.prefix { $0 == first }
    return mark.count >= 3 ? mark : nil
  }

  private mutating func scan(_ range: Range<Int>, body: Int, line: Int) {
    if let start = definition(body, range.upperBound) {
      add(address(from: start, to: range.upperBound, isLink: false), in: range, line, .definition)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "]") where has("](", at: index, range.upperBound):
        let start = skipSpace(index + 2, range.upperBound)
        add(address(from: start, to: range.upperBound, isLink: true), in: range, line, .link)
      case UInt8(ascii: "[") where has("[[", at: index, range.upperBound):
        add(wikilink(from: index + 2, to: range.upperBound), in: range, line, .wikilink)
        index += 1
      case UInt8(ascii: "h") where has("href=", at: index, range.upperBound):
        add(quoted(from: index + 5, to: range.upperBound), in: range, line, .attribute)
      case UInt8(ascii: "s") where has("src=", at: index, range.upperBound):
        add(quoted(from: index + 4, to: range.upperBound), in: range, line, .attribute)
      default: break
      }
      index += 1
    }
  }

  private mutating func add(
    _ address: Range<Int>?, in line: Range<Int>, _ number: Int, _ kind: Kind
  ) {
    guard let address, !address.isEmpty else { return }
    found.append(
      Found(
        range: address, address: Self.resolved(text[address], isMarkdown: kind != .attribute),
        line: number, column: address.lowerBound - line.lowerBound + 1, kind: kind))
  }

  // MARK: - Forms

  /// The place behind `[label]:` at the beginning of a line.
  private func definition(_ start: Int, _ end: Int) -> Int? {
    guard start < end, text[start] == UInt8(ascii: "["), start + 1 < end,
      text[start + 1] != UInt8(ascii: "^"),
      let close = text[start..<end].firstIndex(of: UInt8(ascii: "]")),
      has("]:", at: close, end)
    else { return nil }
    return skipSpace(close + 2, end)
  }

  /// An address in angle brackets, or up to white space and, in a link, its closing parenthesis.
  private func address(from start: Int, to end: Int, isLink: Bool) -> Range<Int>? {
    guard start < end else { return nil }
    if text[start] == UInt8(ascii: "<") {
      guard let close = text[start..<end].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      return start + 1..<close
    }
    var depth = 0
    var index = start
    while index < end, text[index] > 0x20 {
      if text[index] == UInt8(ascii: "\\"), index + 1 < end {
        index += 1
      } else if text[index] == UInt8(ascii: "(") {
        depth += 1
      } else if text[index] == UInt8(ascii: ")") {
        if depth == 0, isLink { break }
        depth -= 1
      }
      index += 1
    }
    return start..<min(index, end)
  }

  private func quoted(from start: Int, to end: Int) -> Range<Int>? {
    guard start < end, text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'"),
      let close = text[(start + 1)..<end].firstIndex(of: text[start])
    else { return nil }
    return start + 1..<close
  }

  private func wikilink(from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, text[index] != UInt8(ascii: "|"), text[index] != UInt8(ascii: "]") {
      index += 1
    }
    return index < end ? start..<index : nil
  }

  // MARK: - Bytes

  private func has(_ word: StaticString, at index: Int, _ end: Int) -> Bool {
    index + word.utf8CodeUnitCount <= end
      && word.withUTF8Buffer { word in word.indices.allSatisfy { text[index + $0] == word[$0] } }
  }

  private func skipSpace(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  private static func resolved(_ bytes: ArraySlice<UInt8>, isMarkdown: Bool) -> String {
    var plain: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = index + 1
      if isMarkdown, bytes[index] == UInt8(ascii: "\\"), next < bytes.endIndex,
        isPunctuation(bytes[next])
      {
        index = next
      }
      plain.append(bytes[index])
      index += 1
    }
    return String(decoding: plain, as: UTF8.self).replacing("&amp;", with: "&")
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
