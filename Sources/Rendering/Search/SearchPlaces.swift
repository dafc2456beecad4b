internal import Files
public import Notes
public import Responsibility
public import Topics

/// Where the results of the search lead that are no notes: addresses from the root of the site.
public struct SearchPlaces: Sendable {
  /// For each row of the matrix where it is told; none where there is no matrix.
  public let rows: [String]
  /// For each topic, by its node, where it stands among all topics.
  public let topics: [Int: String]

  /// Finds the places that the site's pages have.
  public init(
    _ notebook: Notebook, tags: TagIndex, topics graph: TopicGraph, matrix: ResponsibilityMatrix
  ) {
    let paths = GeneratedPaths(notebook, tags: tags)
    let places = MatrixPlaces(paths.folder("matrix"))
    var rows = [String](repeating: "", count: matrix.isEmpty ? 0 : matrix.rows.count)
    for page in matrix.isEmpty ? [] : MatrixPlan.rowPages(of: matrix, places) {
      let address = page.path.href(from: .home)
      for row in page.rows {
        rows[row] = page.isShared ? "\(address)#\(matrix.rows[row].id)" : address
      }
    }
    self.rows = rows
    topics = TopicList.places(of: graph, paths).mapValues { place in
      place.path.href(from: .home) + (place.anchor.map { "#\($0)" } ?? "")
    }
  }
}
