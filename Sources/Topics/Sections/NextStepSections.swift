internal import Markup
internal import Notes

/// Finds the sections of a note that say what comes next.
struct NextStepSections: Sendable {
  /// The usual headings.
  static let usual = [
    "Next Steps", "Next Step", "Next", "What's next", "What next", "Where to go next", "Where next",
    "See also", "Further reading", "Read more", "Related", "Related notes", "Related topics",
    "Related reading",
  ]

  private let headings: Set<[String]>
  /// The headings to the letter: most notes write one of them so.
  private let written: Set<String>
  /// The first two bytes of each, for a quick no.
  private let beginnings: Set<UInt16>

  /// `headings` go in place of the usual ones.
  init(_ headings: [String]?) {
    let meant = headings ?? Self.usual
    let words = meant.map(Self.words).filter { !$0.isEmpty }
    written = Set(meant.filter { !Self.words($0).isEmpty })
    self.headings = Set(words)
    beginnings = Set(words.compactMap { Self.beginning($0[0].utf8) })
  }

  /// True for a heading that says so, whatever its case, punctuation and number.
  func isMeant(_ heading: String) -> Bool {
    // Nearly all headings are none of them.
    if let beginning = Self.beginning(heading.utf8), !beginnings.contains(beginning) {
      return false
    }
    return written.contains(heading) || headings.contains(Self.words(heading))
  }

  /// The first two letters in lower case; nil where they are not both ASCII letters side by side.
  private static func beginning(_ text: String.UTF8View) -> UInt16? {
    var first: UInt8 = 0
    for byte in text {
      if first != 0 { return isLetter(byte) ? UInt16(first) << 8 | UInt16(byte | 0x20) : nil }
      if byte >= 0x80 { return nil }
      if isLetter(byte) { first = byte | 0x20 }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func words(_ heading: String) -> [String] {
    let words = WordScanner.words(of: heading).map(\.text)
    let number = words.prefix { $0.utf8.allSatisfy { $0 == 0x2E || $0 >= 0x30 && $0 <= 0x39 } }
    return number.count < words.count ? Array(words.dropFirst(number.count)) : words
  }

  /// The ranges of headings whose sections say what comes next; each with the sections below it.
  func ranges(in headings: [Heading]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < headings.count {
      guard isMeant(headings[index].text) else {
        index += 1
        continue
      }
      let level = headings[index].level
      var end = index + 1
      while end < headings.count, headings[end].level > level { end += 1 }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }
}
