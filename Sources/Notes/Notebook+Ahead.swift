internal import Bytes
public import Files
internal import Markup
public import Workers

extension NoteShelf {
  /// The notes whose files have changed since they were put on the shelf; nil where notes have come or
  /// gone, or the folder cannot be listed.
  public func changes(
    in source: FileSource, _ selection: Notebook.Selection, workers: Workers
  ) -> [ContentPath]? {
    guard let listing = try? source.list() else { return nil }
    let paths = listing.files.filter { Notebook.isNote($0) && !selection.ignores($0.string) }
    guard paths.count == count else { return nil }
    let states = workers.map(paths.count) { index in
      isKnown(paths[index]) ? source.stamp(paths[index]).map { isSame(paths[index], $0) } : nil
    }
    guard !states.contains(nil) else { return nil }
    return zip(paths, states).filter { $1 == false }.map(\.0)
  }
}

extension Notebook {
  /// This notebook with the text of one note as it is now, ahead of a new reading of all.
  ///
  /// Only what the note says is new: its place, its title and what else others see of it are the same.
  ///
  /// - Returns: the notebook and the note's index; nil where more has changed than that, or the note is
  ///   not part of it.
  public func rereading(
    _ path: ContentPath, from source: FileSource, _ selection: Selection
  ) -> (notebook: Notebook, note: Int)? {
    guard let index = index(ofNoteAt: path) else { return nil }
    var fresh = Self.read(path, from: source, selection)
    guard fresh.looksFromOutside(like: notes[index]) else { return nil }
    fresh.page = notes[index].page
    var copy = self
    copy.notes[index] = fresh
    copy.targets[index] =
      NoteFinder(notes: copy.notes, folders: folders, files: files).targets(from: index)
    copy.linkEnds.replace(
      index, with: copy.targets[index].ends(of: fresh.document.links), copy.targets)
    return (copy, index)
  }

  /// The index of a note; they are in the order of their paths.
  public func index(ofNoteAt path: ContentPath) -> Int? {
    let index = notes.indices.partitionPoint { !(notes[$0].path < path) }
    return index < notes.count && notes[index].path == path ? index : nil
  }
}

extension Note {
  /// True where lists, addresses and names say the same of both.
  fileprivate func looksFromOutside(like other: Note) -> Bool {
    title == other.title && frontMatter.slug == other.frontMatter.slug
      && frontMatter.draft == other.frontMatter.draft
      && frontMatter.tags == other.frontMatter.tags
      && frontMatter.order == other.frontMatter.order
      && frontMatter.aliases.map(\.text) == other.frontMatter.aliases.map(\.text)
  }
}
