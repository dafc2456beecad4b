internal import Diagnostics
internal import Files
internal import Notes

extension TableRule {
  /// Rows are duties, columns are models, categories or services; cells name parties.
  static let placeColumns = TableRule(
    id: "place-columns",
    summary:
      "A table with a column for each service, category or model; cells name who is responsible."
  ) { grid, reader in
    let places = grid.header.map { TableHeader.place($0, reader.names.catalog) }
    let count = places.count { $0 != nil }
    guard places[0] == nil, count > 1 || count == 1 && places.count == 2,
      namesParties(grid, reader.names, columns: places.indices.filter { places[$0] != nil })
    else { return false }
    guard
      !hasTwins(
        grid,
        zip(places, grid.header).map { place, head in
          place.map { "\($0) \(TableHeader.provider(head, reader.names.catalog) ?? "")" }
        }, &reader)
    else { return true }
    for row in grid.rows where !row[0].isEmpty {
      for (index, place) in places.enumerated().dropFirst() {
        guard let place else { continue }
        let cell = row[index]
        let named = TableHeader.provider(grid.header[index], reader.names.catalog)
        read(
          cell, row: row[0], subject: row[0], column: grid.header,
          coordinates: reader.coordinates(of: [place], named: named),
          rule: "place-columns", &reader)
      }
    }
    return true
  }

  /// Rows are services, columns are layers; cells name parties.
  static let placeRows = TableRule(
    id: "place-rows", summary: "A table with a row for each service; cells name who is responsible."
  ) { grid, reader in
    let places = grid.rows.map { TableHeader.place($0[0], reader.names.catalog) }
    guard places.count(where: { $0 != nil }) * 2 > grid.rows.count, grid.header.count > 2,
      namesParties(grid, reader.names, columns: Array(1..<grid.header.count))
    else { return false }
    for (row, place) in zip(grid.rows, places) {
      guard let place else { continue }
      for (cell, head) in zip(row, grid.header).dropFirst() {
        read(
          cell, row: row[0], subject: head, column: grid.header,
          coordinates: reader.coordinates(of: [place]), rule: "place-rows", &reader)
      }
    }
    return true
  }

  /// Two columns: the duty, and whose it is.
  static let ownerColumn = TableRule(
    id: "owner-column", summary: "A table with a column that says who is responsible for each row."
  ) { grid, reader in
    let owners = grid.header.indices.dropFirst().filter { index in
      let words = grid.header[index].words.folded
      return Vocabulary.speaksOfResponsibility(words)
        || words.contains { ["owner", "who", "party", "owned"].contains($0) }
    }
    guard owners.count == 1, let owner = owners.first,
      namesParties(grid, reader.names, columns: [owner])
    else { return false }
    let named = TableHeader.provider(grid.header[owner], reader.names.catalog)
    for row in grid.rows where !row[0].isEmpty {
      read(
        row[owner], row: row[0], subject: row[0], column: grid.header,
        coordinates: named.map { [Coordinates(general: $0)] }
          ?? reader.coordinates(row[0].words.folded), rule: "owner-column", &reader)
    }
    return true
  }

  /// Rows are what is secured, columns are activities; cells name parties.
  static let activityColumns = TableRule(
    id: "activity-columns",
    summary: "A table with a column for each activity; cells name who is responsible."
  ) { grid, reader in
    let columns = Array(1..<grid.header.count)
    guard namesParties(grid, reader.names, columns: columns),
      grid.header.dropFirst().allSatisfy({ !$0.isEmpty })
    else { return false }
    guard grid.header.count > 2 || reader.isAboutResponsibility || reader.settings.isDeclared else {
      return false
    }
    guard !hasTwins(grid, grid.header.map(\.text), &reader) else { return true }
    for row in grid.rows where !row[0].isEmpty {
      for index in columns {
        let named = TableHeader.provider(grid.header[index], reader.names.catalog)
        let name =
          named == nil ? grid.header[index].text : TableHeader.withoutNote(grid.header[index])
        let activity = Catalog.Place(axis: .activity, member: RowKey.slug(Words(name).folded))
        reader.activities[activity.member] = name
        read(
          row[index], row: row[0], subject: row[0], column: grid.header,
          coordinates: reader.coordinates(of: [activity], named: named), rule: "activity-columns",
          &reader)
      }
    }
    return true
  }

  // MARK: - Parts

  /// True where most cells of the columns are parties' names, and two of them at least.
  static func namesParties(_ grid: TableGrid, _ names: Names, columns: [Int]) -> Bool {
    var named = 0
    var others = 0
    for row in grid.rows {
      for column in columns {
        switch PartyCell(row[column], names) {
        case .parties, .ambiguous: named += 1
        case .other: others += 1
        default: break
        }
      }
    }
    return named > 1 && named >= 2 * others
  }

  /// True where two columns are called the same: nobody knows which one counts.
  private static func hasTwins(
    _ grid: TableGrid, _ columns: [String?], _ reader: inout NoteReader
  ) -> Bool {
    var seen: Set<String> = []
    for (index, column) in columns.enumerated().dropFirst() {
      guard let column, !seen.insert(column).inserted else { continue }
      reader.report(
        Finding(
          .matrixOrientationUnsure,
          at: Place(
            reader.note.path.string, line: grid.firstLine, column: grid.header[index].column),
          "two columns are called '\(grid.header[index].text)', and the table is not read",
          help: "give each column a name of its own"))
      return true
    }
    return false
  }

  private static func read(
    _ cell: TableGrid.Cell, row: TableGrid.Cell, subject: TableGrid.Cell, column: [TableGrid.Cell],
    coordinates: [Coordinates], rule: String, _ reader: inout NoteReader
  ) {
    let source = "\(reader.note.path):\(cell.line)"
    let quote = "\(row.text) | \(cell.text)"
    switch PartyCell(cell, reader.names) {
    case .parties(let parties, let isBareShared, let note):
      if let note, let parts = PartyDetails.parts(note, reader.names) {
        // Where all parts have one condition, it is the whole cell's.
        let conditions = Set(parts.map(\.condition))
        reader.state(
          row: subject, in: cell, quote: quote, parts: parts, coordinates: coordinates,
          condition: reader.condition(of: cell, row: subject)
            ?? (conditions.count == 1 ? conditions.first ?? nil : nil),
          rule: rule, source: source)
        return
      }
      let condition = reader.condition(of: cell, row: subject, note: note)
      reader.state(
        row: subject, in: cell, quote: quote,
        parts: parties.map {
          Part(party: $0, duty: "", condition: parties.count == 1 ? condition : nil)
        },
        coordinates: coordinates, condition: condition,
        isBareShared: isBareShared && condition == nil, rule: rule, source: source)
    case .notApplicable(let text):
      reader.state(
        row: subject, in: cell, quote: quote, parts: [], coordinates: coordinates,
        condition: reader.condition(of: cell, row: subject), notApplicable: text, rule: rule,
        source: source)
    case .ambiguous(let word): reader.reportAmbiguousParty(cell, word)
    case .other: reader.reportUnknownParty(cell)
    case .empty, .tick, .cross: break
    }
  }
}
