/// Records blocks and marks while the note is written.
extension DocumentRenderer {
  /// An outline that is being made.
  struct OutlineState {
    var outline = Outline()
    /// The blocks that are open, as indices.
    var open: [Int] = []
    /// The strong texts that are open, as indices of marks; -1 for one that is not recorded.
    var openStrong: [Int] = []
  }

  /// Begins a block at the present end of the plain text.
  mutating func openBlock(_ node: SyntaxNode) {
    guard let kind = Self.outlineKind(node) else { return }
    let offset = Int32(plain.count)
    let line = Int32(node.line + lineOffset)
    let index = recorder.outline.blocks.count
    recorder.outline.blocks.append(
      Outline.Block(
        kind: kind, depth: UInt8(min(recorder.open.count, 255)), detail: detail(of: node, kind),
        end: Int32(index + 1), firstLine: line,
        lastLine: max(line, Int32(node.endLine + lineOffset)),
        column: Int32(node.column), plainStart: offset, plainEnd: offset))
    recorder.open.append(index)
  }

  /// Ends the block that was begun last.
  mutating func closeBlock(_ node: SyntaxNode) {
    guard Self.outlineKind(node) != nil, let index = recorder.open.popLast() else { return }
    let end = recorder.outline.blocks.count
    var stop = plain.count
    let start = Int(recorder.outline.blocks[index].plainStart)
    while stop > start, plain[stop - 1] == 0x0A || plain[stop - 1] == 0x20 { stop -= 1 }
    recorder.outline.blocks[index].plainEnd = Int32(max(start, stop))
    recorder.outline.blocks[index].end = Int32(end)
    // cmark lets the last item of a list end on the line after it; its blocks know better.
    var last: Int32 = 0
    var child = index + 1
    while child < end {
      last = max(last, recorder.outline.blocks[child].lastLine)
      child = Int(recorder.outline.blocks[child].end)
    }
    if last > 0 { recorder.outline.blocks[index].lastLine = last }
  }

  private static func outlineKind(_ node: SyntaxNode) -> Outline.Block.Kind? {
    switch node.kind {
    case .paragraph: .paragraph
    case .heading: .heading
    case .list: .list
    case .item: .item
    case .blockQuote: .quote
    case .table: .table
    case .tableRow: .row
    case .tableCell: .cell
    case .codeBlock: .code
    case .htmlBlock: .html
    case .thematicBreak: .rule
    case .footnoteDefinition: .footnote
    default: nil
    }
  }

  /// Called before the renderer enters the node.
  ///
  /// The renderer is a large value, and a call would copy it.
  @inline(__always)
  private func detail(of node: SyntaxNode, _ kind: Outline.Block.Kind) -> Int32 {
    switch kind {
    case .heading: Int32(document.headings.count)
    case .list: node.isOrdered ? 1 : 0
    case .item: node.isTaskDone.map { $0 ? 2 : 1 } ?? 0
    case .row: node.isHeaderRow ? 1 : 0
    case .cell: table.column < table.alignments.count ? Int32(table.alignments[table.column]) : 0
    case .footnote: Int32(footnoteNumber + 1)
    default: 0
    }
  }

  // MARK: - Marks

  mutating func mark(_ kind: Outline.Mark.Kind, detail: Int = 0, from start: Int? = nil) {
    guard outlines else { return }
    let end = Int32(plain.count)
    recorder.outline.marks.append(
      Outline.Mark(
        kind: kind, detail: Int32(clamping: detail), plain: (start.map(Int32.init) ?? end)..<end))
  }

  mutating func openStrong() {
    guard outlines else { return }
    recorder.openStrong.append(recorder.outline.marks.count)
    mark(.strong)
  }

  mutating func closeStrong() {
    guard outlines, let index = recorder.openStrong.popLast() else { return }
    let start = recorder.outline.marks[index].plain.lowerBound
    recorder.outline.marks[index].plain = start..<max(start, Int32(plain.count))
  }

  mutating func recordComment(_ content: ArraySlice<UInt8>, at place: (line: Int, column: Int)) {
    recorder.outline.comments.append(
      Outline.Comment(
        text: String(decoding: content.prefix(4096), as: UTF8.self), line: place.line + lineOffset,
        column: place.column, plainOffset: plain.count, block: recorder.outline.blocks.count))
  }
}
