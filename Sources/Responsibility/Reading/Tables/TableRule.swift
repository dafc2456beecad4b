internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// A shape that tables of responsibility have: a name and a function.
///
/// The first that fits reads.
struct TableRule: Sendable {
  /// Lower-case words joined by `-`.
  let id: String
  /// What it reads, in one sentence.
  let summary: String
  /// Reads a table; true where it has the rule's shape.
  let read: @Sendable (TableGrid, inout NoteReader) -> Bool

  /// In the order in which they are tried.
  static let all: [TableRule] = [
    .categories, .parallelLists, .partyColumns, .placeColumns, .placeRows, .ownerColumn,
    .activityColumns,
  ]
}

/// Reads tables.
enum TableReader {
  static func read(_ block: Int, _ reader: inout NoteReader) {
    guard let grid = TableGrid(block, of: reader.outline, in: reader.note.document) else { return }
    let count = reader.statements.count
    for rule in TableRule.all where rule.read(grid, &reader) {
      if reader.statements.count > count, !grid.shortRows.isEmpty {
        reader.report(
          .init(
            .matrixRaggedTable, at: .init(reader.note.path.string, line: grid.shortRows[0]),
            "\(grid.shortRows.count == 1 ? "a row has" : "\(grid.shortRows.count) rows have")"
              + " fewer cells than the table's header",
            help: "write every cell, empty ones as well"))
      }
      return
    }
  }
}

extension NoteReader {
  /// Adds what a table says in one place of it.
  mutating func state(
    row: TableGrid.Cell, in cell: TableGrid.Cell, quote: String, parts: [Part],
    coordinates: [Coordinates], condition: String?, notApplicable: String? = nil,
    isBareShared: Bool = false, expectsLayer: Bool = true, rule: String, source: String
  ) {
    let pin = pins.pin(of: row.block)
    if pin?.isIgnore ?? false { return }
    statements.append(
      Statement(
        subject: row.text, row: pin?.row, number: pin?.number, expectsLayer: expectsLayer,
        coordinates: coordinates, parts: parts,
        condition: condition, notApplicable: notApplicable, precedence: .table,
        provenance: provenance(
          lines: cell.line...cell.line, column: cell.column, .cell, quote: quote),
        rule: rule, isBareShared: isBareShared, source: source))
  }

  /// The texts of footnotes, joined; nil for none.
  func footnoteText(_ numbers: [Int]) -> String? {
    var texts: [String] = []
    for block in outline.blocks where block.kind == .footnote && numbers.contains(Int(block.detail))
    {
      texts.append(note.document.text(block.plain).replacing("\n", with: " "))
    }
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  /// The condition of a cell: its footnotes, its row's, and what stands in parentheses.
  func condition(of cell: TableGrid.Cell, row: TableGrid.Cell, note: String? = nil) -> String? {
    let all = [note, footnoteText(row.footnotes + cell.footnotes)].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }

  /// A word in a party's place that no party has.
  mutating func reportUnknownParty(_ cell: TableGrid.Cell) {
    let known = names.catalog.parties.flatMap { [$0.name] + $0.aliases }
    let near = EditDistance.nearest(
      to: cell.text.lowercased(), in: known.lazy.map { $0.lowercased() })
    report(
      .init(
        .matrixUnknownParty, at: .init(note.path.string, line: cell.line, column: cell.column),
        "no party is called '\(cell.text.prefix(60))'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "name it under 'parties' in responsibilities.yml"))
  }

  /// "We" in a table, bound to nobody.
  mutating func reportAmbiguousParty(_ cell: TableGrid.Cell, _ word: String) {
    report(
      .init(
        .matrixAmbiguousParty, at: .init(note.path.string, line: cell.line, column: cell.column),
        "'\(word)' may be either side",
        help:
          "write 'responsibility: {customer: \(word)}' or '{provider: \(word)}' in the front matter"
      ))
  }
}

/// What a header cell names.
enum TableHeader {
  /// The provider in its parentheses: "IaaS (Microsoft)"; nil where there is none.
  static func provider(_ cell: TableGrid.Cell, _ catalog: Catalog) -> String? {
    guard let open = cell.text.firstIndex(of: "(") else { return nil }
    let words = Words(String(cell.text[open...])).folded
    guard let id = catalog.partyNames.whole(words), id != Party.providerID,
      catalog.party(id).map({ $0.kind != .customer }) ?? false
    else { return nil }
    return id
  }

  /// The text before its parentheses.
  static func withoutNote(_ cell: TableGrid.Cell) -> String {
    Catalog.trimmed(cell.text[..<(cell.text.firstIndex(of: "(") ?? cell.text.endIndex)])
  }

  /// A party; nil for anything else.
  static func party(_ cell: TableGrid.Cell, _ names: Names) -> String? {
    var words = cell.words.folded
    if let open = cell.text.firstIndex(of: "(") {
      let start = Words(String(cell.text[..<open])).folded
      if !start.isEmpty, PartyHeading(words, names, bareAllowed: true) == nil { words = start }
    }
    return PartyHeading(words, names, bareAllowed: true)?.party
  }

  /// A service, category or model; nil for anything else.
  static func place(_ cell: TableGrid.Cell, _ catalog: Catalog) -> Catalog.Place? {
    var words = cell.words.folded
    if let found = catalog.placeNames.whole(words) ?? catalog.wholePlaceNames.whole(words) {
      return found
    }
    if let open = cell.text.firstIndex(of: "(") {
      words = Words(String(cell.text[..<open])).folded
      return catalog.placeNames.whole(words) ?? catalog.wholePlaceNames.whole(words)
    }
    return nil
  }
}
