/// Short pieces of a note's plain text.
public enum Excerpt {
  /// The beginning of a text: whole sentences where one ends in time, else whole words and `…`.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - limit: the most bytes that are taken.
  /// - Returns: the excerpt, without white space around it.
  public static func beginning(of text: some Collection<UInt8>, limit: Int) -> String {
    let bytes = Array(text.prefix(limit + 1))
    if bytes.count <= limit { return trimmed(bytes[...]) }
    var end = limit
    var index = limit - 1
    while index > limit / 3 {
      if isSentenceEnd(bytes[index], before: bytes[index + 1]) { return trimmed(bytes[...index]) }
      index -= 1
    }
    while end > 0, bytes[end] != 0x20, bytes[end] != 0x0A { end -= 1 }
    if end == 0 {
      end = limit
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return trimmed(bytes[..<end]) + "\u{2026}"
  }

  /// A part of a text, and how much of the text around it is taken.
  public struct Surroundings: Sendable, Equatable {
    /// What stands before the part.
    public let before: Range<Int>
    /// The part.
    public let part: Range<Int>
    /// What stands after it.
    public let after: Range<Int>
    /// True where the sentence begins earlier.
    public let isCutBefore: Bool
    /// True where it goes on.
    public let isCutAfter: Bool
  }

  /// The sentence around a part of a text: the part's block, cut at the sentences' ends nearest to it.
  ///
  /// - Parameters:
  ///   - range: the part, in bytes of `text`.
  ///   - text: UTF-8 whose blocks end with a line feed.
  ///   - reach: the most bytes that are taken on either side.
  /// - Returns: what stands before the part, the part, and what stands after it.
  public static func sentence(
    around range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, reach: Int = 120
  ) -> Surroundings {
    var start = range.lowerBound
    var isCutBefore = false
    while start > 0, text[start - 1] != 0x0A {
      if start < range.lowerBound, isSentenceEnd(text[start - 1], before: text[start]) { break }
      if range.lowerBound - start >= reach {
        isCutBefore = true
        while start < range.lowerBound, text[start] != 0x20 { start += 1 }
        break
      }
      start -= 1
    }
    while start < range.lowerBound, text[start] == 0x20 { start += 1 }
    var end = range.upperBound
    var isCutAfter = false
    while end < text.count, text[end] != 0x0A {
      if end - range.upperBound >= reach {
        isCutAfter = true
        while end > range.upperBound, text[end] != 0x20 { end -= 1 }
        break
      }
      end += 1
      if isSentenceEnd(text[end - 1], before: end < text.count ? text[end] : nil) { break }
    }
    return Surroundings(
      before: start..<range.lowerBound, part: range, after: range.upperBound..<end,
      isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }

  /// True for a full stop, question mark or exclamation mark that white space follows.
  private static func isSentenceEnd(_ byte: UInt8, before next: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): next == 0x20 || next == 0x0A
    default: false
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x0A }
    guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x0A }) else { return "" }
    return String(decoding: start[...last], as: UTF8.self)
  }
}
