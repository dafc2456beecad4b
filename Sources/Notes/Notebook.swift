public import Diagnostics
public import Files
internal import Markup
public import Workers

/// All notes of a folder, with what is needed to find one from another.
public struct Notebook: Sendable {
  /// The notes, in the order of their paths.
  public internal(set) var notes: [Note]
  /// The folders that hold notes, at any depth; the root is the first.
  public let folders: [NoteFolder]
  /// The indices of the notes in reading order: folder by folder, each in its own order.
  public let readingOrder: [Int]
  /// Every file that is no note, as it lies.
  public let files: Set<ContentPath>
  /// For each note, where its links lead, in the order of its document's `links`.
  public internal(set) var targets: [[LinkTarget]]
  /// The same in small, for whoever goes over all links.
  public internal(set) var linkEnds: LinkEnds
  /// What is wrong with the folder as a whole and with each note by itself.
  public let findings: [Finding]
  /// Every note that was read, drafts included, with a hash of its bytes; in the order of the paths.
  public let sources: [(path: ContentPath, fingerprint: UInt64)]
  /// How many notes were left out as drafts.
  public let draftCount: Int

  /// For each note, the index of its folder.
  public let folderOfNote: [Int]

  /// Which notes are read.
  public struct Selection: Sendable {
    /// True to take drafts as well.
    public var includesDrafts: Bool
    /// Answers whether a path is left out.
    public var ignores: @Sendable (String) -> Bool
    /// The note that becomes the home page; nil for the root's `README.md` or `index.md`.
    public var home: String?

    /// Tries to parse a note whose text looks dangerous where it does no harm; nil to parse all at once.
    ///
    /// False where that fails: the note is then not parsed here at all.
    public var survives: (@Sendable (ContentPath) -> Bool)?

    /// Is asked of each note that is read whether a study has to look at it; nil to mark none.
    ///
    /// A study that concerns few notes spares itself a second look at the text of all others: here they
    /// have just been read, and lie near the processor.
    public var marks: (@Sendable (Note) -> Bool)?

    /// Makes a selection; without arguments every note that is no draft.
    public init(
      includesDrafts: Bool = false, home: String? = nil,
      ignores: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
      self.includesDrafts = includesDrafts
      self.home = home
      self.ignores = ignores
    }
  }

  /// Reads every note of a source.
  ///
  /// - Throws: `FileProblem` where the folder itself cannot be listed. A note that cannot be read
  ///   becomes a finding and a page that says so.
  public init(
    reading source: FileSource, selection: Selection = Selection(), workers: Workers = Workers()
  ) throws(FileProblem) {
    var shelf: NoteShelf?
    try self.init(reading: source, selection: selection, workers: workers, shelf: &shelf)
  }

  /// Reads the notes of a source that have changed since they were put on the shelf, takes the others
  /// from there, and leaves all of them on it; without a shelf reads every note.
  ///
  /// - Throws: `FileProblem` where the folder itself cannot be listed; the shelf is then as it was.
  public init(
    reading source: FileSource, selection: Selection = Selection(), workers: Workers = Workers(),
    shelf: inout NoteShelf?
  ) throws(FileProblem) {
    let listing = try source.list()
    var paths: [ContentPath] = []
    var files: Set<ContentPath> = []
    for path in listing.files where !selection.ignores(path.string) {
      if Self.isNote(path) { paths.append(path) } else { files.insert(path) }
    }
    let former = shelf
    // A file that changes after its stamp was taken is read again next time.
    let stamps =
      former == nil ? [] : workers.map(paths.count) { [paths] in source.stamp(paths[$0]) }
    var notes = workers.map(paths.count) { [paths] index in
      if let former, let stamp = stamps[index], let note = former.note(at: paths[index], stamp) {
        return note
      }
      return Self.read(paths[index], from: source, selection)
    }
    // Pages are settled in place: a second array of the notes would have to be counted first.
    shelf?.take(notes, stamps)
    sources = notes.indices.map { (notes[$0].path, notes[$0].fingerprint) }
    if !selection.includesDrafts, notes.indices.contains(where: { notes[$0].frontMatter.draft }) {
      notes.removeAll { $0.frontMatter.draft }
    }
    draftCount = sources.count - notes.count
    var findings = listing.refused.map {
      Finding(.pathRefused, at: Place($0.path.string), "'\($0.path)' \($0.reason) and is not read")
    }
    if let home = selection.home, let index = notes.firstIndex(where: { $0.path.string == home }) {
      notes[index].page = SitePath.home
    }
    findings += PageClashes.settle(&notes)
    let clashes = workers.begin { [paths = notes.indices.map { notes[$0].path } + files] in
      PageClashes.caseClashes(paths)
    }
    let tree = FolderTree(notes)
    let finder = NoteFinder(notes: notes, folders: tree.folders, files: files)
    let signature = former == nil ? 0 : Self.signature(notes, files, home: selection.home)
    let settled = notes
    // What is small of them is made while they are at hand.
    let found = workers.map(notes.count) { index in
      let targets =
        former?.targets(of: settled[index], signature) ?? finder.targets(from: index)
      return (targets: targets, ends: targets.ends(of: settled[index].document.links))
    }
    let targets = found.map(\.targets)
    shelf?.take(targets, of: notes, signature)
    self.notes = notes
    self.files = files
    self.folders = tree.folders
    self.folderOfNote = tree.folderOfNote
    self.readingOrder = tree.readingOrder
    self.targets = targets
    self.linkEnds = LinkEnds(found.map(\.ends), targets)
    findings += clashes.value
    self.findings = findings + notes.indices.flatMap { notes[$0].findings }
  }

  /// True for a file that ends in `.md` or `.markdown`, in any case.
  public static func isNote(_ path: ContentPath) -> Bool {
    let ending = path.fileExtension
    return ending == "md" || ending == "markdown"
  }

  /// A hash of all that decides where a link leads: paths, pages, names and anchors.
  private static func signature(
    _ notes: [Note], _ files: Set<ContentPath>, home: String?
  ) -> UInt64 {
    var hash = Fingerprint()
    hash.append(home ?? "")
    hash.append(UInt64(notes.count))
    for index in notes.indices {
      hash.append(notes[index].path.string)
      hash.append(notes[index].page.string)
      hash.append(notes[index].title)
      hash.append(UInt64(notes[index].frontMatter.aliases.count))
      for alias in notes[index].frontMatter.aliases { hash.append(alias.text) }
      hash.append(UInt64(notes[index].document.headings.count))
      for heading in notes[index].document.headings { hash.append(heading.anchor) }
      hash.append(UInt64(notes[index].document.rawAnchors.count))
      for anchor in notes[index].document.rawAnchors { hash.append(anchor) }
      hash.append(notes[index].document.hasWikilinks ? 1 : 0)
    }
    for path in files.sorted() { hash.append(path.string) }
    return hash.value
  }

  static func read(
    _ path: ContentPath, from source: FileSource, _ selection: Selection
  ) -> Note {
    do throws(FileProblem) {
      let bytes = try source.read(path, Note.sizeCap)
      if let survives = selection.survives,
        bytes.withUnsafeBufferPointer({ ParsingRisk(of: $0).isHigh }), !survives(path)
      {
        return Note(
          path: path, bytes: bytes,
          unreadable: "parsing it takes too much time or memory; it is not shown")
      }
      var note = Note(path: path, bytes: bytes)
      note.isMarked = selection.marks?(note)
      return note
    } catch {
      return Note(path: path, bytes: nil, unreadable: error.description)
    }
  }
}

extension SitePath {
  /// The home page.
  public static let home = SitePath(asset: ContentPath.root.appending("index.html"))
}
