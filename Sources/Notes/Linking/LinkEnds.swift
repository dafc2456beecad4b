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
public struct LinkEnds: Sendable {
  /// The ends, note by note.
  private let ends: [LinkEnd]
  /// For each note, where its links begin; one more entry than notes.
  private let starts: [Int32]
  /// The notes that links ask for and that are not written yet, by path.
  public let wanted: [ContentPath]

  /// Joins the ends of each note's links; `targets` are asked for the paths of wanted notes.
  init(_ ofNotes: [[LinkEnd]], _ targets: [[LinkTarget]]) {
    var ends: [LinkEnd] = []
    ends.reserveCapacity(ofNotes.reduce(0) { $0 + $1.count })
    var starts: [Int32] = [0]
    starts.reserveCapacity(ofNotes.count + 1)
    var asking: [(end: Int, path: ContentPath)] = []
    for note in ofNotes.indices {
      for link in ofNotes[note].indices where ofNotes[note][link].kind == .wanted {
        guard case .wanted(let path) = targets[note][link].end else { continue }
        asking.append((ends.count + link, path))
      }
      ends += ofNotes[note]
      starts.append(Int32(clamping: ends.count))
    }
    let wanted = Set(asking.map(\.path)).sorted()
    let places = Dictionary(zip(wanted, wanted.indices), uniquingKeysWith: { first, _ in first })
    for (end, path) in asking { ends[end].number = places[path] ?? 0 }
    self.ends = ends
    self.starts = starts
    self.wanted = wanted
  }

  /// How many links there are.
  public var count: Int { ends.count }

  /// The ends of a note's links, in their order; the slice's indices are those of all links.
  public subscript(note: Int) -> ArraySlice<LinkEnd> {
    ends[Int(starts[note])..<Int(starts[note + 1])]
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
