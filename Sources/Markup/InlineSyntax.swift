internal import Bytes

/// Which inline syntax beyond CommonMark a text could use, told from its bytes.
///
/// What cannot be there need not be looked for. Autolinks cost two walks over the tree and cut the text
/// at every `w` and every colon, footnotes cost two walks, and only strikethrough and autolinks make
/// cmark-gfm change a table that other threads read. The look errs on the side of what may be there.
struct InlineSyntax: Equatable {
  /// True where there may be the text of a footnote.
  ///
  /// Of a reference without a text cmark-gfm 0.29.0.gfm.6 loses or repeats characters where the brackets
  /// end in another line or the caret is escaped. Where the caret is a character reference, it reads
  /// memory that is not the text's: a document that has one has no footnotes.
  let footnotes: Bool
  /// True where there may be text that is struck through.
  let strikethrough: Bool
  /// True where there may be addresses without angle brackets around them.
  let autolinks: Bool
}

extension InlineSyntax {
  /// What a text could use.
  init(in text: UnsafeBufferPointer<UInt8>) {
    func holds(_ character: Unicode.Scalar, where isWanted: (Int) -> Bool = { _ in true }) -> Bool {
      text.contains(UInt8(ascii: character), where: isWanted)
    }
    footnotes = holds("[") { text.isFootnote(at: $0) } && !holds("[") { text.isCaret(at: $0 + 1) }
    strikethrough = holds("~")
    autolinks =
      holds("@")
      || holds(":") { text.has("/", at: $0 + 1) }
      || holds(".") { text.has("www", at: $0 - 3) }
      // The at sign of an address of mail may be `&commat;` or `&#64;`.
      || holds("&") { text.has("c", at: $0 + 1) || text.has("#", at: $0 + 1) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True for the bracket that `[^label]:` begins with.
  fileprivate func isFootnote(at bracket: Int) -> Bool {
    guard has("[^", at: bracket) else { return false }
    let end = self[(bracket + 2)...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "]") }
    return end.map { has("]:", at: $0) } ?? false
  }

  /// True for a caret written as a character reference: `&Hat;`, `&#94;` or `&#x5e;`.
  fileprivate func isCaret(at place: Int) -> Bool {
    guard has("&#", at: place) else { return has("&Hat;", at: place) }
    let isHexadecimal = has("x", at: place + 2) || has("X", at: place + 2)
    var digits = place + (isHexadecimal ? 3 : 2)
    while has("0", at: digits) { digits += 1 }
    return isHexadecimal
      ? has("5e;", at: digits) || has("5E;", at: digits) : has("94;", at: digits)
  }
}
