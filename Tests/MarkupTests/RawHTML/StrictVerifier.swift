/// Reads a page by a grammar so narrow that nothing dangerous can be said in it.
///
/// It shares no code and no table with what it examines. Every `<` must begin `</name>` or
/// `<name attribute="value">` with single spaces and double quotes; names are on its own list; tags
/// are balanced; blocks, links, lists and tables stand where a browser leaves them.
struct StrictVerifier {
  /// What is wrong with the page, or nil.
  static func complaint(about page: [UInt8]) -> String? {
    var verifier = StrictVerifier(rest: page[...])
    do {
      try verifier.read()
      return nil
    } catch {
      return "\(error.reason) before: \(String(decoding: verifier.rest.prefix(60), as: UTF8.self))"
    }
  }

  private struct Complaint: Error {
    let reason: String
  }

  private var rest: ArraySlice<UInt8>
  private var open: [String] = []

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private static let voids: Set = ["br", "hr", "img", "wbr"]
  private static let blocks: Set = [
    "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]
  private static let inlines: Set = [
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "summary": ["details"],
    "figcaption": ["figure"], "caption": ["table"], "thead": ["table"], "tbody": ["table"],
    "tfoot": ["table"], "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"],
  ]
  private static let structures: [String: Set<String>] = [
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"],
    "table": ["caption", "thead", "tbody", "tfoot", "tr"], "thead": ["tr"], "tbody": ["tr"],
    "tfoot": ["tr"], "tr": ["td", "th"],
  ]
  private static let attributes: [String: Set<String>] = [
    "a": ["href"], "img": ["src", "alt", "width", "height", "class"], "details": ["open"],
    "ol": ["start", "reversed", "type"], "li": ["value"], "td": ["colspan", "rowspan", "class"],
    "th": ["colspan", "rowspan", "scope", "class"], "p": ["class"], "div": ["class"],
    "table": ["class"], "tr": ["class"], "h1": ["class"], "h2": ["class"], "h3": ["class"],
    "h4": ["class"], "h5": ["class"], "h6": ["class"],
  ]

  private mutating func read() throws(Complaint) {
    while let byte = rest.first {
      guard byte == UInt8(ascii: "<") else {
        if byte == UInt8(ascii: ">") { throw Complaint(reason: "a lone >") }
        rest.removeFirst()
        continue
      }
      if rest.starts(with: "</".utf8) { try readEndTag() } else { try readStartTag() }
    }
    if !open.isEmpty { throw Complaint(reason: "left open: \(open)") }
  }

  private mutating func readEndTag() throws(Complaint) {
    rest = rest.dropFirst(2)
    let name = word()
    guard open.popLast() == name else { throw Complaint(reason: "unbalanced </\(name)>") }
    try expect(">")
  }

  private mutating func readStartTag() throws(Complaint) {
    rest = rest.dropFirst()
    let name = word()
    guard Self.blocks.contains(name) || Self.inlines.contains(name) else {
      throw Complaint(reason: "element '\(name)'")
    }
    try checkPlace(of: name)
    var seen: Set<String> = []
    while rest.first == UInt8(ascii: " ") {
      rest = rest.dropFirst()
      let attribute = word()
      try expect("=\"")
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      rest = rest[value.endIndex...]
      try expect("\"")
      guard seen.insert(attribute).inserted else { throw Complaint(reason: "twice \(attribute)") }
      try check(attribute, String(decoding: value, as: UTF8.self), on: name)
    }
    try expect(">")
    if !Self.voids.contains(name) { open.append(name) }
  }

  private func checkPlace(of name: String) throws(Complaint) {
    if let parents = Self.parents[name], !parents.contains(open.last ?? "") {
      throw Complaint(reason: "\(name) in \(open.last ?? "nothing")")
    }
    if let children = open.last.flatMap({ Self.structures[$0] }), !children.contains(name) {
      throw Complaint(reason: "\(name) in \(open.last ?? "nothing")")
    }
    if Self.blocks.contains(name), open.contains("p"),
      open.last(where: { $0 == "p" || $0 == "td" }) == "p"
    {
      throw Complaint(reason: "\(name) in a paragraph")
    }
    if name == "a", open.contains("a") { throw Complaint(reason: "a link in a link") }
  }

  private func check(_ name: String, _ value: String, on element: String) throws(Complaint) {
    guard
      ["id", "title", "lang", "dir"].contains(name)
        || Self.attributes[element]?.contains(name) == true
    else { throw Complaint(reason: "attribute \(name) on \(element)") }
    guard !value.utf8.contains(where: { "<>".utf8.contains($0) || $0 == 0 }) else {
      throw Complaint(reason: "value of \(name)")
    }
    let digits = Set("0123456789")
    switch name {
    case "href", "src":
      let end = value.firstIndex { ":/?#".contains($0) }
      if let end, value[end] == ":" {
        let known = ["http", "https", "mailto", "tel"]
        guard known.contains(value[..<end].lowercased()) || !isScheme(value[..<end])
        else { throw Complaint(reason: "scheme of \(value)") }
      }
      if value.hasPrefix("//") || value.contains(where: { "\\ \t\n\r`'\"".contains($0) }) {
        throw Complaint(reason: "address \(value)")
      }
    case "id":
      let isPlain = value.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0))
      }
      if !isPlain || value.isEmpty { throw Complaint(reason: "id \(value)") }
    case "class":
      guard ["align-left", "align-right", "align-center"].contains(value) else {
        throw Complaint(reason: "class \(value)")
      }
    case "width", "height", "colspan", "rowspan":
      guard value.allSatisfy(digits.contains), let number = Int(value),
        (1...10_000).contains(number)
      else { throw Complaint(reason: "\(name) \(value)") }
    case "open", "reversed":
      if !value.isEmpty { throw Complaint(reason: "\(name) \(value)") }
    default: break
    }
  }

  private func isScheme(_ text: Substring) -> Bool {
    text.first.map { $0.isASCII && $0.isLetter } == true && text.allSatisfy(isSchemePart)
  }

  private func isSchemePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  private mutating func word() -> String {
    let word = rest.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func expect(_ text: String) throws(Complaint) {
    guard rest.starts(with: text.utf8) else { throw Complaint(reason: "no \(text)") }
    rest = rest.dropFirst(text.utf8.count)
  }
}
