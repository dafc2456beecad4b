/// Where the lines of a text are after an edit: those before and behind the part that differs.
public struct LineShift: Sendable, Equatable {
  /// How many lines are the same at the beginning, and how many at the end.
  private let before: Int
  private let behind: Int
  private let formerCount: Int
  private let count: Int

  /// Compares a text with what it was.
  public init(from former: [UInt8], to text: [UInt8]) {
    let shared = min(former.count, text.count)
    var start = 0
    while start < shared, former[start] == text[start] { start += 1 }
    var end = 0
    while end < shared - start, former[former.count - 1 - end] == text[text.count - 1 - end] {
      end += 1
    }
    // Whole lines alone: what is the same of a line that differs does not count.
    before = Self.count(former[..<start])
    let rest = former[(former.count - end)...]
    behind = Self.count(rest) - (Self.beginsLine(end, former) && Self.beginsLine(end, text) ? 0 : 1)
    formerCount = Self.count(former[...])
    count = Self.count(text[...])
  }

  /// True where the last `length` bytes of a text begin a line.
  private static func beginsLine(_ length: Int, _ text: [UInt8]) -> Bool {
    length == text.count || text[text.count - length - 1] == 0x0A
  }

  private static func count(_ text: ArraySlice<UInt8>) -> Int {
    text.count { $0 == 0x0A }
  }

  /// Where a line is now, from 1; nil for one that differs.
  ///
  /// 0, which is no line, stays.
  public func line(_ line: Int) -> Int? {
    if line <= before { return line }
    return line > formerCount - behind ? line + count - formerCount : nil
  }
}
