extension Comparison {
  /// The notes beside a reference; nil where they say nothing about its provider.
  init?(_ reference: Reference, rows: [Row], cells: [Cell], claims: [Claim]) {
    guard
      claims.contains(where: { claim in
        claim.coordinates.contains { $0.provider == reference.provider }
      })
    else { return nil }
    var cellsOf: [String: [Int]] = [:]
    var mentioned: Set<String> = []
    for (index, cell) in cells.enumerated() {
      for layer in rows[cell.row].layers {
        mentioned.insert(layer)
        if rows[cell.row].layer == layer { cellsOf[layer, default: []].append(index) }
      }
    }
    self.reference = reference
    lines = reference.lines.map { line in
      Line(
        layer: line.layer, isUnmentioned: !mentioned.contains(line.layer),
        entries: zip(reference.columns, line.shares).map { column, share in
          let own = (cellsOf[line.layer] ?? []).filter {
            cells[$0].coordinates == column && cells[$0].label != .undetermined
          }
          let cell = own.first
          let found = cell.map { cells[$0].label }
          return Entry(
            column: column, expected: share, found: found, cell: cell,
            outcome: Self.outcome(share, found, provider: reference.provider))
        })
    }
  }

  private static func outcome(
    _ share: Reference.Share, _ found: Label?, provider: String
  ) -> Outcome {
    guard share != .unstated else { return .open }
    guard let found else { return .unsaid }
    let same: Bool =
      switch found {
      case .party(let id): share == (id == Party.customerID ? .customer : .provider)
      case .customerConfigured: share == .customer
      case .sharedIndependent, .sharedDependent: share == .shared
      case .conflict, .undetermined, .notApplicable: false
      }
    return same ? .same : .different
  }
}
