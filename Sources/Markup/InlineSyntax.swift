internal import Glibc

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
  var footnotes = true
  /// True where there may be text that is struck through.
  var strikethrough = true
  /// True where there may be addresses without angle brackets around them.
  var autolinks = true

  /// All of it, whatever a text holds.
  init() {}

  /// What a text could use.
  init(in text: UnsafeBufferPointer<UInt8>) {
    footnotes =
      text.holds("[") { text.isFootnote(at: $0) } && !text.holds("[") { text.isCaret(at: $0 + 1) }
    strikethrough = text.holds("~") { _ in true }
    autolinks =
      text.holds("@") { _ in true }
      || text.holds(":") { text.has("/", at: $0 + 1) }
      || text.holds(".") { $0 >= 3 && text.has("www", at: $0 - 3) }
      // The at sign of an address of mail may be `&commat;` or `&#64;`.
      || text.holds("&") { text.has("c", at: $0 + 1) || text.has("#", at: $0 + 1) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True where one of the places of a character is as wanted.
  fileprivate func holds(_ character: Unicode.Scalar, where isWanted: (Int) -> Bool) -> Bool {
    guard let baseAddress else { return false }
    var index = 0
    while index < count,
      let found = memchr(baseAddress + index, Int32(character.value), count - index)
    {
      let place = UnsafeRawPointer(baseAddress).distance(to: found)
      if isWanted(place) { return true }
      index = place + 1
    }
    return false
  }

  /// True where some characters stand.
  fileprivate func has(_ characters: StaticString, at place: Int) -> Bool {
    let end = place + characters.utf8CodeUnitCount
    return end <= count
      && characters.withUTF8Buffer { self[place..<end].elementsEqual($0) }
  }

  /// True for the bracket that `[^label]:` begins with.
  fileprivate func isFootnote(at bracket: Int) -> Bool {
    guard has("[^", at: bracket) else { return false }
    let end = self[(bracket + 2)...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "]") }
    return end.map { has("]:", at: $0) } ?? false
  }

  /// True for what may be a caret written as a character reference.
  fileprivate func isCaret(at place: Int) -> Bool {
    has("&Hat;", at: place) || has("&#", at: place)
  }
}
