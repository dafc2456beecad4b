internal import Diagnostics
internal import Files
internal import Notes

/// What is wrong with a matrix: conflicts, gaps, rows that mean the same.
struct MatrixCheck {
  let catalog: Catalog
  let rows: [Row]
  let claims: [Claim]
  let cells: [Cell]
  let strangers: [Int: String]
  let columnName: (Coordinates) -> String
  /// Models, categories and activities of which something is said outright.
  private let spokenColumns: Set<Coordinates>

  init(
    catalog: Catalog, rows: [Row], claims: [Claim], cells: [Cell], strangers: [Int: String],
    columnName: @escaping (Coordinates) -> String
  ) {
    self.catalog = catalog
    self.rows = rows
    self.claims = claims
    self.cells = cells
    self.strangers = strangers
    self.columnName = columnName
    spokenColumns = Set(claims.lazy.flatMap(\.coordinates).filter { $0.axis != .service })
  }

  /// A finding about a row, so that the data file can be silent about that row.
  typealias RowFinding = (finding: Finding, row: String?)

  func findings() -> [RowFinding] {
    var found: [RowFinding] = []
    for cell in cells {
      switch cell.status {
      // What follows from a conflict elsewhere is told there.
      case .conflict where cell.isDirect: found += conflict(cell)
      case .refined: found += refinement(cell)
      default: break
      }
      found += brokenInvariant(cell)
    }
    found += gaps()
    found += unknownLayers()
    found += unknownConditions()
    return found
  }

  func place(_ claim: Claim) -> Place {
    Place(
      claim.provenance.file.string, line: claim.provenance.firstLine,
      column: claim.provenance.column)
  }

  func names(_ parties: [String]) -> String {
    parties.isEmpty
      ? "nobody" : parties.map { catalog.party($0)?.name ?? $0 }.joined(separator: " and ")
  }

  private func finding(
    _ rule: Rule, _ claim: Claim, _ row: Int, _ message: String, help: String? = nil,
    target: String? = nil
  ) -> RowFinding {
    (Finding(rule, at: place(claim), message, help: help, target: target), rows[row].id)
  }

  /// "… at Amazon EC2", or nothing for what is said in general.
  private func at(_ column: Coordinates) -> String {
    column.isGeneral ? "" : " at \(columnName(column))"
  }

  // MARK: - Claims against claims

  /// Every side at its own place, with the place of another.
  private func conflict(_ cell: Cell) -> [RowFinding] {
    cell.claims.compactMap { id in
      let own = claims[id]
      guard let other = cell.claims.first(where: { claims[$0].responsible != own.responsible })
      else {
        return nil
      }
      return finding(
        .matrixConflict, own, cell.row,
        "'\(rows[cell.row].title)'\(at(cell.coordinates)) is given to \(names(own.responsible)) here"
          + " and to \(names(claims[other].responsible)) in \(place(claims[other]))",
        help: "mend one of them, or settle it with an override in responsibilities.yml",
        target: "\(rows[cell.row].id) \(cell.coordinates.key)")
    }
  }

  private func refinement(_ cell: Cell) -> [RowFinding] {
    guard let nearest = cell.claims.first,
      let farther = cell.outranked.first(where: {
        claims[$0].responsible != claims[nearest].responsible
      })
    else { return [] }
    return [
      finding(
        .matrixRefined, claims[nearest], cell.row,
        "'\(rows[cell.row].title)'\(at(cell.coordinates)) is given to"
          + " \(names(claims[nearest].responsible)) here, and to \(names(claims[farther].responsible))"
          + " by what is less near: \(place(claims[farther]))")
    ]
  }

  private func brokenInvariant(_ cell: Cell) -> [RowFinding] {
    guard cell.modality != .inferred, cell.modality != .derived,
      let layer = rows[cell.row].layer.flatMap(catalog.layer), let invariant = layer.invariant,
      rows[cell.row].id == "r-\(layer.row)", let claim = cell.claims.first,
      cell.coordinates.member != "on-premises"
    else { return [] }
    let kinds = Set(Part.responsible(cell.parts).compactMap { catalog.party($0)?.kind })
    guard !kinds.isEmpty else { return [] }
    switch invariant {
    case .alwaysCustomer where !kinds.contains(.customer):
      return [
        finding(
          .matrixBrokenInvariant, claims[claim], cell.row,
          "'\(layer.name)' is given to \(names(Part.responsible(cell.parts))) alone; it never leaves the"
            + " customer",
          help: "say which part the provider has, and which one stays")
      ]
    case .alwaysProvider where kinds == [.customer]:
      return [
        finding(
          .matrixBrokenInvariant, claims[claim], cell.row,
          "'\(layer.name)' is given to the customer; it never leaves the provider",
          help: "say what the customer does about it, or name the service model on premises")
      ]
    default: return []
    }
  }

  // MARK: - Gaps

  private func gaps() -> [RowFinding] {
    var found: [RowFinding] = []
    var start = 0
    while start < cells.count {
      var end = start
      while end < cells.count, cells[end].row == cells[start].row { end += 1 }
      found += gaps(cells[start..<end])
      start = end
    }
    return found
  }

  /// What one row lacks, each kind once, at the first claim about it.
  private func gaps(_ cells: ArraySlice<Cell>) -> [RowFinding] {
    guard let row = cells.first?.row, let first = cells.lazy.flatMap(\.claims).min() else {
      return []
    }
    var found: [RowFinding] = []
    let title = rows[row].title
    // What is said in general is no answer for a service, but leaves nobody without one.
    let general = Set(
      cells.filter { $0.coordinates.isGeneral && $0.isDirect }.map(\.coordinates.provider))
    let open = cells.filter { cell in
      cell.status == .undetermined && isAsked(cell)
        && (cell.coordinates.axis != .service || !general.contains(cell.coordinates.provider))
        && cells.contains { $0.coordinates.axis == cell.coordinates.axis && $0.isDirect }
    }
    if !open.isEmpty {
      let names = open.map { columnName($0.coordinates) }
      let shown = names.prefix(4).joined(separator: ", ")
      let rest = names.count > 4 ? " and \(names.count - 4) more" : ""
      found.append(
        finding(
          .matrixUndetermined, claims[first], row,
          "nothing says who has '\(title)' for \(shown)\(rest)",
          help: "say it for each of them, or for the category that they belong to",
          target: "undetermined \(rows[row].id)"))
    }
    if cells.allSatisfy({
      $0.status != .undetermined && Part.responsible($0.parts).isEmpty && !$0.isNotApplicable
    }) {
      found.append(
        finding(.matrixNoOwner, claims[first], row, "nobody is responsible for '\(title)'"))
    }
    for cell in cells {
      guard let bare = cell.claims.first(where: { claims[$0].isBareShared }),
        !cell.parts.contains(where: { !$0.duty.isEmpty || $0.condition != nil }),
        cell.status != .conflict
      else { continue }
      found.append(
        finding(
          .matrixSharedWithoutSplit, claims[bare], row,
          "'\(title)'\(at(cell.coordinates)) is shared, and nothing says who does what",
          help: "write each party's part", target: "split \(rows[row].id)"))
    }
    if let cell = cells.first(where: {
      $0.asksForHowTo && $0.howTo.isEmpty && $0.coordinates.member != "on-premises"
    }),
      let claim = cell.claims.first(where: { claims[$0].responsible.contains(Party.customerID) })
        ?? cell.claims.first
    {
      found.append(
        finding(
          .matrixDutyWithoutHowTo, claims[claim], row, "no note says how to do '\(title)'",
          help: "write one, or name what explains it under Next Steps"))
    }
    return found
  }

  /// True for a cell that a reader of the row may expect to be told.
  ///
  /// Of a model, category or activity that is where anything is said of it outright. Of a service it is
  /// in the rows of known layers: every service has data, identities and a network, but most have no
  /// bucket policy.
  private func isAsked(_ cell: Cell) -> Bool {
    guard cell.coordinates.axis == .service else { return spokenColumns.contains(cell.coordinates) }
    let row = rows[cell.row]
    return row.layer.flatMap(catalog.layer).map { "r-\($0.row)" == row.id } ?? false
  }

  // MARK: - Words

  /// Names in a layer's place that are nearly a layer's: they begin or end as it does.
  private func unknownLayers() -> [RowFinding] {
    var known: [String: [String]] = [:]
    for layer in catalog.layers {
      let aliases = layer.aliases.filter { !$0.hasPrefix("=") && $0.utf8.count > 5 }
      for name in ([layer.name] + aliases).map({ $0.lowercased() }) {
        for key in Self.ends(name) { known[key, default: []].append(name) }
      }
    }
    var seen: Set<String> = []
    return strangers.sorted { $0.key < $1.key }.compactMap { id, subject in
      let name = subject.lowercased()
      let length = name.utf8.count
      guard length > 5, length < 60, seen.insert(name).inserted else { return nil }
      let limit = max(1, length / 7)
      let near = Self.ends(name).flatMap { known[$0] ?? [] }
        .filter { abs($0.utf8.count - length) <= limit }
      guard let best = EditDistance.nearest(to: name, in: near, limit: limit) else { return nil }
      return finding(
        .matrixUnknownLayer, claims[id], claims[id].rows[0], "no layer is called '\(subject)'",
        help: "did you mean '\(best)'?")
    }
  }

  /// The first and the last three bytes of a name, told apart.
  private static func ends(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    return [
      "<" + String(decoding: bytes.prefix(3), as: UTF8.self),
      ">" + String(decoding: bytes.suffix(3), as: UTF8.self),
    ]
  }

  /// Conditions of duties that say "if the X …" and X is no party.
  private func unknownConditions() -> [RowFinding] {
    claims.compactMap { claim in
      guard let condition = claim.condition else { return nil }
      let words = Words(condition).folded
      guard words.count > 3, words[0] == "if" || words[0] == "unless", words[1] == "the",
        [
          "brings", "bring", "uses", "use", "manages", "manage", "supplies", "configures", "wants",
          "enables",
        ]
        .contains(words[3]),
        catalog.partyNames.match(words, at: 2) == nil,
        catalog.placeNames.match(words, at: 2) == nil, let row = claim.rows.first
      else { return nil }
      return finding(
        .matrixConditionUnknownParty, claim, row,
        "the condition '\(condition)' names '\(words[2])', which is no party",
        help: "name it under 'parties' in responsibilities.yml, or use a party's name")
    }
  }
}

extension Cell {
  /// True where a claim about this very column decides.
  var isDirect: Bool {
    status != .undetermined && modality != .inferred && modality != .derived
  }

  var isNotApplicable: Bool {
    if case .notApplicable = status { return true }
    return false
  }
}
