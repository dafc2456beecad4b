internal import Bytes

/// The blocks of a note with their places: what readers of the note's structure need beside its text.
///
/// Blocks are in the order of the note, each before what it holds. Their text lies in the document's
/// `plain`; an outline holds no text but that of comments.
public struct Outline: Sendable, Equatable {
  /// A heading, paragraph, list, item, quote, table, row, cell, piece of code, of HTML, or a footnote.
  public struct Block: Sendable, Equatable {
    /// What it is.
    public enum Kind: UInt8, Sendable {
      /// A heading; `detail` is its index in the document's headings.
      case heading
      /// A paragraph.
      case paragraph
      /// A list; `detail` is 1 where it is numbered.
      case list
      /// An item of a list; `detail` is 0, or 1 for a task to do and 2 for one that is done.
      case item
      /// A block quote or an alert.
      case quote
      /// A table.
      case table
      /// A row of a table; `detail` is 1 for the header.
      case row
      /// A cell; `detail` is `l`, `c` or `r` where its column has an alignment.
      case cell
      /// A code block.
      case code
      /// A block of raw HTML.
      case html
      /// A thematic break.
      case rule
      /// The text of a footnote; `detail` is its number.
      case footnote
    }

    /// What it is.
    public var kind: Kind
    /// How many blocks it lies in.
    public var depth: UInt8
    /// What the kind says of it.
    public var detail: Int32
    /// The index after the last block that lies in it.
    public var end: Int32
    /// Its first line, from 1, in the file.
    public var firstLine: Int32
    /// Its last line.
    public var lastLine: Int32
    /// Where it begins, from 1, in UTF-8 bytes.
    public var column: Int32
    /// Where its text begins in `plain`.
    public var plainStart: Int32
    /// Where its text ends in `plain`.
    public var plainEnd: Int32

    /// The range of its text in `plain`; a container's holds that of all its blocks.
    public var plain: Range<Int> { Int(plainStart)..<Int(plainEnd) }
  }

  /// Something within the text of a block.
  public struct Mark: Sendable, Equatable {
    /// What it is.
    public enum Kind: UInt8, Sendable {
      /// Strong text.
      case strong
      /// Code.
      case code
      /// The end of a line that shows: `<br>`, or two spaces.
      case lineBreak
      /// The mark of a footnote; `detail` is its number.
      case footnote
    }

    /// What it is.
    public var kind: Kind
    /// What the kind says of it.
    public var detail: Int32
    /// Its place in `plain`; empty for breaks and footnotes.
    public var plain: Range<Int32>
  }

  /// A comment in raw HTML, which no page shows.
  public struct Comment: Sendable, Equatable {
    /// What stands between `<!--` and `-->`.
    public var text: String
    /// From 1, in the file.
    public var line: Int
    /// From 1, in UTF-8 bytes.
    public var column: Int
    /// Where the text goes on in `plain`.
    public var plainOffset: Int
    /// The index of the block that comes next, or of the first one after the block it stands in.
    public var block: Int
  }

  /// The blocks.
  public internal(set) var blocks: [Block] = []
  /// What stands within them, by the place where it begins.
  public internal(set) var marks: [Mark] = []
  /// The comments, in order.
  public internal(set) var comments: [Comment] = []

  /// Makes an empty outline.
  public init() {}

  /// The indices of the blocks that lie directly in a block; without one those of the note.
  public func children(of block: Int? = nil) -> [Int] {
    var result: [Int] = []
    var index = block.map { $0 + 1 } ?? 0
    let end = block.map { Int(blocks[$0].end) } ?? blocks.count
    while index < end {
      result.append(index)
      index = Int(blocks[index].end)
    }
    return result
  }

  /// The marks that begin within a part of `plain`, its end included.
  public func marks(in range: Range<Int>) -> ArraySlice<Mark> {
    let start = firstMark(from: range.lowerBound)
    var end = start
    while end < marks.count, Int(marks[end].plain.lowerBound) <= range.upperBound { end += 1 }
    return marks[start..<end]
  }

  /// The same without the room that its arrays have left.
  var trimmed: Outline {
    var copy = Outline()
    copy.blocks = blocks.compacted
    copy.marks = marks.compacted
    copy.comments = comments
    return copy
  }

  /// The index of the first mark that begins at an offset or later.
  private func firstMark(from offset: Int) -> Int {
    marks.indices.partitionPoint { Int(marks[$0].plain.lowerBound) >= offset }
  }
}
