internal import Bytes
public import Files
internal import Markup
public import Notes

/// A note that gets another path, and what that changes in the notes: every link to it, its own links,
/// and its former address, which leads on.
///
/// It is a plan: nothing is written. Whoever carries it out reads the notes as they would be, and asks
/// `isFaithful` whether every link still leads where it led.
public struct NoteMove: Sendable {
  /// Where the note is.
  public let old: ContentPath
  /// Where it is to be.
  public let new: ContentPath
  /// The notes that change, by the paths that they have before; the note that moves is always one.
  public private(set) var edits: [Edit] = []

  /// What becomes of one note.
  public struct Edit: Sendable, Equatable {
    /// Its path before the move.
    public let path: ContentPath
    /// Its bytes after it.
    public let bytes: [UInt8]
    /// How many links were rewritten.
    public let linkCount: Int
  }

  /// Plans the move of a note.
  ///
  /// - Parameters:
  ///   - old: its path; one of the notebook's notes.
  ///   - new: its path afterwards.
  ///   - notebook: the notes as they are.
  ///   - leadsOn: true to name its former page among its aliases.
  ///   - read: gives the bytes of a note.
  /// - Throws: what `read` throws.
  public init(
    of old: ContentPath, to new: ContentPath, in notebook: Notebook, leadsOn: Bool,
    read: (ContentPath) throws(FileProblem) -> [UInt8]
  ) throws(FileProblem) {
    self.old = old
    self.new = new
    guard let moved = notebook.notes.firstIndex(where: { $0.path == old }) else { return }
    for (index, note) in notebook.notes.enumerated() {
      let renames = self.renames(in: index, moved: moved, notebook)
      guard index == moved || !renames.isEmpty else { continue }
      var (bytes, count) = Self.rewriting(try read(note.path), note.document.links, renames)
      if index == moved, leadsOn {
        let isPageKept = note.frontMatter.slug != nil && old.folder == new.folder
        if !isPageKept { bytes = AliasEdit.adding("/\(note.page)", to: bytes) ?? bytes }
      }
      guard index == moved || count > 0 else { continue }
      edits.append(Edit(path: note.path, bytes: bytes, linkCount: count))
    }
  }

  /// The first link that would not lead where it led, as a place and its address; nil for none.
  ///
  /// - Parameters:
  ///   - before: the notes as they are.
  ///   - after: the notes as they would be.
  /// - Returns: `path:line: 'address'`.
  public func firstLinkThatStrays(from before: Notebook, to after: Notebook) -> String? {
    let places = Dictionary(
      after.notes.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, note) in before.notes.enumerated() {
      guard let place = places[renamed(note.path)],
        after.targets[place].count == before.targets[index].count
      else { return "\(note.path): its links" }
      for (position, target) in before.targets[index].enumerated() {
        let other = after.targets[place][position]
        let end = self.end(of: target, before)
        if end == self.end(of: other, after), target.anchor == other.anchor { continue }
        // A link that waited for a note at the new path has found one.
        if case .wanted(let path) = target.end, path == new { continue }
        if case .missing(let path) = target.end, path == new { continue }
        let link = note.document.links[position]
        return "\(note.path):\(link.line): '\(link.destination)'"
      }
    }
    return nil
  }

  /// Where a link leads, as text in which the move is done.
  private func end(of target: LinkTarget, _ notebook: Notebook) -> String {
    switch target.end {
    case .note(let index): "note \(renamed(notebook.notes[index].path))"
    case .folder(let index): "folder \(notebook.folders[index].path)"
    case .file(let path): "file \(path)"
    case .wanted(let path): "wanted \(path)"
    case .missing(let path): "missing \(path)"
    case .outside: "outside"
    case .external: "external"
    case .nowhere: "nowhere"
    }
  }

  private func renamed(_ path: ContentPath) -> ContentPath { path == old ? new : path }

  // MARK: - Links

  /// An address as a note writes it; names of wikilinks are another matter than paths.
  private struct Spelling: Hashable {
    let address: String
    let isWikilink: Bool
  }

  /// The addresses of a note that have to change, and what they become.
  private func renames(in index: Int, moved: Int, _ notebook: Notebook) -> [Spelling: String] {
    let note = notebook.notes[index]
    let folder = renamed(note.path).folder
    var renames: [Spelling: String] = [:]
    for (link, target) in zip(note.document.links, notebook.targets[index]) {
      let written = link.destination
      let isOwn = index == moved && old.folder != new.folder
      let goal: ContentPath
      switch target.end {
      case .note(let other) where other == moved || isOwn:
        goal = renamed(notebook.notes[other].path)
      case .folder(let other) where isOwn: goal = notebook.folders[other].path
      case .file(let path) where isOwn, .wanted(let path) where isOwn,
        .missing(let path) where isOwn:
        goal = path
      default: continue
      }
      let path = written.prefix { $0 != "#" }
      guard !path.isEmpty else { continue }
      let tail = written[path.endIndex...]
      let address =
        link.kind == .wikilink
        ? wikilink(String(path), to: goal, from: folder, isMoved: goal == new)
        : Self.address(of: goal, from: folder, like: String(path))
      if let address, address != path {
        renames[Spelling(address: written, isWikilink: link.kind == .wikilink)] = address + tail
      }
    }
    return renames
  }

  /// A wikilink's name for a note; nil where its own still fits: by title or alias.
  private func wikilink(
    _ written: String, to goal: ContentPath, from folder: ContentPath, isMoved: Bool
  ) -> String? {
    if written.contains("/") || written.lowercased().hasSuffix(".md") {
      return Self.address(of: goal, from: folder, like: written, isEncoded: false)
    }
    guard isMoved, written.lowercased() == old.stem.lowercased() else { return nil }
    return String(goal.stem)
  }

  /// A path as an address seen from a folder, in the manner of the one that it replaces: from the root
  /// or not, with or without the ending, with what stood behind a question mark.
  static func address(
    of goal: ContentPath, from folder: ContentPath, like written: String, isEncoded: Bool = true
  ) -> String {
    let (path, query) = (written.prefix { $0 != "?" }, written.drop { $0 != "?" })
    var address: String
    if path.hasPrefix("/") {
      address = "/" + goal.string
    } else {
      let from = folder.isRoot ? [] : folder.string.split(separator: "/")
      let to = goal.isRoot ? [] : goal.string.split(separator: "/")
      let common = zip(from, to).prefix { $0 == $1 }.count
      let ups = [Substring](repeating: "..", count: from.count - common)
      address = (ups + to[common...]).joined(separator: "/")
      if address.isEmpty { address = "." }
      if path.hasPrefix("./"), !address.hasPrefix("..") { address = "./" + address }
    }
    if path.hasSuffix("/"), !address.hasSuffix("/") { address += "/" }
    let ending = goal.fileExtension
    let hadEnding = path.lowercased().hasSuffix(".\(ending)")
    if ending == "md" || ending == "markdown", !hadEnding, !path.hasSuffix("/") {
      address = String(address.dropLast(ending.utf8.count + 1))
    }
    return (isEncoded ? encoded(address) : address) + query
  }

  /// An address with everything percent-encoded that would end it, or mean something in it.
  private static func encoded(_ address: String) -> String {
    var result = ByteBuffer()
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "?"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        result.append(escape: byte)
      default: result.append(byte)
      }
    }
    return result.read { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: - Text

  private static func rewriting(
    _ bytes: [UInt8], _ links: [Link], _ renames: [Spelling: String]
  ) -> (bytes: [UInt8], count: Int) {
    guard !renames.isEmpty else { return (bytes, 0) }
    var result = bytes
    var count = 0
    for place in AddressScan(bytes).found.reversed() {
      let spelling = Spelling(address: place.address, isWikilink: place.kind == .wikilink)
      guard let address = renames[spelling], isLink(place, links) else { continue }
      result.replaceSubrange(place.range, with: address.utf8)
      count += 1
    }
    return (result, count)
  }

  /// True where the parser has a link at a place: on its line, or begun a few lines before it.
  private static func isLink(_ place: AddressScan.Found, _ links: [Link]) -> Bool {
    links.contains { link in
      guard link.destination == place.address else { return false }
      switch (place.kind, link.kind) {
      case (.definition, .link), (.definition, .image): return true
      case (.link, .link), (.link, .image), (.wikilink, .wikilink), (.attribute, .rawLink),
        (.attribute, .rawImage):
        break
      default: return false
      }
      if link.line == place.line {
        return link.addressColumn == place.column || link.addressColumn == link.column
      }
      // The label may go over several lines; the address is then not on the link's own.
      return link.addressColumn == link.column && link.line < place.line
        && place.line - link.line <= 20
    }
  }
}
