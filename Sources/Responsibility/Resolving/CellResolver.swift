/// Decides what the claims about one cell come to: nearest wins, and equals that differ are a conflict.
struct CellResolver {
  let claims: [Claim]

  /// Claims that are equally near, with how they came to hold here.
  struct Tier {
    let claims: [Int]
    let modality: Claim.Modality
  }

  /// A cell of claims, the nearest first.
  func cell(row: Int, at column: Coordinates, _ tiers: [Tier]) -> Cell {
    guard let nearest = tiers.first else {
      return Cell(
        row: row, coordinates: column, status: .undetermined, parts: [], label: .undetermined,
        claims: [], outranked: [], modality: .stated)
    }
    let farther = tiers.dropFirst().flatMap(\.claims)
    let firm = nearest.claims.filter { claims[$0].condition == nil }
    let deciding = firm.isEmpty ? nearest.claims : firm
    if deciding.allSatisfy({ claims[$0].notApplicable != nil }), let first = deciding.first {
      return Cell(
        row: row, coordinates: column,
        status: .notApplicable(reason: claims[first].notApplicable ?? ""), parts: [],
        label: .notApplicable, claims: nearest.claims, outranked: farther,
        modality: nearest.modality)
    }
    if nearest.claims.count == 1, farther.isEmpty {
      // Nearly always one claim alone decides: nothing agrees with it, and nothing contradicts it.
      let parts = merged(nearest.claims)
      return Cell(
        row: row, coordinates: column, status: .single, parts: parts, label: Self.label(parts),
        claims: nearest.claims, outranked: [], modality: nearest.modality)
    }
    let votes = votes(deciding)
    var parts = merged(nearest.claims)
    let isConflict = firm.isEmpty ? conditionsClash(deciding) : Set(votes.values).count > 1
    if !isConflict { parts = detailed(parts, by: farther, deciding) }
    let status: Cell.Status
    if isConflict {
      status = .conflict
    } else if differs(votes, from: farther) {
      status = .refined
    } else {
      status = votes.count > 1 ? .agreed : .single
    }
    return Cell(
      row: row, coordinates: column, status: status, parts: parts,
      label: isConflict ? .conflict : Self.label(parts),
      claims: nearest.claims, outranked: farther, modality: nearest.modality)
  }

  /// What parts without a condition come to; where all have one, all of them.
  private static func label(_ parts: [Part]) -> Label {
    let firm = parts.filter { $0.condition == nil }
    return Label(firm.isEmpty ? parts : firm)
  }

  /// Who is responsible according to each source.
  ///
  /// Two duties under the two headings of one note belong together; two notes, or two rows of tables,
  /// do not.
  private func votes(_ ids: [Int]) -> [String: [String]] {
    var votes: [String: Set<String>] = [:]
    for id in ids {
      votes[claims[id].source, default: []].formUnion(
        claims[id].parts.filter { $0.condition == nil || claims[id].condition != nil }
          .filter { $0.involvement == .responsible || $0.involvement == .accountable }.map(\.party))
    }
    return votes.mapValues { $0.sorted() }
  }

  /// Claims that all have conditions contradict each other only where the conditions are the same.
  private func conditionsClash(_ ids: [Int]) -> Bool {
    var known: [String: [String: Set<String>]] = [:]
    for id in ids {
      known[claims[id].condition ?? "", default: [:]][claims[id].source, default: []]
        .formUnion(claims[id].responsible)
    }
    return known.values.contains { Set($0.values).count > 1 }
  }

  private func differs(_ votes: [String: [String]], from farther: [Int]) -> Bool {
    guard let own = votes.values.first else { return false }
    let others = self.votes(farther.filter { claims[$0].condition == nil })
    return others.values.contains { $0 != own && !$0.isEmpty }
  }

  /// The parts of several claims, each once, providers before the customer.
  private func merged(_ ids: [Int]) -> [Part] {
    if ids.count == 1, claims[ids[0]].parts.count == 1 { return claims[ids[0]].parts }
    var parts: [Part] = []
    for id in ids {
      for part in claims[id].parts where !parts.contains(part) { parts.append(part) }
    }
    // Who is named with a duty need not be named without one.
    parts = parts.filter { part in
      !part.duty.isEmpty || part.condition != nil
        || !parts.contains { $0.party == part.party && !$0.duty.isEmpty }
    }
    return parts.enumerated().sorted { left, right in
      let ranks = (Self.rank(left.element.party), Self.rank(right.element.party))
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
    }.map(\.element)
  }

  /// "Shared" alone takes its parts from whoever says who does what, where the parties are the same.
  private func detailed(_ parts: [Part], by farther: [Int], _ deciding: [Int]) -> [Part] {
    guard deciding.allSatisfy({ claims[$0].isBareShared }) else { return parts }
    let others = merged(farther).filter { !$0.duty.isEmpty }
    let parties = Set(others.map(\.party))
    return parties == Set(parts.map(\.party)) ? others : parts
  }

  private static func rank(_ party: String) -> Int { party == Party.customerID ? 1 : 0 }
}
