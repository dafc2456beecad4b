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
    let folders = trails.map { trail in
      trail.indices.map { end in
        SearchDocument.Facet(.folder, trail[...end].joined(separator: "/"))
      }
    }
    let places = SearchPlaces(notebook, tags: tags, topics: topics, matrix: matrix)
    let found = FoundTopics(topics, in: notebook, places: places.topics)
    let duties = FoundDuties(matrix)
    let notes = notebook.notes.count
    let others = found.others.count
    return workers.map(notes + others + places.rows.count) { index in
      guard index < notes else {
        let other = index - notes
        return other < others
          ? found.document(of: found.others[other])
          : duties.document(ofRow: other - others, at: places.rows[other - others])
      }
      let folder = notebook.folderOfNote[index]
      var document = SearchDocument(
        notebook.notes[index], trail: trails[folder], inDegree: topics.backlinks(to: index).count)
      document.aliases += found.names(of: index)
      document.facets += folders[folder] + found.facets(of: index) + duties.facets(ofNote: index)
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
