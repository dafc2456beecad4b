extension TableRule {
  /// "Category | Examples": says which services belong where, and nothing about duties.
  static let categories = TableRule(
    id: "categories", summary: "A table of categories and their services says which belong where."
  ) { grid, reader in
    let catalog = reader.names.catalog
    let rows = grid.rows.map { TableHeader.place($0[0], catalog) }
    guard rows.allSatisfy({ $0?.axis == .serviceCategory }) else { return false }
    var hasServices = false
    for (row, category) in zip(grid.rows, rows) {
      guard let category else { continue }
      for cell in row.dropFirst() {
        for place in reader.names.places(in: cell.words.folded) where place.axis == .service {
          hasServices = true
          reader.categories.append((place.member, category.member, cell.line))
        }
      }
    }
    return hasServices
  }
}
