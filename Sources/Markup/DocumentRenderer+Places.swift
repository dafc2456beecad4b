internal import Bytes
internal import Glibc

/// cmark's columns of inlines are off within block quotes and lists that span lines; the source is at
/// hand, so they are mended here.
extension DocumentRenderer {
  /// Where an inline begins, in lines of the Markdown and columns from 1.
  ///
  /// Nodes of the autolink extension have no place: theirs is the place of what they stand in.
  func place(of node: SyntaxNode) -> (line: Int, column: Int) {
    var holder = node
    while holder.line == 0 {
      guard let parent = holder.parent else { return (0, 0) }
      holder = parent
    }
    return (holder.line, holder == node ? holder.column : 0)
  }

  /// A link's or picture's place, mended where cmark's column is off: on the later lines of a paragraph
  /// it does not count the white space before the text.
  mutating func mended(
    _ place: (line: Int, column: Int), expecting mark: UInt8
  ) -> (line: Int, column: Int) {
    findLines()
    guard byte(at: place) != mark, let line = lineRange(place.line) else { return place }
    let indent = source[line].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let moved = (line: place.line, column: place.column + indent)
    return byte(at: moved) == mark ? moved : place
  }

  /// The byte at a place; nil where there is none.
  @inline(__always)
  func byte(at place: (line: Int, column: Int)) -> UInt8? {
    guard place.column > 0, let line = lineRange(place.line),
      line.lowerBound + place.column - 1 < line.upperBound
    else { return nil }
    return source[line.lowerBound + place.column - 1]
  }

  /// The column at which an address is written on a link's line; the link's own where it is not.
  mutating func addressColumn(of address: String, at place: (line: Int, column: Int)) -> Int {
    findLines()
    guard !address.isEmpty, let line = lineRange(place.line) else { return place.column }
    let from = line.lowerBound + max(0, min(place.column - 1, line.count))
    var copy = address
    return copy.withUTF8 { wanted in
      if let found = source.firstOffset(of: wanted, from: from, to: line.upperBound)
        ?? source.firstOffset(of: wanted, from: line.lowerBound, to: line.upperBound)
      {
        return found - line.lowerBound + 1
      }
      return place.column
    }
  }

  /// A line's range in the source, without its end.
  @inline(__always)
  func lineRange(_ number: Int) -> Range<Int>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : source.count
    while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Finds where the lines begin, once; cmark ends lines at LF, CR and CR LF.
  mutating func findLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts.reserveCapacity(source.count / 32 + 1)
    lineStarts.append(0)
    guard let base = source.baseAddress else { return }
    let hasReturns = memchr(base, 0x0D, source.count) != nil
    var index = 0
    while index < source.count {
      guard hasReturns else {
        guard let found = memchr(base + index, 0x0A, source.count - index) else { return }
        index = UnsafeRawPointer(base).distance(to: found) + 1
        lineStarts.append(index)
        continue
      }
      let byte = source[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < source.count, source[index] == 0x0A { index += 1 }
      lineStarts.append(index)
    }
  }
}
