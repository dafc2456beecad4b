/// HTML in the form in which the specification's own runner compares it (`normalize.py`): white space
/// collapsed and dropped beside block tags, attributes sorted, tags not closed by themselves,
/// character references decoded.
struct NormalizedHTML {
  private var output = ""
  private var rest: Substring
  private var last = Last.text
  private var lastTag = ""
  private var isInPre = false

  private enum Last {
    case start, end, text
  }

  /// The normalised form of some HTML.
  static func text(of html: String) -> String {
    var normalizer = NormalizedHTML(rest: html[...])
    while !normalizer.rest.isEmpty { normalizer.step() }
    return normalizer.output.trimmingSpace(.both)
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func step() {
    for (start, end) in [
      ("<![CDATA[", "]]>"), ("<!--", "-->"), ("<!", ">"), ("<?", ">"),
    ] where rest.hasPrefix(start) {
      take(through: end)
      return
    }
    if let tag = takeTag() {
      write(tag)
      return
    }
    let text = rest.prefix(1) + rest.dropFirst().prefix { $0 != "<" }
    rest = rest.dropFirst(text.count)
    write(text: String(text))
  }

  private mutating func take(through end: String) {
    let upper = rest.firstRange(of: end)?.upperBound ?? rest.endIndex
    output += rest[..<upper]
    rest = rest[upper...]
    last = .text
  }

  // MARK: - Tags

  private struct Tag {
    var name = ""
    var isEnd = false
    var isSelfClosing = false
    var attributes: [(name: String, value: String?)] = []
  }

  private mutating func takeTag() -> Tag? {
    guard rest.first == "<" else { return nil }
    var scan = rest.dropFirst()
    var tag = Tag()
    if scan.first == "/" {
      tag.isEnd = true
      scan = scan.dropFirst()
    }
    guard scan.first?.isLetter == true else { return nil }
    tag.name = Self.take(from: &scan) { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
    while true {
      _ = Self.take(from: &scan) { $0.isWhitespace || $0 == "/" }
      guard let next = scan.first else { return nil }
      if next == ">" { break }
      let name = Self.take(from: &scan) { !$0.isWhitespace && !"=>/".contains($0) }
      guard !name.isEmpty else { return nil }
      var look = scan
      _ = Self.take(from: &look, while: \.isWhitespace)
      guard look.first == "=" else {
        tag.attributes.append((name.lowercased(), nil))
        continue
      }
      scan = look.dropFirst()
      _ = Self.take(from: &scan, while: \.isWhitespace)
      tag.attributes.append((name.lowercased(), Self.takeValue(from: &scan)))
    }
    tag.isSelfClosing = rest[..<scan.startIndex].last == "/"
    rest = scan.dropFirst()
    return tag
  }

  private static func takeValue(from scan: inout Substring) -> String {
    guard let quote = scan.first, quote == "\"" || quote == "'" else {
      return decoded(take(from: &scan) { !$0.isWhitespace && $0 != ">" })
    }
    scan = scan.dropFirst()
    let value = take(from: &scan) { $0 != quote }
    scan = scan.dropFirst()
    return decoded(value)
  }

  private static func take(
    from scan: inout Substring, while condition: (Character) -> Bool
  ) -> String {
    let taken = scan.prefix(while: condition)
    scan = scan[taken.endIndex...]
    return String(taken)
  }

  private mutating func write(_ tag: Tag) {
    if tag.name == "pre" { isInPre = !tag.isEnd }
    let trims = Self.blockTags.contains(tag.name) && !(tag.isEnd && tag.name == "pre")
    if trims { output = output.trimmingSpace(.end) }
    output += tag.isEnd ? "</\(tag.name)" : "<\(tag.name)"
    for (name, value) in tag.attributes.sorted(by: { $0.name < $1.name }) {
      output += " \(name)"
      guard let value else { continue }
      let isAddress = name == "href" || name == "src"
      output += "=\"\(Self.escaped(isAddress ? Self.percentDecoded(value) : value))\""
    }
    output += ">"
    lastTag = tag.name
    last = tag.isEnd || tag.isSelfClosing ? .end : .start
  }

  // MARK: - Text

  private mutating func write(text: String) {
    var text = text
    if last != .text, lastTag == "br" { text = String(text.drop { $0 == "\n" }) }
    if !isInPre { text = Self.collapsed(text) }
    if last != .text, Self.blockTags.contains(lastTag), !isInPre {
      text = text.trimmingSpace(last == .start ? .start : .both)
    }
    output += Self.escaped(Self.decoded(text))
    last = .text
  }

  private static func collapsed(_ text: String) -> String {
    var result = ""
    for character in text {
      if !character.isASCIISpace {
        result.append(character)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static func decoded(_ text: String) -> String {
    String(decoding: decodeEntities(Array(text.utf8)[...]), as: UTF8.self)
      .replacing("&ouml;", with: "\u{F6}")
  }

  private static func percentDecoded(_ address: String) -> String {
    var parts = address.split(separator: "%", omittingEmptySubsequences: false)[...]
    var bytes = Array((parts.popFirst() ?? "").utf8)
    for part in parts {
      if let byte = UInt8(part.prefix(2), radix: 16), part.count > 1 {
        bytes += [byte] + part.dropFirst(2).utf8
      } else {
        bytes += "%\(part)".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let blockTags: Set<String> = [
    "article", "aside", "blockquote", "body", "button", "canvas", "caption", "col", "colgroup",
    "dd", "div", "dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "iframe", "li", "map", "object", "ol",
    "output", "p", "pre", "progress", "script", "section", "style", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "video",
  ]
}

extension String {
  fileprivate enum Side {
    case start, end, both
  }

  fileprivate func trimmingSpace(_ side: Side) -> String {
    var text = self[...]
    if side != .end { text = text.drop(while: \.isASCIISpace) }
    if side != .start {
      while text.last?.isASCIISpace == true { text.removeLast() }
    }
    return String(text)
  }
}

extension Character {
  fileprivate var isASCIISpace: Bool {
    isASCII && isWhitespace
  }
}
