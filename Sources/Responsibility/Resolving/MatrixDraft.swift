internal import Diagnostics
internal import Files
internal import Notes
internal import Workers

/// Puts what notes and the data file say together: rows, claims, columns, cells.
struct MatrixDraft {
  let catalog: Catalog
  private(set) var rows: [Row] = []
  private(set) var claims: [Claim] = []
  private(set) var cells: [Cell] = []
  private(set) var axes: [Axis] = []
  /// For each claim, whether its subject stood where a layer's name was expected and was none.
  private(set) var strangers: [Int: String] = [:]
  /// The categories of services: the notes' where they name any, else the catalog's.
  private var categoriesOf: [String: [String]] = [:]
  private let activities: [String: String]

  init(
    _ catalog: Catalog, statements: [Statement], categories: [String: [String]],
    activities: [String: String], declared: [(id: String, number: Int?)],
    workers: Workers = Workers(width: 1)
  ) {
    self.catalog = catalog
    self.activities = activities
    categoriesOf = categories
    var book = RowBook(catalog)
    // What each subject says by itself is found side by side; which row it is depends on those before.
    let wordings = workers.map(statements.count) { [finder = book.finder] in
      RowBook.Wording(statements[$0].subject, finder)
    }
    let drafted = statements.indices.map { book.rows(of: statements[$0], wordings[$0]) }
    // Numbers of the data file hold for rows that somebody speaks of.
    for row in declared where row.number != nil { book.fix(row.number, of: row.id) }
    let (rows, places) = book.finished()
    self.rows = rows
    for (statement, rows) in zip(statements, drafted) {
      if statement.expectsLayer, statement.row == nil, !book.isLayer(statement.subject) {
        strangers[claims.count] = statement.subject
      }
      claims.append(Claim(statement, id: claims.count, rows: rows.map { places[$0] }.sorted()))
    }
    makeAxes()
    makeCells()
  }

  /// The categories of a service.
  func categories(of service: String) -> [String] {
    categoriesOf[service] ?? catalog.service(service)?.categories ?? []
  }

  // MARK: - Columns

  private mutating func makeAxes() {
    var members: [Axis.Kind: Set<Coordinates>] = [:]
    for claim in claims {
      for place in claim.coordinates {
        guard let axis = place.axis else { continue }
        members[axis, default: []].insert(place)
        // A service stands for its category, and the other categories are worth asking for.
        if axis == .service, !categories(of: place.member).isEmpty {
          for category in catalog.categories {
            members[.serviceCategory, default: []].insert(
              Coordinates(provider: place.provider, .serviceCategory, category.id))
          }
        }
        if axis == .serviceCategory {
          for category in catalog.categories {
            members[axis, default: []].insert(
              Coordinates(provider: place.provider, axis, category.id))
          }
        }
      }
    }
    axes = Axis.Kind.allCases.sorted().compactMap { kind in
      guard let places = members[kind] else { return nil }
      let sorted = places.sorted { left, right in
        if left.provider != right.provider { return (left.provider ?? "") < (right.provider ?? "") }
        return rank(left) != rank(right) ? rank(left) < rank(right) : left.member < right.member
      }
      return Axis(kind: kind, members: sorted.map { Axis.Member(coordinates: $0, name: name($0)) })
    }
  }

  /// Models and categories keep the catalog's order.
  private func rank(_ place: Coordinates) -> Int {
    switch place.axis {
    case .serviceModel: catalog.models.firstIndex { $0.id == place.member } ?? 0
    case .serviceCategory: catalog.categories.firstIndex { $0.id == place.member } ?? 0
    default: 0
    }
  }

  private func name(_ place: Coordinates) -> String {
    guard let axis = place.axis else { return "" }
    if axis == .activity { return activities[place.member] ?? place.member }
    return catalog.name(of: Catalog.Place(axis: axis, member: place.member))
  }

  // MARK: - Cells

  private mutating func makeCells() {
    var claimsOfRow = [[Int]](repeating: [], count: rows.count)
    for claim in claims {
      for row in claim.rows { claimsOfRow[row].append(claim.id) }
    }
    let resolver = CellResolver(claims: claims)
    for row in rows.indices {
      var byPlace: [Coordinates: [Int]] = [:]
      for id in claimsOfRow[row] {
        for place in claims[id].coordinates { byPlace[place, default: []].append(id) }
      }
      for column in columns(of: byPlace) {
        cells.append(resolver.cell(row: row, at: column, tiers(column, byPlace)))
      }
    }
  }

  /// The columns in which a row has cells: where something was said in general, and all of an axis on
  /// which something was said of the same provider.
  private func columns(of byPlace: [Coordinates: [Int]]) -> [Coordinates] {
    var columns = byPlace.keys.filter(\.isGeneral).sorted()
    var spoken: Set<Coordinates> = []
    for place in byPlace.keys {
      guard let axis = place.axis else { continue }
      spoken.insert(Coordinates(provider: place.provider, axis, ""))
      if axis == .service, !categories(of: place.member).isEmpty {
        spoken.insert(Coordinates(provider: place.provider, .serviceCategory, ""))
      }
      if axis == .serviceCategory {
        spoken.insert(Coordinates(provider: place.provider, .service, ""))
      }
    }
    for axis in axes {
      for member in axis.members
      where spoken.contains(Coordinates(provider: member.coordinates.provider, axis.kind, "")) {
        columns.append(member.coordinates)
      }
    }
    return columns
  }

  /// The claims about a cell, the nearest first: those at the place itself by their weight, then those
  /// of the service's category, then those of its model.
  private func tiers(
    _ column: Coordinates, _ byPlace: [Coordinates: [Int]]
  ) -> [CellResolver.Tier] {
    var tiers = weighted(byPlace[column] ?? [], .stated)
    guard column.axis == .service else {
      if tiers.isEmpty, column.axis == .serviceCategory { tiers = inferred(column, byPlace) }
      return tiers
    }
    let categories = categories(of: column.member).map {
      byPlace[Coordinates(provider: column.provider, .serviceCategory, $0)] ?? []
    }.filter { !$0.isEmpty }
    // A service that notes put into several categories inherits only what these agree on.
    if Set(categories.map { responsible($0) }).count == 1 {
      tiers += weighted(categories.flatMap(\.self), .derived)
    }
    if let model = catalog.service(column.member)?.model {
      let claims = byPlace[Coordinates(provider: column.provider, .serviceModel, model)] ?? []
      tiers += weighted(claims, .derived)
    }
    return tiers
  }

  private func responsible(_ ids: [Int]) -> [String] {
    Set(ids.flatMap { claims[$0].responsible }).sorted()
  }

  private func weighted(_ ids: [Int], _ modality: Claim.Modality) -> [CellResolver.Tier] {
    let levels = Set(ids.map { claims[$0].precedence }).sorted(by: >)
    return levels.map { level in
      CellResolver.Tier(
        claims: ids.filter { claims[$0].precedence == level },
        modality: level == .override ? .override : modality)
    }
  }

  /// What the services of a category say, where all that say anything say the same.
  private func inferred(
    _ column: Coordinates, _ byPlace: [Coordinates: [Int]]
  ) -> [CellResolver.Tier] {
    let services = byPlace.keys.filter {
      $0.axis == .service && $0.provider == column.provider
        && categories(of: $0.member) == [column.member]
    }.sorted()
    // Of each service only what is nearest counts: the rest is outranked there already.
    let nearest = services.map { weighted(byPlace[$0] ?? [], .inferred).first?.claims ?? [] }
    let ids = nearest.flatMap(\.self)
    guard !ids.isEmpty, Set(nearest.map { responsible($0) }).count == 1 else { return [] }
    return [CellResolver.Tier(claims: Array(Set(ids)).sorted(), modality: .inferred)]
  }
}

extension Claim {
  init(_ statement: Statement, id: Int, rows: [Int]) {
    self.id = id
    self.rows = rows
    coordinates = statement.coordinates
    parts = statement.parts
    condition = statement.condition
    notApplicable = statement.notApplicable
    modality = statement.modality
    provenance = statement.provenance
    rule = statement.rule
    precedence = statement.precedence
    isBareShared = statement.isBareShared
    source = statement.source
  }
}
