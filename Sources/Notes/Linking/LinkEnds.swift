public import Files
internal import Markup

/// What is at the other end of a link, in four bytes.
public struct LinkEnd: Sendable, Equatable {
  /// What kind of thing it is.
  public enum Kind: UInt32, Sendable {
    /// A note; the number is its index.
    case note
    /// A folder's page; the number is the folder's index.
    case folder
    /// A note that is not written yet; the number is its place among all those.
    case wanted
    /// A file that is no note.
    case file
    /// Something that is not of the notes, or not there.
    case elsewhere
  }

  /// From the lowest bit: the kind (3), whether it has an anchor, whether it wants a look, the number.
  private var bits: UInt32

  init(_ target: LinkTarget, isImage: Bool) {
    let (kind, number): (Kind, Int) =
      switch target.end {
      case .note(let note): (.note, note)
      case .folder(let folder): (.folder, folder)
      case .wanted: (.wanted, 0)
      case .file: (.file, 0)
      case .missing, .outside, .external, .nowhere: (.elsewhere, 0)
      }
    let wantsLook = isImage || target.end.isUnsettled || !target.remarks.isEmpty
    bits =
      kind.rawValue | (target.anchor != nil ? 1 << 3 : 0) | (wantsLook ? 1 << 4 : 0)
      | UInt32(truncatingIfNeeded: number) << 5
  }

  /// What kind of thing it is.
  public var kind: Kind { Kind(rawValue: bits & 7) ?? .elsewhere }
  /// Which of its kind; see ``Kind``.
  public internal(set) var number: Int {
    get { Int(bits >> 5) }
    set { bits = bits & 31 | UInt32(truncatingIfNeeded: newValue) << 5 }
  }
  /// True where the link leads to a section.
  public var hasAnchor: Bool { bits & 1 << 3 != 0 }
  /// True where there may be something to say of the link: for a picture, for one that leads into nothing,
  /// and where its target has remarks.
  public var wantsLook: Bool { bits & 1 << 4 != 0 }
}

/// Where the links of all notes lead, in small.
///
/// Links and targets are large values, and those of a notebook do not fit beside the processor: whoever
/// goes over all of them goes over these, and looks at the few that matter there.
public struct LinkEnds: Sendable, Equatable {
  /// The ends, note by note.
  private var ends: [LinkEnd] = []
  /// For each note, where its links begin; one more entry than notes.
  private var starts: [Int32] = [0]
  /// The notes that links ask for and that are not written yet, by path.
  public private(set) var wanted: [ContentPath] = []

  /// Joins the ends of each note's links; `targets` are asked for the paths of wanted notes.
  init(_ ofNotes: [[LinkEnd]], _ targets: [[LinkTarget]]) {
    ends.reserveCapacity(ofNotes.reduce(0) { $0 + $1.count })
    starts.reserveCapacity(ofNotes.count + 1)
    for own in ofNotes {
      ends += own
      starts.append(Int32(clamping: ends.count))
    }
    numberWanted(targets)
  }

  /// Puts the ends of one note's links in place of those that it had; all is then as if the ends of all
  /// notes had been joined anew, whose `targets` are asked for the paths of wanted notes.
  mutating func replace(_ note: Int, with own: [LinkEnd], _ targets: [[LinkTarget]]) {
    let former = range(of: note)
    // Else the other notes ask for the same as before, and nothing of theirs changes.
    let concernsOthers =
      ends[former].contains { $0.kind == .wanted } || own.contains { $0.kind == .wanted }
    ends.replaceSubrange(former, with: own)
    let growth = own.count - former.count
    for later in starts.indices.dropFirst(note + 1) {
      starts[later] = Int32(clamping: Int(starts[later]) + growth)
    }
    if concernsOthers { numberWanted(targets) }
  }

  /// Collects the wanted notes, and gives the ends of links to them their places among them.
  private mutating func numberWanted(_ targets: [[LinkTarget]]) {
    var asking: [(end: Int, path: ContentPath)] = []
    for note in targets.indices {
      let own = range(of: note)
      for end in own where ends[end].kind == .wanted {
        guard case .wanted(let path) = targets[note][end - own.lowerBound].end else { continue }
        asking.append((end, path))
      }
    }
    wanted = Set(asking.map(\.path)).sorted()
    let places = Dictionary(zip(wanted, wanted.indices), uniquingKeysWith: { first, _ in first })
    for (end, path) in asking { ends[end].number = places[path] ?? 0 }
  }

  private func range(of note: Int) -> Range<Int> { Int(starts[note])..<Int(starts[note + 1]) }

  /// How many links there are.
  public var count: Int { ends.count }

  /// The ends of a note's links, in their order; the slice's indices are those of all links.
  public subscript(note: Int) -> ArraySlice<LinkEnd> {
    ends[range(of: note)]
  }

  /// The end of one link of a note.
  public subscript(note: Int, link: Int) -> LinkEnd { ends[Int(starts[note]) + link] }
}

extension [LinkTarget] {
  /// The targets in small; `links` are those that lead there.
  func ends(of links: [Link]) -> [LinkEnd] {
    indices.map { LinkEnd(self[$0], isImage: links[$0].kind.isImage) }
  }
}
