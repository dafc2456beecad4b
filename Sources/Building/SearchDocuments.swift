internal import Files
internal import Notes
public import Search
internal import Topics
internal import Workers

extension Studies {
  /// What answers queries about the notes, from an index in memory.
  public func searchEngine(jobs: Int? = nil) -> SearchEngine? {
    SearchEngine(searchIndex(workers: Workers(width: jobs)))
  }

  /// The index of everything that can be found.
  func searchIndex(workers: Workers) -> SearchIndex {
    SearchIndex(searchDocuments(workers: workers), workers: workers)
  }

  /// What can be found: every note, with what the other studies say about it.
  private func searchDocuments(workers: Workers) -> [SearchDocument] {
    let trails = notebook.folders.indices.map { trail(of: $0) }
    return workers.map(notebook.notes.count) { index in
      let folder = notebook.folderOfNote[index]
      var document = SearchDocument(
        notebook.notes[index], trail: trails[folder], inDegree: backlinks[index].count)
      for end in trails[folder].indices {
        document.facets.append(.init(.folder, trails[folder][...end].joined(separator: "/")))
      }
      return document
    }
  }

  /// The titles of a folder and those it lies in, from the outermost inwards; the root is left out.
  private func trail(of folder: Int) -> [String] {
    var titles: [String] = []
    var each = folder
    while let parent = notebook.folders[each].parent {
      titles.append(notebook.folders[each].title)
      each = parent
    }
    return titles.reversed()
  }
}
