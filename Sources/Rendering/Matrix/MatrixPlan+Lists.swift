internal import Diagnostics
internal import Files
internal import Responsibility
internal import Topics

extension MatrixPlan {
  /// The ways to look at the matrix.
  static func views(
    of matrix: ResponsibilityMatrix, _ overview: SitePath, _ sheets: [Sheet],
    _ checklists: [Checklist], _ gaps: [GapList], _ reference: SitePath?
  ) -> [(view: View, path: SitePath, title: String)] {
    var views: [(view: View, path: SitePath, title: String)] = [(.overview, overview, "Overview")]
    func add(_ view: View, _ path: SitePath, _ title: String) {
      if views.last?.view != view { views.append((view, path, title)) }
    }
    for sheet in sheets { add(.axis(sheet.axis), sheet.path, matrix.name(of: sheet.axis)) }
    for list in checklists {
      add(.party(list.party), list.path, "\(matrix.parties[list.party].name)\u{2019}s part")
    }
    for list in gaps { add(.gaps, list.path, "Gaps") }
    if let reference { add(.reference, reference, "Reference") }
    return views
  }

  /// The tables of every axis, and of what is said in general.
  static func sheets(of matrix: ResponsibilityMatrix, _ places: MatrixPlaces) -> [Sheet] {
    let axes: [Axis.Kind?] = [nil] + matrix.axes.map(\.kind)
    return axes.flatMap { axis -> [Sheet] in
      let columns = matrix.columns(on: axis)
      let rows = matrix.grouped(matrix.rows(on: axis))
      let name = axis?.pageName ?? "general"
      var sheets: [Sheet] = []
      for part in columns.parts(of: columnCap) {
        let weight = 300 + 150 * part.count
        for rows in rows.cut(limit: pageBudget, weight: { _ in weight }) {
          sheets.append(
            Sheet(axis: axis, columns: part, rows: rows, path: places.page(name, sheets.count)))
        }
      }
      return sheets
    }
  }

  /// What each party does.
  static func checklists(of matrix: ResponsibilityMatrix, _ places: MatrixPlaces) -> [Checklist] {
    matrix.parties.indices.flatMap { party -> [Checklist] in
      let id = matrix.parties[party].id
      var rows: [Int] = []
      for cell in matrix.duties(of: id) where rows.last != matrix.cells[cell].row {
        rows.append(matrix.cells[cell].row)
      }
      return matrix.grouped(rows).cut(limit: pageBudget) { _ in 900 }.enumerated().map {
        number, rows in
        Checklist(party: party, rows: rows, path: places.page("parties/\(id)", number))
      }
    }
  }

  /// What is said of each service.
  static func services(
    of matrix: ResponsibilityMatrix, _ topics: TopicGraph, _ places: MatrixPlaces
  ) -> [ServiceView] {
    let nodes = topicNodes(
      Set(matrix.services.flatMap { [$0.name] + $0.aliases }.map { $0.lowercased() }), of: topics)
    return matrix.services.indices.flatMap { index -> [ServiceView] in
      let service = matrix.services[index]
      let column = matrix.columns(on: .service).first { $0.member == service.id }
      guard let column else { return [] }
      let rows = matrix.rows.indices.filter { matrix.cell(row: $0, at: column) != nil }
      let topic = ([service.name] + service.aliases).lazy.compactMap { nodes[$0.lowercased()] }
        .first
      return matrix.grouped(rows).cut(limit: pageBudget) { _ in 900 }.enumerated().map {
        number, rows in
        ServiceView(
          service: index, column: column, rows: rows,
          path: places.page("services/\(service.id)", number), topic: topic)
      }
    }
  }

  /// The first topic of each of some names, in lower case.
  private static func topicNodes(_ names: Set<String>, of topics: TopicGraph) -> [String: Int] {
    var nodes: [String: Int] = [:]
    func add(_ label: String, _ index: Int) {
      let name = label.lowercased()
      if names.contains(name), nodes[name] == nil { nodes[name] = index }
    }
    guard !names.isEmpty else { return nodes }
    // Nodes are large values; reading single fields in place spares copies of the whole.
    for index in topics.nodes.indices where topics.nodes[index].kind == .topic {
      add(topics.nodes[index].title, index)
      for label in topics.nodes[index].labels { add(label, index) }
    }
    return nodes
  }

  /// Each column beside the others of its axis.
  ///
  /// An axis with many columns has them beside the nearest ones: pages for all pairs would grow with
  /// the square of their number.
  static func comparisons(of matrix: ResponsibilityMatrix, _ places: MatrixPlaces) -> [Beside] {
    matrix.axes.flatMap { axis -> [Beside] in
      let columns = axis.members.map(\.coordinates)
      guard columns.count > 1 else { return [] }
      let rows = matrix.rows(on: axis.kind)
      let labels = rows.map { row in
        columns.map { column in matrix.cell(row: row, at: column).map { matrix.cells[$0].label } }
      }
      let size = max(2, min(columnCap, pairBudget / max(1, columns.count * rows.count)))
      let moving = rows.indices.filter { row in labels[row].contains { $0 != labels[row][0] } }
      return columns.indices.flatMap { own -> [Beside] in
        let others = nearest(to: own, of: columns.count, at: size).map { columns[$0] }
        let name = "compare/\(axis.kind.pageName)-\(columns[own].fileName)"
        let weight = 300 + 150 * (others.count + 1)
        let parts = moving.map { rows[$0] }.cut(limit: pageBudget) { _ in weight }
        return (parts.isEmpty ? [[]] : parts).enumerated().map { number, part in
          Beside(
            column: columns[own], others: others, rows: part,
            sameCount: rows.count - moving.count, path: places.page(name, number))
        }
      }
    }
  }

  /// The indices nearest to one, without it, in order.
  private static func nearest(to own: Int, of count: Int, at most: Int) -> [Int] {
    let size = min(count, most + 1)
    let start = min(max(0, own - size / 2), count - size)
    return (start..<start + size).filter { $0 != own }
  }

  /// Contradictions first, then findings by rule.
  static func gaps(of matrix: ResponsibilityMatrix, _ places: MatrixPlaces) -> [GapList] {
    // A category of services that contradict each other says nothing that these do not.
    let conflicts = matrix.cells.indices.filter { index in
      let cell = matrix.cells[index]
      return cell.label == .conflict && cell.modality != .inferred && cell.modality != .derived
    }
    let findings = matrix.findings.indices.sorted {
      let (left, right) = (matrix.findings[$0], matrix.findings[$1])
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
      return $0 < $1
    }
    // Conflicts have negative numbers here, so that one list is cut.
    let all = conflicts.map { -1 - $0 } + findings
    let parts = all.cut(limit: pageBudget) { $0 < 0 ? 4000 : 800 }
    return (parts.isEmpty ? [[]] : parts).enumerated().map { number, part in
      GapList(
        conflicts: part.filter { $0 < 0 }.map { -1 - $0 }, findings: part.filter { $0 >= 0 },
        path: places.page("gaps", number))
    }
  }
}

extension Coordinates {
  /// What tells it from others of its axis, as a part of a file's name.
  var fileName: String { provider.map { "\($0)-\(member)" } ?? member }
}

extension [Coordinates] {
  /// Cuts a list of columns into parts of nearly the same length, none longer than a limit.
  func parts(of limit: Int) -> [[Coordinates]] {
    guard count > limit else { return isEmpty ? [] : [self] }
    let number = (count + limit - 1) / limit
    return (0..<number).map { Array(self[count * $0 / number..<count * ($0 + 1) / number]) }
  }
}
