public import Editing
internal import Files
internal import Glibc
internal import Notes
internal import Workers

/// Moves a note: plans it, looks whether every link would still lead where it led, and does it.
public struct Renaming: Sendable {
  /// What changes.
  public let move: NoteMove
  private let content: String

  /// Why a note is not moved.
  public enum Refusal: Error, Sendable {
    /// The notes cannot be read or written.
    case failed(BuildError)
    /// A sentence about the paths.
    case paths(String, help: String?)
    /// A link that would no longer lead where it led.
    case strays(String)
  }

  /// Plans to move a note, and checks the plan; writes nothing.
  ///
  /// `old` and `new` are paths in the folder of notes, or from where the command runs, with that folder
  /// before them. `new` may leave out the ending, or name a folder that is there.
  ///
  /// - Throws: `Refusal` where that cannot be done.
  public init(
    _ request: BuildRequest, from old: String, to new: String, leadsOn: Bool
  ) throws(Refusal) {
    var request = request
    request.includesDrafts = true
    content = request.content
    let workers = Workers(width: request.jobs)
    let (settings, folder) = try Self.opened(request)
    let source = folder.source(excluding: settings.excludedFolders(in: folder.path))
    let before = try Self.read(source, settings, folder, workers)
    let (from, to) = try Self.paths(old, new, before, content: request.content)
    do throws(FileProblem) {
      move = try NoteMove(of: from, to: to, in: before, leadsOn: leadsOn) {
        path throws(FileProblem) in try source.read(path, Note.sizeCap)
      }
    } catch {
      throw .failed(.files(error.description))
    }
    let after = try Self.read(source.after(move), settings, folder, workers)
    if let stray = move.firstLinkThatStrays(from: before, to: after) { throw .strays(stray) }
  }

  private static func opened(_ request: BuildRequest) throws(Refusal) -> (Settings, Folder) {
    do throws(BuildError) {
      let settings = try Settings(request)
      let folder = try Failure.files { () throws(FileProblem) in try Folder(at: request.content) }
      return (settings, folder)
    } catch {
      throw .failed(error)
    }
  }

  private static func read(
    _ source: FileSource, _ settings: Settings, _ folder: Folder, _ workers: Workers
  ) throws(Refusal) -> Notebook {
    do throws(FileProblem) {
      return try Notebook(
        reading: source, selection: settings.selection(in: folder), workers: workers)
    } catch {
      throw .failed(.files(error.description))
    }
  }

  // MARK: - Paths

  private static func paths(
    _ old: String, _ new: String, _ notebook: Notebook, content: String
  ) throws(Refusal) -> (ContentPath, ContentPath) {
    let notes = Set(notebook.notes.map(\.path))
    let from = [old, below(content, old), "\(old).md"].compactMap(\.self)
      .compactMap { ContentPath($0) }.first { notes.contains($0) }
    guard let from else {
      let near = EditDistance.nearest(to: old, in: notebook.notes.map(\.path.string))
      throw .paths("there is no note '\(old)'", help: near.map { "did you mean '\($0)'?" })
    }
    guard var to = ContentPath(below(content, new) ?? new), !to.isRoot else {
      throw .paths("'\(new)' is no path in the folder of notes", help: nil)
    }
    if new.hasSuffix("/") || notebook.folders.contains(where: { $0.path == to }) {
      to = to.appending(from.name)
    }
    if !Notebook.isNote(to) { to = to.folder.appending("\(to.name).\(from.fileExtension)") }
    guard to != from else { throw .paths("'\(from)' is there already", help: nil) }
    guard !notes.contains(to), !notebook.files.contains(to) else {
      throw .paths("there is a note '\(to)' already", help: "choose another name")
    }
    return (from, to)
  }

  /// A path below the folder of notes without that folder; nil for any other.
  private static func below(_ content: String, _ path: String) -> String? {
    let prefix = content.hasSuffix("/") ? content : content + "/"
    let plain = prefix.hasPrefix("./") ? String(prefix.dropFirst(2)) : prefix
    return path.hasPrefix(plain) ? String(path.dropFirst(plain.utf8.count)) : nil
  }

  // MARK: - Doing it

  /// Writes what changes: first the note at its new place, then the links to it, then takes the old
  /// file away.
  ///
  /// - Throws: `Refusal.failed` where a file cannot be written; what was written before stays.
  public func carryOut() throws(Refusal) {
    let edits = move.edits.sorted { left, right in
      left.path == move.old && right.path != move.old
    }
    for edit in edits {
      let path = edit.path == move.old ? move.new : edit.path
      try write(edit.bytes, to: "\(content)/\(path)", likeFileAt: "\(content)/\(edit.path)")
    }
    guard unlink("\(content)/\(move.old)") == 0 else { throw Self.failure(move.old.string) }
  }

  private func write(
    _ bytes: [UInt8], to path: String, likeFileAt model: String
  ) throws(Refusal) {
    for end in path.indices.dropFirst() where path[end] == "/" {
      mkdir(String(path[..<end]), 0o777)
    }
    var status = stat()
    let mode = stat(model, &status) == 0 ? status.st_mode & 0o777 : 0o666
    // The former file stays whole until the new one is.
    let beside = path + ".sitegen-new"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw Self.failure(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    guard close(file) == 0, rest.isEmpty, rename(beside, path) == 0 else {
      let failure = Self.failure(path)
      unlink(beside)
      throw failure
    }
  }

  private static func failure(_ path: String) -> Refusal {
    .failed(.files("\(path): \(String(cString: strerror(errno)))"))
  }
}

extension FileSource {
  /// The files as they would be after a move.
  fileprivate func after(_ move: NoteMove) -> FileSource {
    let changed = Dictionary(
      move.edits.map { ($0.path == move.old ? move.new : $0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    return FileSource(
      root: root,
      list: { () throws(FileProblem) in
        var listing = try list()
        listing.files = (listing.files.filter { $0 != move.old } + [move.new]).sorted()
        return listing
      },
      read: { path, limit throws(FileProblem) in
        if let bytes = changed[path] { return bytes }
        return try read(path, limit)
      },
      head: { path, count throws(FileProblem) in
        if let bytes = changed[path] { return Array(bytes.prefix(count)) }
        return try head(path, count)
      })
  }
}
