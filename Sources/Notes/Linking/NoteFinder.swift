internal import Bytes
internal import Files
internal import Markup

/// Finds what a link means: the one place where addresses of notes are read.
struct NoteFinder: Sendable {
  private let notes: [Note]
  private let folders: [NoteFolder]
  private let noteAt: [ContentPath: Int]
  private let folderAt: [ContentPath: Int]
  private let files: Set<ContentPath>
  /// Paths in lower case, for links that differ in case; the first of several by path.
  private let folded: [String: ContentPath]
  /// Stems, titles and aliases in lower case, for wikilinks.
  private let names: [String: [Int]]

  init(notes: [Note], folders: [NoteFolder], files: Set<ContentPath>) {
    self.notes = notes
    self.folders = folders
    self.files = files
    // Notes are large values; reading single fields in place spares copies of the whole.
    let paths = notes.indices.map { notes[$0].path }
    noteAt = Dictionary(
      zip(paths, paths.indices), uniquingKeysWith: { first, _ in first })
    folderAt = Dictionary(
      folders.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var folded: [String: ContentPath] = [:]
    folded.reserveCapacity(notes.count + files.count)
    for path in (paths + files).sorted() {
      let name = path.string.lowercased()
      if folded[name] == nil { folded[name] = path }
    }
    self.folded = folded
    let hasWikilinks = notes.indices.contains { notes[$0].document.hasWikilinks }
    names = hasWikilinks ? Self.names(of: notes) : [:]
  }

  private static func names(of notes: [Note]) -> [String: [Int]] {
    var names: [String: [Int]] = [:]
    for (index, note) in notes.enumerated() {
      var own = Set([String(note.path.stem), note.title].map { $0.lowercased() })
      for alias in note.frontMatter.aliases {
        let stem = ContentPath(alias.text).map { String($0.stem) }
        own.insert((stem ?? alias.text).lowercased())
      }
      for name in own { names[name, default: []].append(index) }
    }
    return names
  }

  /// Where the links of a note lead, in their order.
  func targets(from note: Int) -> [LinkTarget] {
    let folder = notes[note].path.folder
    return notes[note].document.links.indices.map { target(ofLink: $0, from: note, in: folder) }
  }

  private func target(ofLink index: Int, from note: Int, in folder: ContentPath) -> LinkTarget {
    // Links are large values; reading single fields in place spares copies of the whole.
    if notes[note].document.links[index].isExternal { return LinkTarget(.external) }
    let kind = notes[note].document.links[index].kind
    let written = notes[note].document.links[index].destination
    if kind == .wikilink { return wikilinkTarget(written, from: note) }
    let destination = Self.trimmed(written)
    if destination.isEmpty { return LinkTarget(.nowhere) }
    let (plain, fragment) = destination.withBytes { bytes -> (LinkTarget?, String?) in
      let (path, fragment) = Self.split(bytes)
      return (path.isEmpty ? LinkTarget(.note(note)) : plainEnd(of: path, from: folder), fragment)
    }
    var target =
      plain ?? end(of: Self.split(destination).path, from: folder, isImage: kind.isImage)
    if let fragment, !kind.isImage { addAnchor(fragment, to: &target) }
    return target
  }

  // MARK: - Paths

  /// Where a path leads that means itself, as nearly all do: neither encoded nor with a query, nor from
  /// the root; nil where it leads nowhere, or more has to be tried.
  private func plainEnd(
    of written: UnsafeBufferPointer<UInt8>, from folder: ContentPath
  ) -> LinkTarget? {
    guard written.first != UInt8(ascii: "/"),
      written.allSatisfy({ $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "?") })
    else { return nil }
    return folder.resolving(written).flatMap { existing($0, remarks: []) }
  }

  private func end(of written: String, from folder: ContentPath, isImage: Bool) -> LinkTarget {
    var candidates = [written]
    if written.utf8.contains(UInt8(ascii: "%")) { candidates.append(Self.decoded(written)) }
    if let query = written.utf8.firstIndex(of: UInt8(ascii: "?")) {
      candidates.append(Self.decoded(String(written[..<query])))
    }
    var remarks: [LinkTarget.Remark] = []
    if written.utf8.first == UInt8(ascii: "/") { remarks.append(.fromRoot) }
    var firstPath: ContentPath?
    var isOutside = false
    for candidate in candidates {
      guard let path = folder.resolving(candidate) else {
        isOutside = true
        continue
      }
      firstPath = firstPath == nil || candidates.count > 1 ? path : firstPath
      if let target = existing(path, remarks: remarks) { return target }
    }
    guard let path = firstPath else { return LinkTarget(.outside) }
    if isOutside, candidates.count == 1 { return LinkTarget(.outside) }
    let ending = path.fileExtension
    let isAddress = written.contains("://")
    let isNote = !isImage && !isAddress && (ending.isEmpty || Notebook.isNote(path))
    return LinkTarget(isNote ? .wanted(Self.notePath(path)) : .missing(path), remarks: remarks)
  }

  private func existing(_ path: ContentPath, remarks: [LinkTarget.Remark]) -> LinkTarget? {
    if let note = noteAt[path] { return LinkTarget(.note(note), remarks: remarks) }
    if files.contains(path) { return LinkTarget(.file(path), remarks: remarks) }
    if let folder = folderAt[path] {
      return LinkTarget(.folder(folder), remarks: remarks + [.toFolder])
    }
    for ending in ["md", "markdown"] {
      let whole = ContentPath(unchecked: "\(path.string).\(ending)")
      if let note = noteAt[whole] {
        return LinkTarget(.note(note), remarks: remarks + [.withoutExtension])
      }
    }
    let lowercased = path.string.lowercased()
    for suffix in ["", ".md", ".markdown"] {
      guard let right = folded[lowercased + suffix] else { continue }
      let added: [LinkTarget.Remark] = suffix.isEmpty ? [] : [.withoutExtension]
      let end = noteAt[right].map { LinkTarget.End.note($0) } ?? .file(right)
      return LinkTarget(end, remarks: remarks + added + [.otherCase(right.string)])
    }
    return nil
  }

  /// A wanted note's path always has an ending.
  private static func notePath(_ path: ContentPath) -> ContentPath {
    path.fileExtension.isEmpty ? ContentPath(unchecked: "\(path.string).md") : path
  }

  // MARK: - Anchors

  private func addAnchor(_ fragment: String, to target: inout LinkTarget) {
    guard case .note(let index) = target.end else { return }
    let wanted = Self.decoded(fragment)
    if wanted.isEmpty || wanted == "top" { return }
    if hasAnchor(wanted, in: index) {
      target.anchor = wanted
      return
    }
    let lowercased = wanted.lowercased()
    if hasAnchor(lowercased, in: index) {
      target.anchor = lowercased
      target.remarks.append(.otherCase("#" + lowercased))
      return
    }
    let known = notes[index].document.headings.map(\.anchor).filter { !$0.isEmpty }
    let nearest = EditDistance.nearest(to: lowercased, in: known)
    target.remarks.append(.anchorMissing(wanted, nearest: nearest))
  }

  /// True where a link can lead to `#anchor` of a note.
  private func hasAnchor(_ anchor: String, in note: Int) -> Bool {
    MarkdownDocument.isAnchor(
      anchor, of: notes[note].document.headings, or: notes[note].document.rawAnchors)
  }

  // MARK: - Wikilinks

  private func wikilinkTarget(_ written: String, from note: Int) -> LinkTarget {
    let (name, fragment) = Self.split(written)
    var target = name.isEmpty ? LinkTarget(.note(note)) : wikilinkEnd(name, from: note)
    guard let fragment, case .note(let index) = target.end else { return target }
    let document = notes[index].document
    let text = Self.trimmed(fragment)
    if let heading = document.headings.first(where: { $0.text == text || $0.anchor == text }) {
      target.anchor = heading.anchor.isEmpty ? nil : heading.anchor
    } else {
      addAnchor(GitHubAnchor.plain(text), to: &target)
    }
    return target
  }

  private func wikilinkEnd(_ name: String, from note: Int) -> LinkTarget {
    let folder = notes[note].path.folder
    for start in [folder, .root] {
      guard let path = start.resolving(name), let target = existing(path, remarks: []) else {
        continue
      }
      switch target.end {
      case .note(let found): return LinkTarget(.note(found))
      case .file: return target
      default: continue
      }
    }
    let found = names[Self.trimmed(name).lowercased()] ?? []
    guard let best = found.min(by: { isNearer($0, $1, to: folder) }) else {
      let path = folder.resolving(name) ?? folder.appending("note")
      return LinkTarget(.wanted(Self.notePath(path)))
    }
    let remarks: [LinkTarget.Remark] =
      found.count > 1 ? [.ambiguous(found.map { notes[$0].path })] : []
    return LinkTarget(.note(best), remarks: remarks)
  }

  private func isNearer(_ left: Int, _ right: Int, to folder: ContentPath) -> Bool {
    let (leftPath, rightPath) = (notes[left].path, notes[right].path)
    let leftIsBeside = leftPath.folder == folder
    if leftIsBeside != (rightPath.folder == folder) { return leftIsBeside }
    if leftPath.depth != rightPath.depth { return leftPath.depth < rightPath.depth }
    return leftPath < rightPath
  }

  // MARK: - Text

  /// The path and the fragment of an address, without the number sign.
  private static func split(_ address: String) -> (path: String, fragment: String?) {
    address.withBytes { bytes in
      let (path, fragment) = split(bytes)
      return (fragment == nil ? address : String(decoding: path, as: UTF8.self), fragment)
    }
  }

  /// The same of bytes, where the path stays where it lies.
  private static func split(
    _ address: UnsafeBufferPointer<UInt8>
  ) -> (path: UnsafeBufferPointer<UInt8>, fragment: String?) {
    guard let sign = address.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    return (
      UnsafeBufferPointer(rebasing: address[..<sign]),
      String(decoding: address[(sign + 1)...], as: UTF8.self)
    )
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 0x20 || last <= 0x20
    else { return text }
    let start = text.utf8.drop { $0 <= 0x20 }
    guard let end = start.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(decoding: start[...end], as: UTF8.self)
  }

  /// Percent-decoding that leaves alone what is no valid escape.
  private static func decoded(_ text: String) -> String {
    guard text.withBytes({ $0.contains(UInt8(ascii: "%")) }) else { return text }
    return String(validating: text.withBytes { $0.unescaped }, as: UTF8.self) ?? text
  }
}
