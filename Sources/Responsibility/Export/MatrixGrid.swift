/// One table of the matrix: what is said in general, or an axis, with its rows and columns.
public struct MatrixGrid: Sendable {
  /// The axis; nil for what is said in general.
  public let axis: Axis.Kind?
  /// "Service categories", "In general".
  public let title: String
  /// The indices of its rows.
  public let rows: [Int]
  /// Its columns.
  public let columns: [Coordinates]
  /// For each row the index of its cell in each column; nil where it has none.
  public let cells: [[Int?]]
}

extension ResponsibilityMatrix {
  /// The tables: what is said in general first, then axis by axis; only `axis` where it is given.
  public func grids(_ axis: Axis.Kind? = nil) -> [MatrixGrid] {
    var kinds: [Axis.Kind?] = axis.map { [$0] } ?? [nil]
    if axis == nil { kinds += axes.map(\.kind) }
    return kinds.compactMap { kind in
      let columns = columns(on: kind)
      let rows = rows(on: kind)
      guard !columns.isEmpty, !rows.isEmpty else { return nil }
      let places = Dictionary(
        columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let cells = rows.map { row in
        var line = [Int?](repeating: nil, count: columns.count)
        for (index, cell) in zip(self.cells(ofRow: row).indices, self.cells(ofRow: row)) {
          if let place = places[cell.coordinates] { line[place] = index }
        }
        return line
      }
      return MatrixGrid(
        axis: kind, title: kind?.name ?? "In general", rows: rows, columns: columns, cells: cells)
    }
  }
}
