internal import Diagnostics
internal import Files
internal import Markup

/// Looks at a note's headings: no title, a level that is skipped, two sections of one name.
struct HeadingCheck {
  let findings: [Finding]

  init(_ document: MarkdownDocument, title: String?, in path: ContentPath) {
    guard let first = document.headings.first else {
      findings =
        title == nil
        ? [
          Finding(
            .titleMissing, at: Place(path.string),
            "the note has no title; its page is called after its file",
            help: "begin it with '# Title', or give it a 'title' in its front matter")
        ] : []
      return
    }
    var findings: [Finding] = []
    // The level of a heading that stands in for the title is not the one that was written.
    var former = document.isTitlePromoted ? nil : first.level
    for heading in document.headings.dropFirst() {
      if let former, heading.level > former + 1 {
        findings.append(
          Finding(
            .headingSkip, at: Place(path.string, line: heading.line, column: heading.column),
            "'\(heading.text)' is of level \(heading.level) below a heading of level \(former)",
            help: "make it '\(String(repeating: "#", count: former + 1)) \(heading.text)'"))
      }
      former = heading.level
    }
    self.findings = findings + Self.duplicates(among: document.headings, in: path)
  }

  /// Headings with the text of one before them in the same section.
  private static func duplicates(among headings: [Heading], in path: ContentPath) -> [Finding] {
    guard headings.indices.contains(where: { mayRepeat(headings[$0].anchor) }) else { return [] }
    var findings: [Finding] = []
    // For each level that is open, the texts of its headings so far, with their lines.
    var open: [(level: Int, lines: [String: Int])] = []
    for heading in headings where !heading.text.isEmpty {
      while let last = open.last, last.level > heading.level { open.removeLast() }
      if open.last?.level != heading.level { open.append((heading.level, [:])) }
      guard let line = open[open.count - 1].lines[heading.text] else {
        open[open.count - 1].lines[heading.text] = heading.line
        continue
      }
      findings.append(
        Finding(
          .headingDuplicate, at: Place(path.string, line: heading.line, column: heading.column),
          "'\(heading.text)' is a heading of this section already, in line \(line)",
          help: "links to it need '#\(heading.anchor)'; another name is easier to find"))
    }
    return findings
  }

  /// False for the anchor of a text that is the first of its kind: one that comes again gets a number, unless
  /// nothing of it is left, or a blank that was left out of it makes a hyphen.
  private static func mayRepeat(_ anchor: String) -> Bool {
    guard let first = anchor.utf8.first, let last = anchor.utf8.last else { return true }
    let hyphen = UInt8(ascii: "-")
    return first == hyphen || last == hyphen || (0x30...0x39).contains(last)
  }
}
