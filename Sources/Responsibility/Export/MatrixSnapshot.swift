/// What a comparison needs of a matrix: from notes, or from a `matrix.json` of another day.
public struct MatrixSnapshot: Sendable, Equatable {
  /// A cell without its evidence.
  struct Entry: Sendable, Equatable {
    let label: String
    let parties: [String]
  }

  /// The titles of the rows, by id.
  let rows: [String: String]
  /// The cells, by row and column.
  let cells: [String: [String: Entry]]
  let partyNames: [String: String]

  /// The snapshot of a matrix.
  public init(_ matrix: ResponsibilityMatrix) {
    rows = Dictionary(
      matrix.rows.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var cells: [String: [String: Entry]] = [:]
    for cell in matrix.cells {
      cells[matrix.rows[cell.row].id, default: [:]][cell.coordinates.key] = Entry(
        label: cell.label.name, parties: Part.responsible(cell.parts))
    }
    self.cells = cells
    partyNames = Dictionary(
      matrix.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads what `sitegen matrix --format json` writes; nil where the bytes are something else.
  public init?(json bytes: [UInt8]) {
    guard let value = JSONValue(bytes), case .array? = value["rows"], case .array? = value["cells"]
    else { return nil }
    var rows: [String: String] = [:]
    for row in value["rows"]?.items ?? [] {
      guard let id = row["id"]?.text else { return nil }
      rows[id] = row["title"]?.text ?? id
    }
    var cells: [String: [String: Entry]] = [:]
    for cell in value["cells"]?.items ?? [] {
      guard let row = cell["row"]?.text, let label = cell["label"]?.text else { return nil }
      let parties = (cell["parts"]?.items ?? []).filter {
        ["responsible", "accountable"].contains($0["involvement"]?.text ?? "")
      }.compactMap { $0["party"]?.text }
      cells[row, default: [:]][Self.column(cell["coordinates"])] = Entry(
        label: label, parties: parties.unique.sorted())
    }
    self.rows = rows
    self.cells = cells
    var names: [String: String] = [:]
    for party in value["parties"]?.items ?? [] {
      if let id = party["id"]?.text { names[id] = party["name"]?.text ?? id }
    }
    partyNames = names
  }

  private static func column(_ value: JSONValue?) -> String {
    let fields = value?.fields ?? [:]
    let provider = fields["provider"]?.text
    for axis in Axis.Kind.allCases {
      if let member = fields[axis.rawValue]?.text {
        return Coordinates(provider: provider, axis, member).key
      }
    }
    return Coordinates(general: provider).key
  }
}

/// What differs between two snapshots.
public struct MatrixDiff: Sendable, Equatable {
  /// A cell that changed sides, appeared or went.
  public struct Move: Sendable, Equatable {
    /// The row's id.
    public let row: String
    /// The row's title.
    public let title: String
    /// The column, as in ``Coordinates/key``.
    public let column: String
    /// The label before; nil where there was no cell.
    public let from: String?
    /// The label after; nil where there is none any more.
    public let to: String?
  }

  /// The rows that are new: id and title.
  public let added: [(id: String, title: String)]
  /// The rows that are gone.
  public let removed: [(id: String, title: String)]
  /// The cells that moved, in rows that are in both.
  public let moves: [Move]
  private let counts: [(name: String, change: Int)]

  /// True where nothing differs.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && moves.isEmpty }

  /// Compares two snapshots.
  public init(from old: MatrixSnapshot, to new: MatrixSnapshot) {
    added = new.rows.filter { old.rows[$0.key] == nil }.map { ($0.key, $0.value) }
      .sorted { $0.0 < $1.0 }
    removed = old.rows.filter { new.rows[$0.key] == nil }.map { ($0.key, $0.value) }
      .sorted { $0.0 < $1.0 }
    var moves: [Move] = []
    for row in old.rows.keys.sorted() where new.rows[row] != nil {
      let (before, after) = (old.cells[row] ?? [:], new.cells[row] ?? [:])
      for column in Set(before.keys).union(after.keys).sorted()
      where before[column] != after[column] {
        moves.append(
          Move(
            row: row, title: new.rows[row] ?? row, column: column,
            from: before[column].map(Self.text), to: after[column].map(Self.text)))
      }
    }
    self.moves = moves
    counts = Self.changes(old, new)
  }

  /// Two labels may be the same word for different parties.
  private static func text(_ entry: MatrixSnapshot.Entry) -> String {
    entry.label.hasPrefix("shared") ? entry.parties.joined(separator: " and ") : entry.label
  }

  private static func changes(
    _ old: MatrixSnapshot, _ new: MatrixSnapshot
  ) -> [(name: String, change: Int)] {
    var counts: [String: Int] = [:]
    for (snapshot, sign) in [(old, -1), (new, 1)] {
      for cells in snapshot.cells.values {
        for cell in cells.values {
          let name = cell.label.hasPrefix("shared") ? "shared" : cell.label
          counts[snapshot.partyNames[name] ?? name, default: 0] += sign
        }
      }
    }
    return counts.filter { $0.value != 0 }.map { (name: $0.key, change: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// `AWS -1, Customer +2, undetermined +1`.
  public var summary: String {
    guard !isEmpty else { return "nothing moved" }
    let parts = counts.map { "\($0.name) \($0.change > 0 ? "+" : "\u{2212}")\(abs($0.change))" }
    let what = [
      (added.count, "added"), (removed.count, "removed"), (moves.count, "moved"),
    ].filter { $0.0 > 0 }
    let rows = what.map { count, verb in
      let thing = verb == "moved" ? "cell" : "row"
      return "\(count) \(count == 1 ? thing : thing + "s") \(verb)"
    }
    return rows.joined(separator: ", ")
      + (parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))")
  }

  /// One line for each difference, and the summary.
  public var text: String {
    var lines = added.map { "+ \($0.id)  \($0.title)" } + removed.map { "- \($0.id)  \($0.title)" }
    lines += moves.map { move in
      "~ \(move.row)  \(move.title)  [\(move.column)]: \(move.from ?? "(no cell)") -> "
        + "\(move.to ?? "(no cell)")"
    }
    lines.append(summary)
    return lines.map { "\($0)\n" }.joined()
  }

  /// True where everything is the same.
  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }
}
