internal import Bytes
internal import Files
internal import Markup
public import Notes
internal import Text

/// Where the links and headings of a note have gone that are the same but for their places: what the
/// graph and the lists of topics say of them follows.
public struct PlaceMoves: Sendable {
  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private let path: ContentPath
  private let page: SitePath
  private var places: [Place: Place] = [:]
  private var lines: [Int: Int] = [:]

  /// Both readings have the same links and headings; nil where what stood in one place, or in one line,
  /// no longer does.
  public init?(from former: Note, to note: Note) {
    path = note.path
    page = note.page
    for (old, new) in zip(former.document.links, note.document.links) {
      guard move(old.line, old.column, to: new.line, new.column) else { return nil }
    }
    for (old, new) in zip(former.document.headings, note.document.headings) {
      guard move(old.line, old.column, to: new.line, new.column) else { return nil }
    }
  }

  private mutating func move(
    _ line: Int, _ column: Int, to newLine: Int, _ newColumn: Int
  ) -> Bool {
    let new = Place(line: newLine, column: newColumn)
    if let known = places.updateValue(new, forKey: Place(line: line, column: column)), known != new
    {
      return false
    }
    return lines.updateValue(newLine, forKey: line).map { $0 == newLine } ?? true
  }

  /// True where nothing has moved.
  public var areNone: Bool { places.allSatisfy { $0 == $1 } }

  /// Where the links and headings of a line are now; nil for a line without any.
  public func line(_ line: Int) -> Int? { lines[line] }

  // MARK: - What follows

  /// The graph's file with the new places; nil where it speaks of others.
  public func graph(_ graph: [UInt8]) -> [UInt8]? {
    var json = JSONWriter()
    json.object { $0.field("file", path.string) }
    let mark = Array(json.bytes.dropFirst().dropLast()) + Array(",\"line\":".utf8)
    let between = Array(",\"column\":".utf8)
    return replaced(in: graph, behind: mark) { graph, place in
      guard let line = graph.number(at: place) else { return nil }
      guard graph[line.end...].starts(with: between) else {
        return self.line(line.value).map { (Array("\($0)".utf8), line.end) }
      }
      guard let column = graph.number(at: line.end + between.count),
        let new = places[Place(line: line.value, column: column.value)]
      else { return nil }
      return (Array("\(new.line)".utf8) + between + Array("\(new.column)".utf8), column.end)
    }
  }

  /// A page that names lines of the note, with the new ones; nil where it names others.
  public func page(_ bytes: [UInt8], at path: String) -> [UInt8]? {
    guard let place = ContentPath(path).map({ SitePath(asset: $0) }) else { return nil }
    let mark = Array("<a href=\"\(page.href(from: place))".utf8)
    let before = Array("</a> (line ".utf8)
    return replaced(in: bytes, behind: mark) { bytes, place in
      // The address may go on with a section; no text of the link has a `<`.
      guard bytes.indices.contains(place), [0x22, 0x23].contains(bytes[place]),
        let end = bytes[place...].firstIndex(of: 0x3C), bytes[end...].starts(with: before),
        let line = bytes.number(at: end + before.count)
      else { return ([], place) }
      guard let new = self.line(line.value) else { return nil }
      return (Array(bytes[place..<end]) + before + Array("\(new)".utf8), line.end)
    }
  }

  /// Bytes in which what stands behind each mark is replaced: `change` gives what by and where the rest
  /// goes on, or nil to give up.
  private func replaced(
    in bytes: [UInt8], behind mark: [UInt8],
    _ change: ([UInt8], Int) -> (bytes: [UInt8], end: Int)?
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var done = 0
    while let found = bytes.firstOffset(of: mark, from: done) {
      let place = found + mark.count
      guard let (new, end) = change(bytes, place) else { return nil }
      if result.isEmpty { result.reserveCapacity(bytes.count + 64) }
      result += bytes[done..<place]
      result += new
      done = end
    }
    return done == 0 ? bytes : result + bytes[done...]
  }
}
