internal import Files

/// How a cell came to be, from the sentences on: what `sitegen matrix explain` prints.
public struct MatrixExplanation: Sendable {
  private let matrix: ResponsibilityMatrix

  /// Makes an explanation of cells of a matrix.
  public init(_ matrix: ResponsibilityMatrix) {
    self.matrix = matrix
  }

  /// The columns that a word may mean: a member's id, its name, or a provider for what is said in
  /// general of it.
  public func columns(named name: String) -> [Coordinates] {
    let lower = name.lowercased()
    let members = matrix.axes.flatMap(\.members).filter {
      $0.coordinates.member == lower || $0.name.lowercased() == lower
        || $0.name.lowercased().hasSuffix(" \(lower)")
    }
    if !members.isEmpty { return members.map(\.coordinates) }
    return matrix.generalColumns.filter {
      lower == "general" || $0.provider == lower
        || $0.provider.map { matrix.name(ofParty: $0).lowercased() } == lower
    }
  }

  /// A row's cells, or those in some columns.
  public func text(row: Int, columns: [Coordinates]? = nil) -> String {
    let duty = matrix.rows[row]
    var text = "\(duty.citation)  \(duty.title)  (\(duty.id)"
    if let layer = duty.layer.flatMap(matrix.layer) { text += ", layer \(layer.name)" }
    text += ")\n"
    for cell in matrix.cells(ofRow: row) where columns?.contains(cell.coordinates) ?? true {
      text += "\n" + self.text(cell)
    }
    return text
  }

  private func text(_ cell: Cell) -> String {
    var lines = ["\(matrix.name(of: cell.coordinates)): \(headline(cell))"]
    lines += cell.parts.map { part in
      let name = matrix.name(ofParty: part.party)
      let verb = part.involvement == .responsible ? "does" : part.involvement.rawValue
      var line = "  \(name) \(verb): \(part.duty.isEmpty ? "(the note says no more)" : part.duty)"
      if let condition = part.condition, !part.duty.contains(condition) {
        line += " [\(condition)]"
      }
      if let first = part.dependsOn { line += " (after \(matrix.name(ofParty: first)))" }
      return line
    }
    if cell.claims.isEmpty {
      lines.append("  No note says anything here, and nothing is guessed.")
    } else {
      lines.append("  because:")
      lines += cell.claims.flatMap { evidence($0) }
    }
    if !cell.outranked.isEmpty {
      lines.append("  heard as well, but less near:")
      lines += cell.outranked.flatMap { evidence($0) }
    }
    lines += howTo(cell)
    return lines.map { "\($0)\n" }.joined()
  }

  private func headline(_ cell: Cell) -> String {
    let label =
      switch cell.label {
      case .sharedIndependent, .sharedDependent:
        "\(matrix.text(of: cell.label)): "
          + Part.responsible(cell.parts).map { matrix.name(ofParty: $0) }.joined(separator: " and ")
      default: matrix.text(of: cell.label)
      }
    let why: String? =
      switch cell.status {
      case .single: nil
      case .agreed: "\(cell.claims.count) places agree"
      case .refined: "nearer than something that says otherwise"
      case .conflict: "equally near places say different things"
      case .undetermined: nil
      case .notApplicable(let reason): reason.isEmpty ? nil : "the note says \"\(reason)\""
      }
    let how: String? =
      switch cell.modality {
      case .derived: "from what is said of its category or model"
      case .inferred: "from what is said of its services"
      case .override: "settled in responsibilities.yml"
      case .stated, .reference: nil
      }
    let notes = [why, cell.claims.isEmpty ? nil : how].compactMap(\.self)
    return label + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  private func evidence(_ id: Int) -> [String] {
    let claim = matrix.claims[id]
    let place = claim.provenance
    let lines =
      place.firstLine == place.lastLine
      ? "\(place.firstLine)" : "\(place.firstLine)-\(place.lastLine)"
    var result = ["    \(place.file):\(lines)"]
    if !place.headings.isEmpty {
      result[0] += "  under \(place.headings.map { "\"\($0)\"" }.joined(separator: " > "))"
    }
    let quote = place.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    result.append("      \"\(quote)\"")
    result.append("      rule \(claim.rule): \(ReadingRule.summary(of: claim.rule) ?? "")")
    if let condition = claim.condition { result.append("      condition: \(condition)") }
    return result
  }

  private func howTo(_ cell: Cell) -> [String] {
    guard cell.asksForHowTo else { return [] }
    guard !cell.howTo.isEmpty else { return ["  how to do it: no note says"] }
    return ["  how to do it:"]
      + cell.howTo.map { "    \($0.title)  (\($0.topic), \($0.strength.rawValue))" }
  }
}
