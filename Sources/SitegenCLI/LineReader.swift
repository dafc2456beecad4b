internal import Diagnostics
internal import Files
internal import Notes
internal import Synchronization

/// The lines of notes, read again for those who show them beside findings.
///
/// A class because it remembers what it read; safe from several threads.
final class LineReader: Sendable {
  /// What stands before the paths of findings, so that they can be opened from where the command ran.
  let pathPrefix: String
  private let source: FileSource?
  private let known = Mutex<[String: [ArraySlice<UInt8>]]>([:])

  /// A reader for a folder of notes.
  init(folder: String) {
    source = (try? Folder(at: folder))?.source()
    pathPrefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// A reader of the same folder that remembers nothing.
  func anew() -> LineReader { LineReader(source, pathPrefix) }

  private init(_ source: FileSource?, _ pathPrefix: String) {
    self.source = source
    self.pathPrefix = pathPrefix
  }

  /// The text of a place's line without its end; nil where there is none.
  func line(at place: Place) -> String? {
    bytes(at: place).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a place's line without its end; nil where there is none.
  func bytes(at place: Place) -> [UInt8]? {
    guard place.line > 0 else { return nil }
    return known.withLock { known in
      if known[place.path] == nil {
        if known.count > 64 { known.removeAll() }
        known[place.path] = load(place.path)
      }
      guard let lines = known[place.path], place.line <= lines.count else { return nil }
      let line = lines[place.line - 1]
      return Array(line.last == 0x0D ? line.dropLast() : line)
    }
  }

  private func load(_ path: String) -> [ArraySlice<UInt8>] {
    guard let source, let path = ContentPath(path),
      let bytes = try? source.read(path, Note.sizeCap)
    else { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }
}
