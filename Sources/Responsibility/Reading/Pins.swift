internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// Comments that pin what follows: `<!-- responsibility: row=guest-os party=customer id=R-07 -->`.
struct Pins {
  /// What one comment says.
  struct Pin {
    var row: String?
    var number: Int?
    var party: String?
    var isIgnore = false
    var reason: String?
    let line: Int
    let column: Int
    var unknown: [String] = []

    /// The parties that it names; nil where it names none.
    func parties(_ catalog: Catalog) -> [String]? {
      guard let party else { return nil }
      let found = party.split(separator: ",").compactMap { name in
        catalog.partyNames.whole(Words(String(name)).folded)
      }
      return found.isEmpty ? nil : found
    }
  }

  /// By the index of the block that a pin is for.
  private var pins: [Int: Pin] = [:]

  init(_ outline: Outline, in document: MarkdownDocument) {
    for comment in outline.comments {
      guard let pin = Self.pin(comment) else { continue }
      pins[Self.block(of: comment, in: outline)] = pin
    }
  }

  var isEmpty: Bool { pins.isEmpty }

  func pin(of block: Int) -> Pin? { pins[block] }

  func isIgnored(_ block: Int) -> Bool { pins[block]?.isIgnore ?? false }

  /// What is wrong with pins.
  func findings(in note: Note) -> [Finding] {
    pins.values.sorted { ($0.line, $0.column) < ($1.line, $1.column) }.flatMap { pin in
      var findings = pin.unknown.map { key in
        Finding(
          .matrixPinInvalid, at: Place(note.path.string, line: pin.line, column: pin.column),
          "a comment that pins has no key '\(key)'", help: "the keys are row, party, id and ignore")
      }
      if pin.isIgnore, pin.reason == nil {
        findings.append(
          Finding(
            .matrixPinInvalid, at: Place(note.path.string, line: pin.line, column: pin.column),
            "what follows is ignored without a reason", help: "write ignore reason=\"…\""))
      }
      return findings
    }
  }

  /// The item or paragraph that a comment stands before, or in.
  private static func block(of comment: Outline.Comment, in outline: Outline) -> Int {
    let inside = outline.blocks.indices.last { index in
      let block = outline.blocks[index]
      return index < comment.block && comment.block <= Int(block.end)
        && (block.kind == .paragraph || block.kind == .heading || block.kind == .cell)
        && block.plainStart <= comment.plainOffset && Int(block.lastLine) >= comment.line
    }
    if let inside { return holder(inside, in: outline) }
    var next = comment.block
    while next < outline.blocks.count,
      [.list, .html, .table, .row].contains(outline.blocks[next].kind)
    {
      next += 1
    }
    return next
  }

  /// The item whose own text a paragraph is, else the paragraph.
  private static func holder(_ paragraph: Int, in outline: Outline) -> Int {
    paragraph > 0 && outline.blocks[paragraph - 1].kind == .item
      && Int(outline.blocks[paragraph - 1].end) > paragraph ? paragraph - 1 : paragraph
  }

  private static func pin(_ comment: Outline.Comment) -> Pin? {
    let text = Catalog.trimmed(comment.text.replacing("\n", with: " ")[...])
    guard text.hasPrefix("responsibility:") else { return nil }
    var pin = Pin(line: comment.line, column: comment.column)
    for (key, value) in pairs(text.dropFirst("responsibility:".count)) {
      switch key {
      case "row": pin.row = value.map { $0.hasPrefix("r-") ? String($0.dropFirst(2)) : $0 }
      case "party": pin.party = value
      case "id":
        pin.number = value.flatMap { Int($0.drop { !("0"..."9").contains($0) }) }
      case "ignore": pin.isIgnore = true
      case "reason": pin.reason = value
      default: pin.unknown.append(key)
      }
    }
    return pin
  }

  /// `key=value`, `key="a value"` and `key`.
  private static func pairs(_ text: Substring) -> [(key: String, value: String?)] {
    var found: [(String, String?)] = []
    var rest = text
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard !rest.isEmpty else { return found }
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else {
        found.append((String(key), nil))
        continue
      }
      rest = rest.dropFirst()
      if rest.first == "\"" {
        let value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 2)
        found.append((String(key), String(value)))
      } else {
        let value = rest.prefix { $0 != " " }
        rest = rest.dropFirst(value.count)
        found.append((String(key), String(value)))
      }
    }
  }
}
