internal import Bytes
internal import Files

/// What makes two wordings one row: the words that say something, in any order.
enum RowKey {
  /// The words that say something; all of them where none does.
  static func content(_ words: [String]) -> [String] {
    let content = words.filter { !Catalog.fillers.contains($0) }
    return content.isEmpty ? words : content
  }

  /// The same for every order and repetition of the words.
  static func key(_ content: [String]) -> String {
    Set(content).sorted().joined(separator: " ")
  }

  /// Words as an id: the first six, and a hash of all where there are more; `known` is the words' key
  /// where somebody has it.
  static func slug(_ words: [String], key known: String? = nil) -> String {
    let plain = words.map { word in
      // Folded words have no other signs, unless a pin or an override names the row.
      word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        ? word
        : String(String.UnicodeScalarView(word.unicodeScalars.filter(isAllowed)))
    }.filter { !$0.isEmpty }
    let start = plain.prefix(6).joined(separator: "-")
    if words.count <= 6, !start.isEmpty { return start }
    let hash = Fingerprint.of(Array((known ?? key(words)).utf8))
    let digits = String(hash, radix: 16)
    let short = String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
    return start.isEmpty ? String(short.prefix(8)) : "\(start)-\(short.prefix(4))"
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// True for what is a title but for its first letter: one short line of ASCII from a letter to a letter
  /// or a digit.
  private static func isTidy(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let first = text.utf8.first, let last = text.utf8.last else {
      return false
    }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
      && WordNumbers.isWordByte(last) && text.isPlainLine
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A wording as a title: one line, without its final punctuation.
  static func title(_ text: String) -> String {
    if isTidy(text) { return capitalized(text) }
    // Nearly all wordings are.
    var title = text.isPlainLine ? text : oneLine(text)
    while let last = title.last, ".;,: ".contains(last) { title.removeLast() }
    while let first = title.first, ":-\u{2013}\u{2014} \"'".contains(first) { title.removeFirst() }
    if title.utf8.count > 120, title.unicodeScalars.count > 120 {
      title = String(title.prefix(119)) + "\u{2026}"
    }
    return title.isEmpty ? text : capitalized(title)
  }

  private static func capitalized(_ title: String) -> String {
    // Nearly all begin with an ASCII letter, and many with a capital.
    if let first = title.utf8.first, first >= 0x41, first <= 0x5A { return title }
    guard let first = title.first else { return title }
    // Names such as "iSCSI" keep their small letter.
    let second = title.dropFirst().first
    return second?.isUppercase ?? false ? title : first.uppercased() + title.dropFirst()
  }
}
