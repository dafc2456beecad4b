/// The addresses of a note that its published Markdown has in another form, each on the line of its link.
///
/// With them the note's bytes can be told from those of its copy, and the other way round.
public struct MendedAddresses: Sendable, Equatable {
  /// One of them.
  public struct Edit: Sendable, Equatable {
    /// Where it begins in the note, in bytes.
    public var place: Int
    /// What the note has there.
    public var written: [UInt8]
    /// What the copy has instead.
    public var address: [UInt8]

    /// Makes one.
    public init(place: Int, written: [UInt8], address: [UInt8]) {
      self.place = place
      self.written = written
      self.address = address
    }
  }

  /// In the order of their places; none overlaps the next.
  public var edits: [Edit]

  /// Makes a list; an empty one is that of a note that is published as it is.
  public init(edits: [Edit] = []) {
    self.edits = edits
  }

  /// The bytes of the note; nil for bytes that are not its copy.
  public func source(of copy: [UInt8]) -> [UInt8]? {
    var source: [UInt8] = []
    source.reserveCapacity(copy.count)
    var done = 0
    for edit in edits {
      let start = done + edit.place - source.count
      guard start >= done, start + edit.address.count <= copy.count,
        copy[start..<start + edit.address.count].elementsEqual(edit.address)
      else { return nil }
      source += copy[done..<start]
      source += edit.written
      done = start + edit.address.count
    }
    return source + copy[done...]
  }

  /// The copy of another text of the note, with the same links.
  ///
  /// - Parameters:
  ///   - source: the note as it is now.
  ///   - former: the note as it was when the list was made.
  ///   - newLine: gives for the line of a link the one where it is now, both from 1.
  /// - Returns: the copy, and the list for it; nil where a line differs before the end of an address:
  ///   then only a look at the links can tell where it is.
  public func copy(
    of source: [UInt8], like former: [UInt8], moved newLine: (Int) -> Int?
  ) -> (bytes: [UInt8], addresses: MendedAddresses)? {
    guard !edits.isEmpty else { return (source, self) }
    let (lines, formerLines) = (Self.lineStarts(source), Self.lineStarts(former))
    var copy: [UInt8] = []
    copy.reserveCapacity(source.count)
    var moved = self
    var done = 0
    for (index, edit) in edits.enumerated() {
      let formerLine = formerLines.lastIndex { $0 <= edit.place } ?? 0
      guard let line = newLine(formerLine + 1).map({ $0 - 1 }), lines.indices.contains(line) else {
        return nil
      }
      // What stands behind an address ends it.
      let end = min(edit.place + edit.written.count + 1, former.count)
      let beginning = former[formerLines[formerLine]..<end]
      let place = lines[line] + edit.place - formerLines[formerLine]
      guard place >= done, source[lines[line]...].starts(with: beginning),
        end < former.count || lines[line] + beginning.count == source.count
      else { return nil }
      copy += source[done..<place]
      copy += edit.address
      done = place + edit.written.count
      moved.edits[index].place = place
    }
    return (copy + source[done...], moved)
  }

  /// Where each line begins; a line ends as CommonMark says.
  static func lineStarts(_ text: [UInt8]) -> [Int] {
    var starts = [0]
    for index in text.indices {
      let isReturn = text[index] == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)
      if text[index] == 0x0A || isReturn { starts.append(index + 1) }
    }
    return starts
  }
}
