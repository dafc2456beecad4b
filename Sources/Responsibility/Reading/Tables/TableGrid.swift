internal import Markup

/// A table as rows of cells.
struct TableGrid {
  /// A cell with its text.
  struct Cell {
    let text: String
    let words: Words
    /// The text's parts between `<br>`s; never empty.
    let pieces: [String]
    /// The numbers of its footnotes.
    let footnotes: [Int]
    let line: Int
    let column: Int
    /// The index of its block; -1 for a cell that the table lacks.
    var block = -1

    var isEmpty: Bool { text.isEmpty }
  }

  let header: [Cell]
  let rows: [[Cell]]
  let firstLine: Int
  /// The lines of rows that have fewer cells than the header.
  let shortRows: [Int]

  init?(_ table: Int, of outline: Outline, in document: MarkdownDocument) {
    var header: [Cell] = []
    var rows: [[Cell]] = []
    var short: [Int] = []
    for row in outline.children(of: table) {
      let blocks = outline.children(of: row).map { outline.blocks[$0] }
      let cells = outline.children(of: row).map { index in
        var cell = Self.cell(outline.blocks[index], outline, document)
        cell.block = index
        return cell
      }
      if outline.blocks[row].detail == 1 {
        header = cells
      } else {
        rows.append(cells)
        if cells.count < header.count || blocks.contains(where: { $0.column == 0 }) {
          short.append(Int(outline.blocks[row].firstLine))
        }
      }
    }
    guard header.count > 1, !rows.isEmpty else { return nil }
    self.header = header
    self.rows = rows.map { row in
      row
        + Array(
          repeating: Cell.empty(line: row.first?.line ?? 0), count: max(0, header.count - row.count)
        )
    }
    firstLine = Int(outline.blocks[table].firstLine)
    shortRows = short
  }

  private static func cell(
    _ block: Outline.Block, _ outline: Outline, _ document: MarkdownDocument
  ) -> Cell {
    let plain = block.plain
    let marks = outline.marks(in: plain)
    var cuts = marks.filter { $0.kind == .lineBreak }.map { Int($0.plain.lowerBound) }
    cuts.append(plain.upperBound)
    var start = plain.lowerBound
    var pieces: [String] = []
    for cut in cuts where cut >= start {
      let piece = Catalog.trimmed(document.text(start..<cut)[...])
      if !piece.isEmpty { pieces.append(Self.withoutBullet(piece)) }
      start = cut
    }
    let text = Catalog.trimmed(document.text(plain)[...])
    return Cell(
      text: text, words: Words(text), pieces: pieces.isEmpty ? [text] : pieces,
      footnotes: marks.filter { $0.kind == .footnote }.map { Int($0.detail) },
      line: Int(block.firstLine), column: Int(block.column))
  }

  /// "• patching" and "- patching" without the sign.
  private static func withoutBullet(_ text: String) -> String {
    for sign in ["\u{2022} ", "- ", "* ", "\u{2013} "] where text.hasPrefix(sign) {
      return String(text.dropFirst(sign.count))
    }
    return text
  }
}

extension TableGrid.Cell {
  static func empty(line: Int) -> Self {
    Self(text: "", words: Words(""), pieces: [""], footnotes: [], line: line, column: 0)
  }
}
