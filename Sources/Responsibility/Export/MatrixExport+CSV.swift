internal import Files
internal import Text

extension MatrixExport {
  /// One line for each party's part of each cell, with the place that says so; cells without parts
  /// have one line.
  public var csv: [UInt8] {
    var csv = CSVWriter([
      "row", "number", "title", "layer", "axis", "column", "provider", "status", "label", "party",
      "involvement", "duty", "condition", "depends on", "rule", "modality", "file", "first line",
      "last line", "text",
    ])
    for cell in cells {
      let parts: [Part?] = cell.parts.isEmpty ? [nil] : cell.parts
      for part in parts {
        let claim = claim(for: part, in: cell)
        csv.row { csv in
          let row = matrix.rows[cell.row]
          csv.text(row.id)
          csv.number(row.number)
          csv.text(row.title)
          csv.text(row.layer ?? "")
          csv.text(cell.coordinates.axis?.rawValue ?? "")
          csv.text(cell.coordinates.member)
          csv.text(cell.coordinates.provider ?? "")
          csv.text(cell.status.name)
          csv.text(cell.label.name)
          csv.text(part?.party ?? "")
          csv.text(part?.involvement.rawValue ?? "")
          csv.text(part?.duty ?? "")
          csv.text(part?.condition ?? claim?.condition ?? "")
          csv.text(part?.dependsOn ?? "")
          csv.text(claim?.rule ?? "")
          csv.text(cell.claims.isEmpty ? "" : cell.modality.rawValue)
          csv.text(claim?.provenance.file.string ?? "")
          csv.number(claim?.provenance.firstLine)
          csv.number(claim?.provenance.lastLine)
          csv.text(claim?.provenance.text ?? "")
        }
      }
    }
    return csv.bytes
  }

  /// The claim that a part comes from; the first of the cell where several say it.
  private func claim(for part: Part?, in cell: Cell) -> Claim? {
    let claims = (cell.claims + cell.outranked).lazy.map { matrix.claims[$0] }
    guard let part else { return claims.first }
    return claims.first { $0.parts.contains(part) } ?? claims.first
  }

  /// A line for each row, a column for each service, category, model and activity.
  public var wideCSV: [UInt8] {
    let grids = matrix.grids(axis)
    var csv = CSVWriter(
      ["row", "number", "title", "layer"]
        + grids.flatMap { grid in grid.columns.map { matrix.name(of: $0) } })
    var places: [Coordinates: Int] = [:]
    for column in grids.flatMap(\.columns) { places[column] = places.count }
    for (index, row) in matrix.rows.enumerated() {
      var labels = [String](repeating: "", count: places.count)
      var isUsed = false
      for cell in matrix.cells(ofRow: index) {
        guard let place = places[cell.coordinates] else { continue }
        labels[place] = text(of: cell)
        isUsed = true
      }
      guard isUsed else { continue }
      csv.row { csv in
        csv.text(row.id)
        csv.number(row.number)
        csv.text(row.title)
        csv.text(row.layer ?? "")
        for label in labels { csv.text(label) }
      }
    }
    return csv.bytes
  }

  /// What a cell comes to, with the names of several parties.
  func text(of cell: Cell) -> String {
    switch cell.label {
    case .sharedIndependent, .sharedDependent:
      Part.responsible(cell.parts).map { matrix.name(ofParty: $0) }.joined(separator: " and ")
    default: matrix.text(of: cell.label)
    }
  }
}
