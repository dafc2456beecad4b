internal import Diagnostics
internal import Files
internal import Markup

/// A note's comments that accept findings, and for which lines each holds.
///
/// A comment beside text holds for its line. A comment on a line of its own holds for the block that
/// follows: up to the next empty line, or to the end of a block of code.
struct SuppressionComments {
  private(set) var suppressions: [Suppression] = []
  private(set) var findings: [Finding] = []

  init(_ comments: [Comment], of bytes: [UInt8], in path: ContentPath) {
    guard !comments.isEmpty else { return }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for comment in comments {
      guard let read = Suppression.Comment(comment.text) else { continue }
      let place = Place(path.string, line: comment.line, column: comment.column)
      if let problem = read.problem {
        findings.append(Finding(.ignoreInvalid, at: place, problem, help: read.help))
        continue
      }
      suppressions.append(
        Suppression(
          rules: read.rules, place: place,
          lines: read.isForTheFile ? nil : Self.reach(of: comment, in: lines)))
    }
  }

  private static func reach(
    of comment: Comment, in lines: [ArraySlice<UInt8>]
  ) -> ClosedRange<Int> {
    let first = comment.line
    let last = first + comment.text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    guard first >= 1, last <= lines.count, isAlone(comment, lines[first - 1], lines[last - 1])
    else { return first...max(first, last) }
    var end = last
    while end < lines.count, isEmpty(lines[end]) { end += 1 }
    guard end < lines.count else { return first...last }
    if let fence = fence(of: lines[end]) {
      end += 1
      while end < lines.count, !text(of: lines[end]).starts(with: fence) { end += 1 }
      return first...min(end + 1, lines.count)
    }
    while end < lines.count, !isEmpty(lines[end]) { end += 1 }
    return first...end
  }

  /// True where nothing stands before the comment in its first line, or behind it in its last.
  private static func isAlone(
    _ comment: Comment, _ first: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>
  ) -> Bool {
    text(of: first).starts(with: "<!--".utf8)
      && last.reversed().drop { $0 <= 0x20 }.starts(with: "-->".utf8.reversed())
      && String(decoding: last, as: UTF8.self).ranges(of: "-->").count == 1
  }

  /// A line without the marks of quotes and the white space before its text.
  private static func text(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  private static func isEmpty(_ line: ArraySlice<UInt8>) -> Bool { text(of: line).isEmpty }

  private static func fence(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = text(of: line)
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let fence = text.prefix { $0 == mark }
    return fence.count >= 3 ? fence : nil
  }
}
