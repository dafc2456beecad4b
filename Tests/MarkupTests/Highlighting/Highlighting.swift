import Markup
import Testing

/// One name of each language.
let highlightedLanguages = [
  "bash", "console", "dockerfile", "json", "yaml", "hcl", "toml", "ini", "python", "swift", "ts",
  "sql", "xml", "html", "diff",
]

/// The HTML of the code.
func highlight(_ code: [UInt8], as language: String) throws -> [UInt8] {
  let highlighter = try #require(Highlighter(named: language))
  var html = HTML()
  code.withUnsafeBufferPointer { html.highlighted($0, by: highlighter) }
  return html.bytes
}

/// Highlights the code and compares: `«k let»` stands for a span of class `k`, and text is text.
func expect(
  _ language: String, _ code: String, is expected: String,
  at location: SourceLocation = #_sourceLocation
) throws {
  let html = try highlight(Array(code.utf8), as: language)
  #expect(HighlightedText(html)?.notation == expected, sourceLocation: location)
}

/// What a highlighter's HTML says, read back strictly.
struct HighlightedText {
  /// The code without spans and entities.
  private(set) var text: [UInt8] = []
  /// The code with `«x …»` for spans.
  var notation: String { String(decoding: marked, as: UTF8.self) }

  private var marked: [UInt8] = []

  private static let spanStart = Array("<span class=\"".utf8)
  private static let spanEnd = Array("</span>".utf8)
  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), 0x26), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
    (Array("&quot;".utf8), 0x22),
  ]

  /// Reads HTML; nil where it is not text with flat, non-empty spans of known classes within lines.
  init?(_ html: [UInt8]) {
    var isInside = false
    var index = 0
    while index < html.count {
      var byte = html[index]
      switch byte {
      case 0x3C where isInside:
        guard html[index...].starts(with: Self.spanEnd) else { return nil }
        index += Self.spanEnd.count
        marked += "»".utf8
        isInside = false
        continue
      case 0x3C:
        let name = index + Self.spanStart.count
        guard html[index...].starts(with: Self.spanStart), name + 3 < html.count,
          "ksncftavboidh".utf8.contains(html[name]), html[name + 1] == 0x22,
          html[name + 2] == 0x3E, html[name + 3] != 0x3C
        else { return nil }
        marked += "«".utf8
        marked += [html[name], 0x20]
        index = name + 3
        isInside = true
        continue
      case 0x26:
        let rest = html[index...]
        guard let entity = Self.entities.first(where: { rest.starts(with: $0.name) }) else {
          return nil
        }
        byte = entity.byte
        index += entity.name.count
      case 0x22, 0x3E: return nil
      case 0x0A where isInside: return nil
      default: index += 1
      }
      text.append(byte)
      marked.append(byte)
    }
    guard !isInside else { return nil }
  }
}
