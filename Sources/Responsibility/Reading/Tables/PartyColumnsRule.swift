internal import Files
internal import Notes

extension TableRule {
  /// Rows are duties, columns are parties; cells are ticks, lists or prose.
  static let partyColumns = TableRule(
    id: "party-columns",
    summary: "A table with a column for each party; cells are ticked or say what."
  ) { grid, reader in
    let names = reader.names
    let parties = grid.header.map { TableHeader.party($0, names) }
    let named = Set(parties.compactMap(\.self))
    guard parties[0] == nil, named.count > 1,
      !named.allSatisfy({ names.catalog.party($0)?.kind == .provider })
    else { return false }
    let rowPlaces = grid.rows.map { TableHeader.place($0[0], names.catalog) }
    let rowsAreServices = rowPlaces.count(where: { $0 != nil }) * 2 > grid.rows.count
    for (row, place) in zip(grid.rows, rowPlaces) where !row[0].isEmpty {
      if rowsAreServices, let place {
        readService(row, place, parties, grid, &reader)
      } else {
        readDuty(row, parties, grid, &reader)
      }
    }
    return true
  }

  /// One row, one duty: the parts of all parties.
  private static func readDuty(
    _ row: [TableGrid.Cell], _ parties: [String?], _ grid: TableGrid, _ reader: inout NoteReader
  ) {
    var parts: [Part] = []
    var said: [String] = []
    var conditions: [String] = []
    var isNaught = true
    for (cell, party) in zip(row, parties).dropFirst() {
      guard let party else { continue }
      let meaning = PartyCell(cell, reader.names)
      var duty = ""
      switch meaning {
      case .empty, .cross: continue
      case .notApplicable(let text):
        said.append(text)
        continue
      case .tick(let note): duty = note ?? ""
      default: duty = cell.pieces.joined(separator: "; ")
      }
      isNaught = false
      let words = Words(duty)
      let condition =
        reader.condition(of: cell, row: row[0]) ?? Conditions.split(duty, words).condition
      if let condition { conditions.append(condition) }
      said.append(
        "\(reader.names.catalog.party(party)?.name ?? party): \(duty.isEmpty ? cell.text : duty)")
      parts.append(
        Part(
          party: party, involvement: Involvement.of(words, by: party, reader.names), duty: duty,
          dependsOn: Dependence.party(before: party, in: words, reader.names),
          condition: condition))
    }
    guard !parts.isEmpty || isNaught && !said.isEmpty else { return }
    reader.state(
      row: row[0], in: row[0], quote: ([row[0].text] + said).joined(separator: " | "), parts: parts,
      coordinates: reader.coordinates(row[0].words.folded),
      condition: parts.count == 1 ? conditions.first : nil,
      notApplicable: parts.isEmpty ? said[0] : nil, rule: "party-columns",
      source: "\(reader.note.path):\(row[0].line)")
  }

  /// One row, one service: what each cell lists is a duty of the column's party there.
  private static func readService(
    _ row: [TableGrid.Cell], _ place: Catalog.Place, _ parties: [String?], _ grid: TableGrid,
    _ reader: inout NoteReader
  ) {
    for (cell, party) in zip(row, parties).dropFirst() {
      guard let party, PartyCell(cell, reader.names) == .other else { continue }
      for piece in cell.pieces {
        for duty in piece.split(separator: ";").map({ Catalog.trimmed($0) }) where !duty.isEmpty {
          let subject = TableGrid.Cell(
            text: duty, words: Words(duty), pieces: [duty], footnotes: [], line: cell.line,
            column: cell.column)
          reader.state(
            row: subject, in: cell, quote: "\(row[0].text) | \(duty)",
            parts: [Part(party: party, duty: duty, condition: Conditions.split(duty).condition)],
            coordinates: reader.coordinates(of: [place]),
            condition: reader.condition(of: cell, row: row[0]), expectsLayer: false,
            rule: "party-columns", source: reader.note.path.string)
        }
      }
    }
  }

  /// All columns are parties, and the rows pair nothing: two lists side by side.
  static let parallelLists = TableRule(
    id: "parallel-lists",
    summary: "A table whose columns are all parties is a list for each of them."
  ) { grid, reader in
    let parties = grid.header.map { TableHeader.party($0, reader.names) }
    guard parties.allSatisfy({ $0 != nil }), Set(parties).count > 1,
      !parties.allSatisfy({ $0.flatMap { reader.names.catalog.party($0)?.kind } == .provider })
    else { return false }
    for row in grid.rows {
      for (cell, party) in zip(row, parties) {
        guard let party, PartyCell(cell, reader.names) == .other else { continue }
        for piece in cell.pieces {
          let words = Words(piece)
          guard !words.isEmpty, !DutyText.isNegated(words.folded, reader.names) else { continue }
          let subject = TableGrid.Cell(
            text: piece, words: words, pieces: [piece], footnotes: [], line: cell.line,
            column: cell.column)
          reader.state(
            row: subject, in: cell, quote: piece, parts: [Part(party: party, duty: piece)],
            coordinates: reader.coordinates(words.folded),
            condition: reader.condition(of: cell, row: subject), expectsLayer: false,
            rule: "parallel-lists", source: reader.note.path.string)
        }
      }
    }
    return true
  }
}
