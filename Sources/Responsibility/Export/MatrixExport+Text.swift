extension MatrixExport {
  /// Tables for a terminal, with counts; `width` is what a line may take.
  public func text(width: Int = 100) -> String {
    guard !matrix.isEmpty else { return "The notes say nothing about who does what.\n" }
    var text = ""
    for grid in matrix.grids(axis) {
      if !text.isEmpty { text += "\n" }
      text += "\(grid.title)\n\n"
      text += table(grid, width: width)
      text += "\n\(summary(matrix.counts(on: grid.axis)))\n"
    }
    return text
  }

  private func table(_ grid: MatrixGrid, width: Int) -> String {
    let head = ["", "Duty"] + grid.columns.map { short(matrix.name(of: $0)) }
    let lines = zip(grid.rows, grid.cells).map { row, cells in
      [matrix.rows[row].citation, matrix.rows[row].title]
        + cells.map { $0.map { mark(matrix.cells[$0]) } ?? "" }
    }
    var widths = head.map(\.count)
    for line in lines {
      for (column, cell) in line.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    // The duty gives way where the line would be too long.
    let rest = widths.reduce(0, +) - widths[1] + 2 * (widths.count - 1)
    widths[1] = max(24, min(widths[1], width - rest))
    return ([head] + lines).map { line in
      var row = zip(line, widths).map { cell, width in
        let cut = cell.count > width ? cell.prefix(width - 1) + "\u{2026}" : cell[...]
        return cut + String(repeating: " ", count: width - cut.count)
      }.joined(separator: "  ")
      while row.last == " " { row.removeLast() }
      return row + "\n"
    }.joined()
  }

  /// "Container services (managed platforms)" without what stands in parentheses, and no vendor.
  private func short(_ name: String) -> String {
    let start = name.firstIndex(of: "(").map { name[..<$0] } ?? name[...]
    let plain = Catalog.trimmed(start)
    for vendor in ["Amazon ", "AWS "] where plain.hasPrefix(vendor) {
      return String(plain.dropFirst(vendor.count))
    }
    return plain.hasSuffix(" services") ? String(plain.dropLast(" services".count)) : plain
  }

  /// A cell's label; a `?` for what nothing determines, a `*` for what a category or service implies.
  private func mark(_ cell: Cell) -> String {
    if cell.status == .undetermined { return "?" }
    let isImplied = cell.modality == .derived || cell.modality == .inferred
    let isConditional = cell.parts.contains { $0.condition != nil }
    return text(of: cell) + (isImplied ? " *" : "") + (isConditional ? " \u{2020}" : "")
  }

  /// `12 rows, 30 cells: 10 provider, 12 customer, 3 shared, 5 undetermined`.
  public func summary(_ counts: ResponsibilityMatrix.Counts) -> String {
    let parts = [
      (counts.provider, "provider"), (counts.customer, "customer"),
      (counts.thirdParty, "third party"), (counts.shared, "shared"),
      (counts.notApplicable, "not applicable"), (counts.undetermined, "undetermined"),
      (counts.conflicts, counts.conflicts == 1 ? "conflict" : "conflicts"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(counts.rows) \(counts.rows == 1 ? "row" : "rows"), \(counts.cells)"
      + " \(counts.cells == 1 ? "cell" : "cells"): \(parts.joined(separator: ", "))"
  }
}
