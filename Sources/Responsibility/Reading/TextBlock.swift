internal import Markup

/// A heading, a paragraph or an item's own text, with what rules ask of it.
struct TextBlock {
  enum Kind { case heading, paragraph, item }

  let kind: Kind
  /// The index of the block that holds the text: the heading, the paragraph, the item.
  let index: Int
  /// The block that says where it is.
  let block: Outline.Block
  /// The range of its own text, without what lies below an item.
  let plain: Range<Int>
  let text: String
  let words: Words
  /// True for text that is strong from beginning to end.
  let isStrong: Bool
  /// How many words are strong at its beginning; 0 where it does not begin so.
  let strongWords: Int
  /// True for an item with a list below it.
  let hasChildren: Bool
  /// The last line of its own text.
  let lastLine: Int

  /// True for "…:".
  var endsInColon: Bool { text.utf8.last == UInt8(ascii: ":") }
  /// True for a question, which claims nothing.
  var isQuestion: Bool { text.utf8.last == UInt8(ascii: "?") }
  /// True for a label that could stand over what follows: a heading or a strong paragraph.
  var isLabel: Bool { kind == .heading || isStrong }

  init?(_ index: Int, of outline: Outline, in document: MarkdownDocument) {
    let block = outline.blocks[index]
    var own = block
    switch block.kind {
    case .heading: kind = .heading
    case .paragraph: kind = .paragraph
    case .item:
      kind = .item
      let first = index + 1
      guard first < Int(block.end), outline.blocks[first].kind == .paragraph else { return nil }
      own = outline.blocks[first]
    default: return nil
    }
    self.index = index
    self.block = block
    plain = own.plain
    lastLine = Int(own.lastLine)
    text = document.text(plain)
    words = Words(document.plain[plain])
    hasChildren =
      block.kind == .item
      && outline.children(of: index).contains { outline.blocks[$0].kind == .list }
    var covered = 0
    var lead = 0
    for mark in outline.marks(in: plain) where mark.kind == .strong {
      covered += mark.plain.count
      if Int(mark.plain.lowerBound) == plain.lowerBound {
        let end = Int(mark.plain.upperBound) - plain.lowerBound
        lead = words.ranges.count { $0.upperBound <= end }
      }
    }
    strongWords = lead
    isStrong = block.kind == .paragraph && lead > 0 && covered + 2 >= plain.count
  }

  /// The text from a word on; empty behind the last.
  func text(from word: Int) -> String {
    guard word < words.count else { return "" }
    return String(decoding: Array(text.utf8)[words.ranges[word].lowerBound...], as: UTF8.self)
  }

  /// The text of a range of words, without what surrounds them.
  func text(of range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = words.ranges[range.lowerBound].lowerBound
    let end = words.ranges[range.upperBound - 1].upperBound
    return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
  }

  /// What stands between two words: spaces, punctuation.
  func gap(before word: Int) -> String {
    let bytes = Array(text.utf8)
    let start = word == 0 ? 0 : words.ranges[word - 1].upperBound
    let end = word < words.count ? words.ranges[word].lowerBound : bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// True where a colon or a dash stands before a word.
  func isSeparated(before word: Int) -> Bool {
    gap(before: word).unicodeScalars.contains {
      $0 == ":" || $0 == "\u{2013}" || $0 == "\u{2014}"
    } || gap(before: word).contains(" - ")
  }
}
