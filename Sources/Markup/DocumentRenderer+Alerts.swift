internal import Bytes

extension DocumentRenderer {
  /// A block quote that is an alert: its first line is `[!NOTE]` or one of the four others.
  struct Alert {
    let quote: SyntaxNode
    /// The paragraph that begins with the mark.
    let paragraph: SyntaxNode
    /// The paragraph's first node after the mark; nil where nothing follows it.
    let rest: SyntaxNode?
  }

  private enum AlertKind: String, CaseIterable {
    case note, tip, important, warning, caution

    var start: StaticString {
      switch self {
      case .note: "<div class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n"
      case .tip: "<div class=\"alert alert-tip\">\n<p class=\"alert-title\">Tip</p>\n"
      case .important:
        "<div class=\"alert alert-important\">\n<p class=\"alert-title\">Important</p>\n"
      case .warning: "<div class=\"alert alert-warning\">\n<p class=\"alert-title\">Warning</p>\n"
      case .caution: "<div class=\"alert alert-caution\">\n<p class=\"alert-title\">Caution</p>\n"
      }
    }
  }

  mutating func enterBlockQuote(_ node: SyntaxNode) -> Descent {
    startLine()
    if style == .site, depth == 1, let kind = startAlert(node) {
      html.markup(kind.start)
    } else {
      html.markup("<blockquote>\n")
    }
    raw.enterContainer(.block)
    return .children
  }

  /// GitHub takes alerts at the top level only, with the mark alone on the first line.
  private mutating func startAlert(_ quote: SyntaxNode) -> AlertKind? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph else { return nil }
    var mark: [UInt8] = []
    var each = paragraph.firstChild
    while let text = each, text.kind == .text, mark.count < 16 {
      mark.append(contentsOf: text.literal)
      each = text.next
    }
    while mark.last == UInt8(ascii: " ") { mark.removeLast() }
    guard isWritten(mark, on: paragraph.line) else { return nil }
    guard mark.starts(with: "[!".utf8), mark.last == UInt8(ascii: "]"),
      let kind = AlertKind(
        rawValue: String(decoding: mark.dropFirst(2).dropLast(), as: UTF8.self).asciiLowercased())
    else { return nil }
    if let end = each {
      guard end.kind == .softBreak || end.kind == .lineBreak else { return nil }
      alert = Alert(quote: quote, paragraph: paragraph, rest: end.next)
    } else {
      guard paragraph.next != nil else { return nil }
      alert = Alert(quote: quote, paragraph: paragraph, rest: nil)
    }
    return kind
  }

  /// True where a line has the mark as it is, without a backslash in it.
  private mutating func isWritten(_ mark: [UInt8], on line: Int) -> Bool {
    findLines()
    guard let range = lineRange(line) else { return false }
    return mark.withUnsafeBufferPointer {
      source.firstOffset(of: $0, from: range.lowerBound, to: range.upperBound) != nil
    }
  }
}

extension String {
  /// The text with A–Z made small.
  func asciiLowercased() -> String {
    String(decoding: utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
