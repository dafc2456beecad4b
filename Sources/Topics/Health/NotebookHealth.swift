public import Diagnostics
internal import Markup
public import Notes

/// How well the notes hang together, and which of them want work.
public struct NotebookHealth: Sendable {
  /// A note that says little.
  public struct Stub: Sendable, Equatable {
    /// The index of the note.
    public let note: Int
    /// How many words it has, its headings included; fewer than `stubWords`.
    public let words: Int
  }

  /// Notes that no other note leads to, by index; neither the home page nor a folder's own note.
  public let orphans: [Int]
  /// Notes that lead to no other note, written or wanted, and list none, by index.
  public let deadEnds: [Int]
  /// Notes that others lead to, and to which no way along links begins at the home page, by index.
  public let unreachable: [Int]
  /// By index.
  public let stubs: [Stub]
  /// For each note the fewest clicks from the home page, along links and lists of folders.
  public let depths: [Int?]
  /// Pictures without text and tables of contents that drifted, in the order of their places.
  public let blemishes: [Finding]

  /// A note with fewer words is a stub.
  public static let stubWords = 40

  /// Looks at every note once; `findings` are what is known of links and pictures.
  public init(_ notebook: Notebook, _ topics: TopicGraph, findings: [Finding] = []) {
    let pages = PageWays(notebook)
    let (depths, linked) = pages.fromHome()
    self.depths = depths
    blemishes = findings.filter { $0.rule == .imageAltEmpty || $0.rule == .tocDrift }.inOrder()
    let notes = notebook.notes.indices
    let listing = notes.map { pages.lists($0) }
    let isAlone = notes.count == 1
    let orphans = notes.filter {
      topics.nodes[$0].inDegree == 0 && !pages.isFolderPage($0) && !isAlone
    }
    self.orphans = orphans
    let isOrphan = Set(orphans)
    unreachable = notes.filter { !linked[$0] && !isOrphan.contains($0) && !pages.isFolderPage($0) }
    deadEnds = notes.filter { !listing[$0] && !topics.leadsOn[$0] && !isAlone }
    stubs = notes.compactMap { note in
      guard !listing[note], !notebook.notes[note].findings.contains(where: \.isUnreadable) else {
        return nil
      }
      let words = Self.words(of: notebook.notes[note].document.plain)
      return words < Self.stubWords ? Stub(note: note, words: words) : nil
    }
  }

  /// True where two readings of a note have as many words, as far as stubs go.
  public static func isAlike(_ note: Note, _ other: Note) -> Bool {
    words(of: note.document.plain) == words(of: other.document.plain)
  }

  /// How many words there are; the count ends at `stubWords`.
  private static func words(of text: [UInt8]) -> Int {
    var words = 0
    var isInWord = false
    for byte in text {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !isSpace, !isInWord {
        words += 1
        if words == stubWords { return words }
      }
      isInWord = !isSpace
    }
    return words
  }
}

extension Finding {
  fileprivate var isUnreadable: Bool { rule == .noteUnreadable }
}

/// The ways between the pages of notes and of folders.
private struct PageWays {
  private let notebook: Notebook
  /// For each note, the folder whose page it is.
  private var folderOfPage: [Int: Int] = [:]

  init(_ notebook: Notebook) {
    self.notebook = notebook
    for (index, folder) in notebook.folders.enumerated() {
      if let note = folder.indexNote { folderOfPage[note] = index }
    }
  }

  /// True for a note that is its folder's page, or home.
  func isFolderPage(_ note: Int) -> Bool { folderOfPage[note] != nil }

  /// True for a note whose page lists others.
  func lists(_ note: Int) -> Bool {
    guard let folder = folderOfPage[note] else { return false }
    return !notebook.folders[folder].notes.isEmpty || !notebook.folders[folder].folders.isEmpty
  }

  /// The node of a folder's page: its own note, else a node behind those of the notes.
  private func page(of folder: Int) -> Int {
    notebook.folders[folder].indexNote ?? notebook.notes.count + folder
  }

  private var links: [DirectedGraph.Edge] {
    var edges: [DirectedGraph.Edge] = []
    for note in notebook.notes.indices {
      for end in notebook.linkEnds[note] {
        switch end.kind {
        case .note: edges.append(.init(from: note, to: end.number))
        case .folder: edges.append(.init(from: note, to: page(of: end.number)))
        case .file, .wanted, .elsewhere: break
        }
      }
    }
    return edges
  }

  /// What the pages of folders list.
  private func lists(where isMeant: (NoteFolder) -> Bool) -> [DirectedGraph.Edge] {
    notebook.folders.indices.flatMap { index -> [DirectedGraph.Edge] in
      let folder = notebook.folders[index]
      guard isMeant(folder) else { return [] }
      return (folder.notes + folder.folders.map(page)).map {
        DirectedGraph.Edge(from: page(of: index), to: $0)
      }
    }
  }

  /// For each note, how far it is from home, and whether links of notes alone lead there; the pages of
  /// folders without a note of their own are nothing but lists, so what they list counts as linked.
  func fromHome() -> (depths: [Int?], isLinked: [Bool]) {
    let links = links
    let made = lists { $0.indexNote == nil }
    let written = lists { $0.indexNote != nil }
    return (
      distances(along: links + made + written), distances(along: links + made).map { $0 != nil }
    )
  }

  private func distances(along edges: [DirectedGraph.Edge]) -> [Int?] {
    let count = notebook.notes.count
    let graph = DirectedGraph(nodeCount: count + notebook.folders.count, edges: edges)
    return Array(graph.breadthFirst(from: [page(of: 0)]).prefix(count))
  }
}
