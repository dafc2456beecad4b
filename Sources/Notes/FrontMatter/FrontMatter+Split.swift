extension FrontMatter {
  /// Where front matter ends and Markdown begins.
  public struct Split: Hashable, Sendable {
    /// The bytes between the two markers.
    public var yaml: Range<Int>
    /// The first byte of the Markdown.
    public var bodyStart: Int
    /// The number of the line that the Markdown begins with, from 1.
    public var bodyLine: Int

    /// Makes a split.
    public init(yaml: Range<Int>, bodyStart: Int, bodyLine: Int) {
      self.yaml = yaml
      self.bodyStart = bodyStart
      self.bodyLine = bodyLine
    }
  }

  /// Finds the block between a `---` in the first line of a note and the next `---` or `...`.
  ///
  /// nil without such a block. A block need not be front matter: two thematic breaks with prose
  /// between them look the same. ``read(_:)-([UInt8])`` tells them apart.
  public static func split(_ note: UnsafeBufferPointer<UInt8>) -> Split? {
    let start = textStart(note)
    guard start + 3 < note.count, note[start] == dash, note[start + 1] == dash,
      note[start + 2] == dash, let opening = lineEnd(note, start + 3, blanksOnly: true)
    else { return nil }
    var line = 2
    var place = opening
    while place < note.count {
      let first = note[place]
      if first == dash || first == dot, place + 2 < note.count, note[place + 1] == first,
        note[place + 2] == first, let body = lineEnd(note, place + 3, blanksOnly: true)
      {
        return Split(yaml: opening..<place, bodyStart: body, bodyLine: line + 1)
      }
      guard let following = lineEnd(note, place, blanksOnly: false) else { return nil }
      place = following
      line += 1
    }
    return nil
  }

  /// Finds the block between a `---` in the first line of a note and the next `---` or `...`.
  public static func split(_ note: [UInt8]) -> Split? {
    note.withUnsafeBufferPointer { split($0) }
  }

  /// The place of the first byte that is text: 3 behind a byte order mark, else 0.
  static func textStart(_ note: UnsafeBufferPointer<UInt8>) -> Int {
    note.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static var dash: UInt8 { UInt8(ascii: "-") }
  private static var dot: UInt8 { UInt8(ascii: ".") }

  /// The start of the line after this one; nil where only blanks may lie before it and something
  /// else does.
  private static func lineEnd(
    _ note: UnsafeBufferPointer<UInt8>, _ start: Int, blanksOnly: Bool
  ) -> Int? {
    var place = start
    while place < note.count {
      switch note[place] {
      case 0x0A: return place + 1
      case 0x0D: return place + 1 < note.count && note[place + 1] == 0x0A ? place + 2 : place + 1
      case 0x20, 0x09: break
      default: if blanksOnly { return nil }
      }
      place += 1
    }
    return note.count
  }
}
