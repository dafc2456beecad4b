public import Diagnostics
public import Files
public import Markup

extension Note {
  /// Reads a note from its bytes; nil where parsing them may take too much time or memory.
  public init?(harmless bytes: [UInt8], at path: ContentPath) {
    guard !bytes.withUnsafeBufferPointer({ ParsingRisk(of: $0).isHigh }) else { return nil }
    self.init(path: path, bytes: bytes)
  }

  /// True where all that other pages, lists and findings can know of a note is the same in an earlier
  /// reading of it: then nothing but its text differs, and with it the places of links and headings.
  ///
  /// What a study reads out of the text itself is for that study to compare. `shift` tells where the
  /// lines have gone that findings and comments stand in.
  public func differsInTextAlone(from other: Note, shift: LineShift) -> Bool {
    path == other.path && page == other.page && title == other.title
      && frontMatter == other.frontMatter && summary == other.summary
      && other.findings.map { $0.moved(by: shift) } == findings
      && other.suppressions.map { $0.moved(by: shift) } == suppressions
      && document.isFramedLike(other.document, shift)
      && sentencesAroundLinks == other.sentencesAroundLinks
  }

  /// What stands around each link to a note: the pages of those notes show it.
  private var sentencesAroundLinks: [[UInt8]] {
    document.plain.withUnsafeBufferPointer { plain in
      document.links.lazy.filter { !$0.isExternal && !$0.label.isEmpty }.map { link in
        let sentence = Excerpt.sentence(around: link.label, in: plain)
        let mark: (Bool) -> UInt8 = { $0 ? 1 : 0 }
        return [mark(sentence.isCutBefore), mark(sentence.isCutAfter)]
          + plain[sentence.before] + [0] + plain[sentence.part] + [0] + plain[sentence.after]
      }
    }
  }

  /// The beginning of a section's text, its own heading left out; nil for a section without any.
  ///
  /// Pages that lead to the section show it.
  public func firstSentence(ofSection heading: Int) -> String? {
    Self.firstSentence(ofSection: heading, document.headings, document.plain)
  }

  /// The same of a note that is known by its headings and its plain text: notes are large values, and
  /// many pages ask.
  public static func firstSentence(
    ofSection heading: Int, _ headings: [Heading], _ plain: [UInt8]
  ) -> String? {
    let start = headings[heading].plainOffset
    let end = heading + 1 < headings.count ? headings[heading + 1].plainOffset : plain.count
    guard start < end else { return nil }
    let body = plain[start..<end].drop { $0 != 0x0A }.drop { $0 == 0x0A || $0 == 0x20 }
    let block = body.prefix { $0 != 0x0A }
    guard !block.isEmpty else { return nil }
    // A block of a word or two says little without what follows it.
    let text = block.count < 24 ? body : block
    return Excerpt.beginning(of: text, limit: 120)
  }
}

extension MarkdownDocument {
  /// True where two documents have the same headings, links and comments, whatever the places of the
  /// first two.
  fileprivate func isFramedLike(_ other: MarkdownDocument, _ shift: LineShift) -> Bool {
    headings.elementsEqual(other.headings) { mine, theirs in
      mine.level == theirs.level && mine.text == theirs.text && mine.anchor == theirs.anchor
    }
      && links.elementsEqual(other.links) { mine, theirs in
        mine.isAlike(theirs) && plain[mine.label] == other.plain[theirs.label]
      }
      && holes.elementsEqual(other.holes) { $0.link == $1.link && $0.part == $1.part }
      && rawAnchors == other.rawAnchors
      && other.comments.map { $0.moved(by: shift) } == comments
      && other.problems.map { $0.moved(by: shift) } == problems
      && contentsList == other.contentsList && hasWikilinks == other.hasWikilinks
      && hasTitleHeading == other.hasTitleHeading && isTitlePromoted == other.isTitlePromoted
      && opensWithTitle == other.opensWithTitle
  }
}

extension Finding {
  /// The finding where its line is now; nil where that line differs.
  public func moved(by shift: LineShift) -> Finding? {
    shift.line(place.line).map { line in
      var moved = self
      moved.place = Place(place.path, line: line, column: place.column)
      return moved
    }
  }
}

extension Suppression {
  fileprivate func moved(by shift: LineShift) -> Suppression? {
    var moved = self
    guard let line = shift.line(place.line) else { return nil }
    moved.place = Place(place.path, line: line, column: place.column)
    if let lines {
      guard let first = shift.line(lines.lowerBound), let last = shift.line(lines.upperBound),
        first <= last
      else { return nil }
      moved.lines = first...last
    }
    return moved
  }
}

/// Something in a document that knows its line.
private protocol Lined {
  var line: Int { get set }
}

extension Lined {
  fileprivate func moved(by shift: LineShift) -> Self? {
    shift.line(line).map { line in
      var moved = self
      moved.line = line
      return moved
    }
  }
}

extension Comment: Lined {}
extension MarkupProblem: Lined {}
