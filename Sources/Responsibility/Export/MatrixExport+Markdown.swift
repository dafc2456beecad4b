internal import Files

extension MatrixExport {
  /// The matrix as a note: read again, it gives the same rows, columns and parts.
  ///
  /// A comment in each row keeps its id and number. A conflict is a row for each side.
  public var markdown: String {
    var text = """
      ---
      title: Responsibility matrix
      responsibility: {provider: none}
      ---

      # Responsibility matrix

      """
    for grid in matrix.grids(axis) {
      text += "\n## \(grid.title)\n"
      guard grid.axis == nil else {
        text += "\n" + table(grid, grid.columns.indices.map { $0 })
        continue
      }
      // What is said in general has a table for each provider.
      for column in grid.columns.indices { text += "\n" + table(grid, [column]) }
    }
    return text
  }

  private func table(_ grid: MatrixGrid, _ columns: [Int]) -> String {
    let head = columns.map { index in
      let column = grid.columns[index]
      guard grid.axis != nil else {
        return "Responsible" + provider(column)
      }
      return Self.cell(matrix.name(of: column)) + (grid.axis == .service ? "" : provider(column))
    }
    var text =
      "| \(grid.axis == .activity ? "Area" : "Duty") | \(head.joined(separator: " | ")) |\n"
    text += "|" + String(repeating: "---|", count: columns.count + 1) + "\n"
    for (row, cells) in zip(grid.rows, grid.cells) {
      let own = columns.map { cells[$0].map { matrix.cells[$0] } }
      guard own.contains(where: { $0 != nil && $0?.status != .undetermined }) else { continue }
      let sides: [[String]] = own.map { cell in cell.map { self.sides($0) } ?? [""] }
      for line in 0..<(sides.map(\.count).max() ?? 1) {
        let texts = sides.map { line < $0.count ? $0[line] : "" }
        text +=
          "| \(Self.cell(matrix.rows[row].title)) \(pin(row)) | \(texts.joined(separator: " | ")) |\n"
      }
    }
    return text
  }

  private func provider(_ column: Coordinates) -> String {
    column.provider.map { " (\(matrix.name(ofParty: $0)))" } ?? ""
  }

  private func pin(_ row: Int) -> String {
    let row = matrix.rows[row]
    return "<!-- responsibility: row=\(row.id.dropFirst(2)) id=\(row.citation) -->"
  }

  /// What a cell says; each side of a conflict by itself.
  private func sides(_ cell: Cell) -> [String] {
    switch cell.status {
    case .undetermined: [""]
    // A reason of signs alone, such as a dash, says no more than N/A does.
    case .notApplicable(let reason):
      [Words(reason).count < 3 ? "N/A" : "N/A (\(Self.cell(reason)))"]
    case .conflict:
      cell.claims.map { matrix.claims[$0].parts }.unique.map { parties($0) }
    default: [parties(cell.parts)]
    }
  }

  /// `AWS`, `AWS and Customer (AWS: …; Customer: …)`.
  private func parties(_ parts: [Part]) -> String {
    let names = Part.responsible(
      parts.filter { $0.condition == nil }.isEmpty ? parts : parts.filter { $0.condition == nil })
    let shown = names.isEmpty ? parts.map(\.party).unique : names
    let head = shown.map { Self.cell(matrix.name(ofParty: $0)) }.joined(separator: " and ")
    let details = parts.filter {
      !$0.duty.isEmpty || $0.condition != nil || !names.contains($0.party)
    }
    guard !details.isEmpty else { return head }
    let texts = details.map { part in
      let condition = part.condition.map { part.duty.contains($0) ? "" : " [when: \($0)]" } ?? ""
      return Self.cell("\(matrix.name(ofParty: part.party)): \(Self.detail(part.duty))\(condition)")
    }
    return "\(head) (\(texts.joined(separator: "; ")))"
  }

  /// A duty without what would end it.
  private static func detail(_ text: String) -> String { text.replacing(";", with: ",") }

  /// Text for a cell of a table: one line, nothing in it that Markdown or HTML would take for its own.
  static func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "|", "\\", "*", "_", "`", "[", "]", "~", "#", "!", "&": result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [[Part]] {
  /// Each once, where it stands first.
  var unique: [[Part]] {
    var seen: Set<[Part]> = []
    return filter { seen.insert($0).inserted }
  }
}
