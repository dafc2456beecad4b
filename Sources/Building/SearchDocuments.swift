internal import Files
internal import Notes
internal import Rendering
public import Search
internal import Topics
internal import Workers

extension Studies {
  /// What answers queries about the notes, from an index in memory.
  public func searchEngine(jobs: Int? = nil) -> SearchEngine? {
    SearchEngine(searchIndex(workers: Workers(width: jobs)))
  }

  /// The index of everything that can be found.
  func searchIndex(workers: Workers, keeping: IndexMemory.Keep? = nil) -> SearchIndex {
    SearchIndex(searchDocuments(workers: workers), workers: workers, keeping: keeping)
  }

  /// What can be found: every note, with what the other studies say about it; then the topics of the
  /// graph, and the rows of the matrix.
  private func searchDocuments(workers: Workers) -> [SearchDocument] {
    let trails = notebook.folders.indices.map { trail(of: $0) }
    let places = SearchPlaces(notebook, tags: tags, topics: topics, matrix: matrix)
    let found = FoundTopics(topics, in: notebook)
    let duties = FoundDuties(matrix)
    let notes = workers.map(notebook.notes.count) { index in
      let folder = notebook.folderOfNote[index]
      var document = SearchDocument(
        notebook.notes[index], trail: trails[folder], inDegree: topics.backlinks(to: index).count)
      for end in trails[folder].indices {
        document.facets.append(.init(.folder, trails[folder][...end].joined(separator: "/")))
      }
      document.aliases += found.names(of: index)
      document.facets += found.facets(of: index) + duties.facets(ofNote: index)
      return document
    }
    return notes + found.documents(places: places.topics)
      + duties.documents(places: places.rows, workers: workers)
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
