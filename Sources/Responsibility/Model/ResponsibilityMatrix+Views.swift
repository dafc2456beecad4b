extension ResponsibilityMatrix {
  /// How many cells come to what; every count belongs to the total.
  public struct Counts: Sendable, Equatable {
    /// Rows that were counted.
    public var rows = 0
    /// Cells that were counted: the denominator of all others.
    public var cells = 0
    /// Cells of providers alone.
    public var provider = 0
    /// Cells of the customer alone, those that the customer sets up included.
    public var customer = 0
    /// Cells of others alone.
    public var thirdParty = 0
    /// Cells of several.
    public var shared = 0
    /// Cells that nothing determines.
    public var undetermined = 0
    /// Cells in which claims contradict each other.
    public var conflicts = 0
    /// Cells that are nobody's, with a reason.
    public var notApplicable = 0
  }

  /// The counts of an axis; without one those of what is said in general, and of everything together
  /// with `isEverything`.
  public func counts(on axis: Axis.Kind? = nil, isEverything: Bool = false) -> Counts {
    var counts = Counts()
    var lastRow = -1
    for cell in cells where isEverything || cell.coordinates.axis == axis {
      if cell.row != lastRow { counts.rows += 1 }
      lastRow = cell.row
      counts.cells += 1
      switch cell.label {
      case .party(let id):
        switch party(id)?.kind {
        case .customer: counts.customer += 1
        case .thirdParty: counts.thirdParty += 1
        default: counts.provider += 1
        }
      case .customerConfigured: counts.customer += 1
      case .sharedIndependent, .sharedDependent: counts.shared += 1
      case .conflict: counts.conflicts += 1
      case .undetermined: counts.undetermined += 1
      case .notApplicable: counts.notApplicable += 1
      }
    }
    return counts
  }

  /// The columns of an axis; without one those of what is said in general.
  public func columns(on axis: Axis.Kind?) -> [Coordinates] {
    guard let axis else { return generalColumns }
    return axes.first { $0.kind == axis }?.members.map(\.coordinates) ?? []
  }

  /// The rows that have cells on an axis, without one in general, in order.
  public func rows(on axis: Axis.Kind?) -> [Int] {
    rows.indices.filter { row in cells(ofRow: row).contains { $0.coordinates.axis == axis } }
  }

  /// The cells in which a party has a part, as indices.
  public func duties(of party: String) -> [Int] {
    cells.indices.filter { index in cells[index].parts.contains { $0.party == party } }
  }

  /// The cells whose how-to a note explains, as indices: the duties that the note backs.
  public func dutiesBacked(by note: Int) -> [Int] {
    cells.indices.filter { index in cells[index].howTo.contains { $0.note == note } }
  }

  /// A row in which two columns differ.
  public struct Move: Sendable, Equatable {
    /// The index of the row.
    public let row: Int
    /// What it comes to in the first column.
    public let from: Label
    /// What it comes to in the second.
    public let to: Label
  }

  /// What moves between two columns: rows that have a cell in either and are not the same in both.
  public func moves(from first: Coordinates, to second: Coordinates) -> [Move] {
    rows.indices.compactMap { row in
      let labels = [first, second].map { column in
        cell(row: row, at: column).map { cells[$0].label } ?? .undetermined
      }
      return labels[0] == labels[1] ? nil : Move(row: row, from: labels[0], to: labels[1])
    }
  }
}
