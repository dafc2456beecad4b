internal import Bytes
internal import Diagnostics
internal import Files

/// Finds footnotes that no text refers to; the parser leaves them out of the page without a word.
///
/// It reads the lines itself, since nothing of such a footnote is in the parser's tree. Only notes with
/// a definition at the beginning of a line cost more than one look for `^`.
struct FootnoteCheck {
  let findings: [Finding]

  init(_ bytes: [UInt8], in path: ContentPath) {
    guard Self.hasDefinition(bytes) else {
      findings = []
      return
    }
    var definitions: [(label: String, line: Int, column: Int)] = []
    var mentions: Set<String> = []
    var fence: ArraySlice<UInt8>?
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = line.drop { $0 == 0x20 }
      let indent = line.count - text.count
      if let mark = Self.fence(text) {
        if let open = fence {
          if mark.first == open.first, mark.count >= open.count { fence = nil }
        } else if indent < 4 {
          fence = mark
        }
        continue
      }
      guard fence == nil else { continue }
      for (label, offset, isDefinition) in Self.marks(in: line) {
        if isDefinition, offset == indent, indent < 4 {
          definitions.append((label, number, offset + 1))
        } else {
          mentions.insert(label)
        }
      }
    }
    findings = definitions.filter { !mentions.contains($0.label) }.map { label, line, column in
      Finding(
        .footnoteUnused, at: Place(path.string, line: line, column: column),
        "nothing refers to the footnote '\(label)'; it is not shown",
        help: "put '[^\(label)]' where it belongs, or take the footnote out")
    }
  }

  /// True where `[^` stands at the beginning of a line, but for spaces.
  private static func hasDefinition(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      text.contains(UInt8(ascii: "^")) { place in
        guard text.has("[", at: place - 1) else { return false }
        var start = place - 1
        while start > 0, text[start - 1] == 0x20 { start -= 1 }
        return start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D
      }
    }
  }

  /// The backticks or tildes of a line that opens or closes a block of code.
  private static func fence(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let mark = text.prefix { $0 == first }
    return mark.count >= 3 ? mark : nil
  }

  /// Each `[^label]` of a line, folded as labels are, with its offset, and whether a colon follows.
  private static func marks(
    in line: ArraySlice<UInt8>
  ) -> [(label: String, offset: Int, isDefinition: Bool)] {
    var marks: [(label: String, offset: Int, isDefinition: Bool)] = []
    var index = line.startIndex
    while index + 2 < line.endIndex {
      guard line[index] == UInt8(ascii: "["), line[index + 1] == UInt8(ascii: "^"),
        let end = line[index...].firstIndex(of: UInt8(ascii: "]"))
      else {
        index += 1
        continue
      }
      let label = String(decoding: line[(index + 2)..<end], as: UTF8.self).lowercased()
      let isDefinition = end + 1 < line.endIndex && line[end + 1] == UInt8(ascii: ":")
      if !label.isEmpty { marks.append((label, index - line.startIndex, isDefinition)) }
      index = end + 1
    }
    return marks
  }
}
