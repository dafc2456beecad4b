/// A heading and the section that it opens.
public struct Heading: Sendable, Equatable {
  /// The text without markup.
  public var text: String
  /// GitHub's id for it, without `#`; empty where the text has no letter or digit.
  public var anchor: String
  // There are many: numbers are kept in half of what they are given in.
  private let rank: Int32
  private let lineNumber: Int32
  private let columnNumber: Int32
  private let textStart: Int32

  init(level: Int, text: String, anchor: String, line: Int, column: Int, plainOffset: Int) {
    self.text = text
    self.anchor = anchor
    rank = Int32(clamping: level)
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
    textStart = Int32(clamping: plainOffset)
  }

  /// 1 to 6.
  public var level: Int { Int(rank) }
  /// From 1, in the file.
  public var line: Int { Int(lineNumber) }
  /// From 1, in UTF-8 bytes.
  public var column: Int { Int(columnNumber) }
  /// Where its section's text begins in `plain`.
  public var plainOffset: Int { Int(textStart) }
}
