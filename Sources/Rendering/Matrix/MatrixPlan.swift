internal import Diagnostics
internal import Files
internal import Notes
internal import Responsibility
internal import Topics

/// Which pages the responsibility matrix has, where they go, and what lies on each.
///
/// What would become too heavy for one page is cut into several: a page never has more than some
/// 150 kB of its own.
struct MatrixPlan: Sendable {
  /// The bytes that a page of a list or table may have beside its frame, as far as they can be foreseen.
  static let pageBudget = 120_000
  /// The cells that the comparisons of one axis may have in all, as long as each column has two others.
  static let pairBudget = 300_000
  /// The most columns of one table.
  static let columnCap = 12

  /// A part of an axis: a table of its own.
  struct Sheet: Sendable {
    /// The axis; nil for what is said in general.
    let axis: Axis.Kind?
    /// Its columns.
    let columns: [Coordinates]
    /// Its rows, as indices.
    let rows: [Int]
    let path: SitePath
  }

  /// Some of the rows in which a party has a part.
  struct Checklist: Sendable {
    let party: Int
    let rows: [Int]
    let path: SitePath
  }

  /// What is said of a service.
  struct ServiceView: Sendable {
    let service: Int
    let column: Coordinates
    let rows: [Int]
    let path: SitePath
    /// The topic of the notes' next steps that it is, as a node of the graph.
    let topic: Int?
  }

  /// One column beside others: what moves from one to the other.
  struct Beside: Sendable {
    let column: Coordinates
    let others: [Coordinates]
    /// The rows in which the columns are not all the same.
    let rows: [Int]
    /// How many rows there are in which they are.
    let sameCount: Int
    let path: SitePath
  }

  /// Some of the gaps.
  struct GapList: Sendable {
    /// Cells in which claims contradict each other.
    let conflicts: [Int]
    /// Indices of the matrix's findings, by rule.
    let findings: [Int]
    let path: SitePath
  }

  /// One of the ways to look at the matrix that every page of it leads to.
  enum View: Equatable {
    case overview
    case axis(Axis.Kind?)
    case party(Int)
    case gaps
    case reference
  }

  let matrix: ResponsibilityMatrix
  let overview: SitePath
  /// The views with their first pages.
  let views: [(view: View, path: SitePath, title: String)]
  /// All tables: axis by axis, rows within columns.
  let sheets: [Sheet]
  /// The pages of rows.
  let rowPages: [RowPage]
  /// For each row the index of its page.
  let pageOfRow: [Int]
  let checklists: [Checklist]
  let services: [ServiceView]
  let comparisons: [Beside]
  let gaps: [GapList]
  /// The notes beside the published models; nil where there is none to compare with.
  let reference: SitePath?
  /// For each column that is a service's the first page about it.
  let servicePages: [Coordinates: SitePath]
  /// For each column the first page on which it stands beside others.
  let comparePages: [Coordinates: SitePath]
  /// For each column the id of its part of a row's page.
  let anchors: [Coordinates: String]
  /// For each note the rows about which it says something.
  let statedRows: [Int: [Int]]
  /// For each note the rows whose duty it explains.
  let explainedRows: [Int: [Int]]
  /// For each finding the index of the row that it is about.
  let rowOfFinding: [Int?]
  /// For each row the findings about it that its page does not tell otherwise, as indices.
  let findingsOfRow: [Int: [Int]]
  /// For each file that findings are in its note.
  let notesByPath: [String: Int]

  /// Plans the pages in a folder of their own; nil where the notes say nothing about who does what.
  init?(
    _ matrix: ResponsibilityMatrix, topics: TopicGraph, notebook: Notebook, in folder: ContentPath
  ) {
    guard !matrix.isEmpty, !matrix.rows.isEmpty else { return nil }
    self.matrix = matrix
    let places = MatrixPlaces(folder)
    overview = places.page("index")
    sheets = Self.sheets(of: matrix, places)
    rowPages = Self.rowPages(of: matrix, places)
    var pageOfRow = [Int](repeating: 0, count: matrix.rows.count)
    for (page, own) in rowPages.enumerated() {
      for row in own.rows { pageOfRow[row] = page }
    }
    self.pageOfRow = pageOfRow
    checklists = Self.checklists(of: matrix, places)
    services = Self.services(of: matrix, topics, places)
    comparisons = Self.comparisons(of: matrix, places)
    gaps = Self.gaps(of: matrix, places)
    reference = matrix.comparisons.isEmpty ? nil : places.page("reference")
    views = Self.views(of: matrix, overview, sheets, checklists, gaps, reference)
    servicePages = Dictionary(
      services.map { ($0.column, $0.path) }, uniquingKeysWith: { first, _ in first })
    comparePages = Dictionary(
      comparisons.map { ($0.column, $0.path) }, uniquingKeysWith: { first, _ in first })
    var anchors: [Coordinates: String] = [:]
    for (number, column) in Set(matrix.cells.map(\.coordinates)).sorted().enumerated() {
      anchors[column] = "c\(number + 1)"
    }
    self.anchors = anchors
    (statedRows, explainedRows) = Self.rowsByNote(of: matrix)
    let rowOfFinding = matrix.rowsOfAllFindings()
    self.rowOfFinding = rowOfFinding
    var findingsOfRow: [Int: [Int]] = [:]
    for (index, row) in rowOfFinding.enumerated() {
      guard let row,
        ![.matrixConflict, .matrixRefined, .matrixDutyWithoutHowTo].contains(
          matrix.findings[index].rule)
      else { continue }
      findingsOfRow[row, default: []].append(index)
    }
    self.findingsOfRow = findingsOfRow
    var byPath: [String: Int] = [:]
    let files = Set(matrix.findings.map(\.place.path))
    for note in notebook.notes.indices {
      let path = notebook.notes[note].path.string
      if files.contains(path) { byPath[path] = note }
    }
    notesByPath = byPath
  }

  /// The rows that a note speaks of, and those whose duty it explains.
  private static func rowsByNote(
    of matrix: ResponsibilityMatrix
  ) -> (stated: [Int: [Int]], explained: [Int: [Int]]) {
    var stated: [Int: Set<Int>] = [:]
    for claim in matrix.claims {
      guard let note = claim.provenance.note else { continue }
      stated[note, default: []].formUnion(claim.rows)
    }
    var explained: [Int: Set<Int>] = [:]
    for cell in matrix.cells {
      for howTo in cell.howTo {
        if let note = howTo.note { explained[note, default: []].insert(cell.row) }
      }
    }
    return (stated.mapValues { $0.sorted() }, explained.mapValues { $0.sorted() })
  }
}

/// Names of pages in the folder of the matrix.
struct MatrixPlaces {
  private let folder: ContentPath

  init(_ folder: ContentPath) {
    self.folder = folder
  }

  /// A page by its name without `.html`; the second and later pages of a list have a number.
  func page(_ name: String, _ index: Int = 0) -> SitePath {
    SitePath(asset: folder.appending(index == 0 ? "\(name).html" : "\(name)-\(index + 1).html"))
  }
}

extension [Int] {
  /// Cuts a list into parts that weigh no more than a limit; each has one entry at least.
  func cut(limit: Int, weight: (Int) -> Int) -> [[Int]] {
    var parts: [[Int]] = []
    var part: [Int] = []
    var total = 0
    for entry in self {
      let own = weight(entry)
      if !part.isEmpty, total + own > limit {
        parts.append(part)
        part = []
        total = 0
      }
      part.append(entry)
      total += own
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}

extension Axis.Kind {
  /// The name of its pages.
  var pageName: String {
    switch self {
    case .serviceModel: "service-model"
    case .serviceCategory: "service-category"
    case .service: "service"
    case .activity: "activity"
    }
  }
}
