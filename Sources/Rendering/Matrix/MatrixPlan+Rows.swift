internal import Files
internal import Responsibility

extension MatrixPlan {
  /// The page of a duty, or of several that have little to tell.
  struct RowPage: Sendable {
    /// Its rows, as indices; a single one has the page for itself.
    let rows: [Int]
    let path: SitePath

    /// True where each row has a part of the page, under its own id.
    var isShared: Bool { rows.count > 1 }
  }

  /// With more duties than this, those share pages of which little is said.
  static let sharingLimit = 1000
  /// The most duties of one page.
  static let sharingCap = 60
  /// How many duties share a page on average.
  private static let sharingMean: UInt64 = 24

  /// A page for each duty; with very many duties small ones share pages.
  ///
  /// Where a page ends depends on the id of the duty that comes next and on nothing else: a new duty
  /// changes the page that it comes to, and moves no other.
  static func rowPages(of matrix: ResponsibilityMatrix, _ places: MatrixPlaces) -> [RowPage] {
    guard matrix.rows.count > sharingLimit else {
      return matrix.rows.indices.map {
        RowPage(rows: [$0], path: places.page("rows/\(matrix.rows[$0].id)"))
      }
    }
    var pages: [RowPage] = []
    var shared: [Int] = []
    var weight = 0
    func end() {
      weight = 0
      guard let first = shared.first else { return }
      pages.append(
        RowPage(rows: shared, path: places.page("rows/\(matrix.rows[first].id)")))
      shared = []
    }
    for row in matrix.rows.indices {
      guard isSmall(row, in: matrix) else {
        pages.append(RowPage(rows: [row], path: places.page("rows/\(matrix.rows[row].id)")))
        continue
      }
      let isFirst = Fingerprint.of(Array(matrix.rows[row].id.utf8)) % sharingMean == 0
      let own = self.weight(of: row, in: matrix)
      if isFirst || shared.count == sharingCap || weight + own > pageBudget { end() }
      shared.append(row)
      weight += own
    }
    end()
    return pages
  }

  /// True for a duty of which little is said, and nothing that contradicts or outranks something.
  private static func isSmall(_ row: Int, in matrix: ResponsibilityMatrix) -> Bool {
    let cells = matrix.cells(ofRow: row)
    return cells.count < 9 && cells.reduce(0) { $0 + $1.claims.count } < 9
      && cells.allSatisfy { cell in
        cell.outranked.isEmpty && cell.status != .conflict && cell.parts.count < 4
          && cell.claims.allSatisfy { matrix.claims[$0].provenance.text.utf8.count < 500 }
      }
  }

  /// The bytes of a duty on a page that it shares, as far as they can be foreseen.
  private static func weight(of row: Int, in matrix: ResponsibilityMatrix) -> Int {
    400 + matrix.cells(ofRow: row).reduce(0) { $0 + 500 + 900 * $1.claims.count }
  }

  /// Where a row's page is, and the part of it that is about the row, or about one of its columns.
  func place(ofRow row: Int, at column: Coordinates? = nil) -> (path: SitePath, anchor: String?) {
    let page = rowPages[pageOfRow[row]]
    return page.isShared
      ? (page.path, matrix.rows[row].id) : (page.path, column.flatMap { anchors[$0] })
  }
}
