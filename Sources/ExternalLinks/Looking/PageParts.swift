/// The parts of an HTML page that a link can name: the values of `id` and `name`.
enum PageParts {
  /// Those of these fragments that no element of the page has.
  ///
  /// GitHub puts `user-content-` before the ids of what people write.
  static func missing(_ fragments: Set<String>, in page: [UInt8]) -> Set<String> {
    var missing = fragments
    var index = 0
    while index < page.count, !missing.isEmpty {
      guard let value = value(in: page, at: &index) else { continue }
      let name = text(value)
      missing.remove(name)
      if name.hasPrefix("user-content-") { missing.remove(String(name.dropFirst(13))) }
    }
    return missing
  }

  /// False for a fragment that no element has and that means something all the same: the top of the page,
  /// text to look for, lines of a file, or a place within an application.
  static func isJudged(_ fragment: String) -> Bool {
    if fragment.isEmpty || fragment.lowercased() == "top" { return false }
    if ["/", "!", ":~:"].contains(where: { fragment.hasPrefix($0) }) { return false }
    if fragment.utf8.contains(0x3D) || fragment.utf8.contains(0x2F) { return false }
    let isLine = fragment.hasPrefix("L") && fragment.dropFirst().first?.isNumber == true
    return !isLine
  }

  /// The value of the attribute that begins at `index`, if it is `id` or `name`; moves on.
  private static func value(in page: [UInt8], at index: inout Int) -> ArraySlice<UInt8>? {
    let start = index
    index += 1
    guard start > 0, isBlank(page[start - 1]) || isQuote(page[start - 1]) else { return nil }
    var end = start
    for name in [[0x69, 0x64], [0x6E, 0x61, 0x6D, 0x65]] as [[UInt8]]
    where start + name.count < page.count
      && page[start..<start + name.count].elementsEqual(name, by: { $0 | 0x20 == $1 })
    {
      end = start + name.count
    }
    guard end > start else { return nil }
    while end < page.count, isBlank(page[end]) { end += 1 }
    guard end < page.count, page[end] == 0x3D else { return nil }
    end += 1
    while end < page.count, isBlank(page[end]) { end += 1 }
    guard end < page.count else { return nil }
    let value: ArraySlice<UInt8>
    if isQuote(page[end]) {
      value = page[(end + 1)...].prefix { $0 != page[end] }
    } else {
      value = page[end...].prefix { !isBlank($0) && $0 != 0x3E }
    }
    index = value.endIndex
    return value
  }

  /// An attribute's value with the character references that ids may have.
  private static func text(_ value: ArraySlice<UInt8>) -> String {
    var text = String(decoding: value, as: UTF8.self)
    guard value.contains(0x26) else { return text }
    let names = [
      ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&lt;", "<"),
      ("&gt;", ">"), ("&amp;", "&"),
    ]
    for (name, character) in names { text = text.replacing(name, with: character) }
    return text
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
}
