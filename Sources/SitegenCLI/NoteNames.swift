internal import ArgumentParser
internal import Building
internal import Files
internal import Notes

/// Finds the note that somebody names on the command line.
struct NoteNames {
  private let notebook: Notebook
  private let prefix: String

  /// `folder` is the command's argument; paths may begin with the folder of notes.
  init(_ notebook: Notebook, _ source: NotesOptions, _ folder: String?) {
    self.notebook = notebook
    let content = source.request(for: folder).content
    prefix = content.hasSuffix("/") ? content : content + "/"
  }

  /// The index of the note with this path, file name or title; case counts only where it has to.
  ///
  /// - Throws: `ValidationError` where no note answers to the name, or several do.
  func note(named name: String) throws -> Int {
    let paths = notebook.notes.map(\.path.string)
    let written = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    let below = written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)) : written
    for path in [written, below] {
      if let exact = paths.firstIndex(of: path) { return exact }
    }
    let small = below.lowercased()
    let ways: [(Int) -> String] = [
      { paths[$0].lowercased() },
      { "\(notebook.notes[$0].path.folder.appending(notebook.notes[$0].path.stem))".lowercased() },
      { notebook.notes[$0].path.name.lowercased() },
      { notebook.notes[$0].path.stem.lowercased() },
      { notebook.notes[$0].title.lowercased() },
    ]
    for way in ways {
      let found = paths.indices.filter { way($0) == small }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        let list = found.prefix(4).map { "'\(paths[$0])'" }.joined(separator: ", ")
        throw ValidationError("'\(name)' names \(found.count) notes: \(list)")
      }
    }
    let names = paths + notebook.notes.map(\.title)
    let hint = EditDistance.nearest(to: below, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("no note answers to '\(name)'\(hint)")
  }
}
