internal import Files
internal import Notes

/// Names to suggest where a link leads into nothing.
struct MissingNames {
  private let notes: Names
  private let files: Names

  init(_ notebook: Notebook) {
    notes = Names(notebook.notes.indices.map { notebook.notes[$0].path })
    files = Names(notebook.files.sorted { $0.string < $1.string })
  }

  /// The note whose path is nearest; nil where none is near.
  func nearestNote(to path: ContentPath) -> String? {
    notes.nearest(to: path)
  }

  /// The file whose path is nearest; nil where none is near.
  func nearestFile(to path: ContentPath) -> String? {
    files.nearest(to: path)
  }

  /// Paths, to be found by name and by folder.
  private struct Names {
    private let byName: [Substring: [ContentPath]]
    private let byFolder: [ContentPath: [ContentPath]]
    private let isSearched: Bool

    /// Above this many names none is suggested for its spelling.
    private static let cap = 20_000

    init(_ paths: [ContentPath]) {
      byName = Dictionary(grouping: paths, by: \.name)
      byFolder = Dictionary(grouping: paths, by: \.folder)
      isSearched = paths.count <= Self.cap
    }

    func nearest(to path: ContentPath) -> String? {
      // The same name in another folder is the most common mistake.
      if let same = byName[path.name], same.count == 1 { return same[0].string }
      guard isSearched, let beside = byFolder[path.folder] else { return nil }
      if let other = beside.first(where: { $0.stem == path.stem }) { return other.string }
      // A quarter of the name may differ, less its ending, which is the same for all notes.
      let limit = path.stem.unicodeScalars.count / 4
      guard limit > 0 else { return nil }
      let names = beside.lazy.map { String($0.name) }
      let nearest = EditDistance.nearest(to: String(path.name), in: names, limit: limit)
      return nearest.map { path.folder.appending($0).string }
    }
  }
}
