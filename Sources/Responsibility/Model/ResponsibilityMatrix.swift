public import Diagnostics
public import Notes

/// Who does what, derived from notes, with the sentence behind every cell.
///
/// All arrays are in an order that depends on the notes alone. Rows, claims and cells refer to each
/// other by index.
public struct ResponsibilityMatrix: Sendable {
  /// The parties that occur: providers first, then the customer, then others, each by id.
  public let parties: [Party]
  /// All layers that are known, in the order in which they are shown.
  public let layers: [Layer]
  /// The services that occur, by id.
  public let services: [Service]
  /// The axes that occur, with their columns.
  public let axes: [Axis]
  /// The rows, in the order of their layers; rows without one come last, by title.
  public let rows: [Row]
  /// Everything that was claimed, in the order of files and lines; then the data file's.
  public let claims: [Claim]
  /// What the claims come to, by row and column.
  ///
  /// A row has cells in its general columns where something
  /// was said in general, and in all columns of an axis on which something was said of it.
  public let cells: [Cell]
  /// What authors can mend.
  public private(set) var findings: [Finding]
  /// The last day for which it says the same: the day after, a review is stale; nil where none will be.
  public let holdsThrough: CalendarDate?
  /// The notes beside published models.
  public let comparisons: [Comparison]

  /// The ids of the rows that findings are about.
  private let rowsOfFindings: [Finding: String]

  /// For each row the range of its cells.
  private let cellRanges: [Range<Int>]

  init(
    parties: [Party], layers: [Layer], services: [Service], axes: [Axis], rows: [Row],
    claims: [Claim], cells: [Cell], findings: [Finding],
    rowsOfFindings: [Finding: String], holdsThrough: CalendarDate?, comparisons: [Comparison]
  ) {
    self.parties = parties
    self.layers = layers
    self.services = services
    self.axes = axes
    self.rows = rows
    self.claims = claims
    self.cells = cells
    self.findings = findings
    self.rowsOfFindings = rowsOfFindings
    self.holdsThrough = holdsThrough
    self.comparisons = comparisons
    var ranges: [Range<Int>] = []
    var start = 0
    for row in rows.indices {
      var end = start
      while end < cells.count, cells[end].row == row { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    cellRanges = ranges
  }

  /// True where the notes say nothing about responsibility: no page is made then.
  public var isEmpty: Bool { claims.isEmpty }

  /// The cells of a row, by column.
  public func cells(ofRow row: Int) -> ArraySlice<Cell> { cells[cellRanges[row]] }

  /// The index of a row's cell in a column; nil where the row has none there.
  public func cell(row: Int, at column: Coordinates) -> Int? {
    cellRanges[row].first { cells[$0].coordinates == column }
  }

  /// The index of the row with this id or citation (`r-guest-os`, `guest-os`, `R-07`).
  public func row(named name: String) -> Int? {
    let lower = name.lowercased()
    return rows.firstIndex {
      $0.id == lower || $0.id.dropFirst(2) == lower || $0.citation.lowercased() == lower
    }
  }

  /// The same matrix with other findings: those that the configuration leaves, at its levels.
  public func showing(_ findings: [Finding]) -> ResponsibilityMatrix {
    var copy = self
    copy.findings = findings
    return copy
  }

  /// For each finding the index of the row that it is about; nil for one about no row.
  public func rowsOfAllFindings() -> [Int?] {
    let indices = Dictionary(
      rows.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return findings.map { finding in
      var key = finding
      key.severity = finding.rule.severity
      return rowsOfFindings[key].flatMap { indices[$0] }
    }
  }

  /// The party with an id.
  public func party(_ id: String) -> Party? { parties.first { $0.id == id } }

  /// A party's name; the id itself for one that is not known.
  public func name(ofParty id: String) -> String { party(id)?.name ?? id }

  /// The layer with an id.
  public func layer(_ id: String) -> Layer? { layers.first { $0.id == id } }

  /// The general columns that occur: what is said of a provider, or of all.
  public var generalColumns: [Coordinates] {
    Set(cells.lazy.filter(\.coordinates.isGeneral).map(\.coordinates)).sorted()
  }

  /// A column's name: a service's, a model's, or "In general".
  public func name(of column: Coordinates) -> String {
    for axis in axes where axis.kind == column.axis {
      if let member = axis.members.first(where: { $0.coordinates == column }) { return member.name }
    }
    return column.provider.map { "\(name(ofParty: $0)) in general" } ?? "In general"
  }

  /// What a label says to people, with parties by their names.
  public func text(of label: Label) -> String {
    switch label {
    case .party(let id): name(ofParty: id)
    case .sharedIndependent: "Shared"
    case .sharedDependent: "Shared, one after the other"
    case .customerConfigured: "Customer-configured"
    case .conflict: "Conflict"
    case .undetermined: "Undetermined"
    case .notApplicable: "Not applicable"
    }
  }
}
