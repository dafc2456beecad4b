internal import Diagnostics
internal import Files
internal import Markup
public import Notes
public import Workers

extension ResponsibilityMatrix {
  /// Derives the matrix from notes.
  ///
  /// - Parameters:
  ///   - notebook: the notes.
  ///   - file: what `responsibilities.yml` says.
  ///   - today: the day on which overrides expire and reviews grow stale; nil where none does.
  ///   - workers: notes are read in parallel.
  ///   - titles: is asked for what may explain duties, where somebody has one, from any thread.
  public init(
    _ notebook: Notebook, file: ResponsibilityFile = ResponsibilityFile(),
    today: CalendarDate? = nil, workers: Workers = Workers(),
    titles: @escaping @Sendable () -> HowToTitles = { HowToTitles([]) }
  ) {
    let catalog = Self.catalog(of: file)
    let notes = notebook.notes
    let signs = PartySigns(catalog)
    let readings = workers.map(notes.count) { NoteReading(of: notes, at: $0, catalog, signs) }
    var findings = file.findings + readings.flatMap(\.findings)
    let statements =
      readings.flatMap(\.statements) + file.statements(catalog, today: today, &findings)
    // What may explain duties is read beside the draft, which finds out whose duties they are.
    let titles = statements.isEmpty ? workers.prepare(titles) : workers.begin(titles)
    let categories = CategoryBook(readings, notes: notes)
    findings += categories.findings
    let draft = MatrixDraft(
      catalog, statements: statements, categories: categories.ofService,
      activities: readings.reduce(into: [:]) { $0.merge($1.activities) { first, _ in first } },
      declared: file.rows.map { ($0.id, $0.number) }, workers: workers)
    let near = workers.begin {
      NearRows(rows: draft.rows, firstClaims: Self.firstClaims(draft), claims: draft.claims)
        .findings()
    }
    var cells = draft.cells
    HowToFinder.fill(&cells, rows: draft.rows, claims: draft.claims, catalog) { titles.value }
    let axes = draft.axes
    let parties = Self.parties(of: draft.claims, catalog)
    let named = Self.columnNames(axes, parties)
    let check = MatrixCheck(
      catalog: catalog, rows: draft.rows, claims: draft.claims, cells: cells,
      strangers: draft.strangers, columnName: { named[$0] ?? $0.key })
    var found = check.findings() + file.expirations(on: today, catalog)
    found += near.value
    found += Self.vanished(file, draft)
    if let today { found += readings.compactMap { $0.staleReview(today) }.map { ($0, nil) } }
    var rowOf: [Finding: String] = [:]
    for (finding, row) in found where rowOf[finding] == nil { rowOf[finding] = row }
    findings = file.quieted(findings + found.map(\.finding), rowOf: { rowOf[$0] }, today: today)
    self.init(
      parties: parties, layers: catalog.layers, services: Self.services(of: axes, draft),
      axes: axes, rows: draft.rows, claims: draft.claims, cells: cells,
      findings: findings.inOrder(), rowsOfFindings: rowOf,
      holdsThrough: today.flatMap { today in
        readings.compactMap(\.reviewHolds).filter { $0 >= today }.min()
      },
      comparisons: Reference.builtIn.compactMap {
        Comparison($0, rows: draft.rows, cells: cells, claims: draft.claims)
      })
  }

  /// True where two readings of one note say the same about who does what, in the same places.
  public static func isReadAlike(_ note: Note, _ other: Note, file: ResponsibilityFile) -> Bool {
    let catalog = catalog(of: file)
    let signs = PartySigns(catalog)
    return NoteReading(of: [note], at: 0, catalog, signs)
      .isAlike(NoteReading(of: [other], at: 0, catalog, signs))
  }

  /// Tells of a note whether it has to be looked at for who does what; see `Notebook.Selection.marks`.
  public static func marks(_ file: ResponsibilityFile) -> @Sendable (Note) -> Bool {
    let signs = Deferred { PartySigns(catalog(of: file)) }
    return { NoteReading.isWorthReading([$0], 0, signs.value) }
  }

  // MARK: - Parts

  private static func catalog(of file: ResponsibilityFile) -> Catalog {
    var catalog = file.extended(.builtIn)
    catalog.providerSigns = catalog.makeProviderSigns()
    return catalog
  }

  private static func parties(of claims: [Claim], _ catalog: Catalog) -> [Party] {
    let ids = Set(
      claims.flatMap { claim in
        claim.parts.map(\.party) + claim.coordinates.compactMap(\.provider)
      })
    return ids.compactMap(catalog.party).sorted {
      let ranks = ($0.kind.rank, $1.kind.rank)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : $0.id < $1.id
    }
  }

  private static func services(of axes: [Axis], _ draft: MatrixDraft) -> [Service] {
    let members = axes.first { $0.kind == .service }?.members ?? []
    return members.compactMap { member in
      draft.catalog.service(member.coordinates.member).map { service in
        Service(
          id: service.id, name: service.name, provider: service.provider, aliases: service.aliases,
          categories: draft.categories(of: service.id), model: service.model)
      }
    }
  }

  private static func columnNames(_ axes: [Axis], _ parties: [Party]) -> [Coordinates: String] {
    var names: [Coordinates: String] = [Coordinates(general: nil): "everything"]
    for party in parties { names[Coordinates(general: party.id)] = party.name }
    for axis in axes { for member in axis.members { names[member.coordinates] = member.name } }
    return names
  }

  private static func firstClaims(_ draft: MatrixDraft) -> [Int] {
    var first = [Int](repeating: Int.max, count: draft.rows.count)
    for claim in draft.claims {
      for row in claim.rows { first[row] = min(first[row], claim.id) }
    }
    return first
  }

  /// Rows that the data file names and nobody speaks of any more.
  private static func vanished(
    _ file: ResponsibilityFile, _ draft: MatrixDraft
  ) -> [MatrixCheck.RowFinding] {
    let known = Set(draft.rows.map(\.id))
    return file.rows.filter { !known.contains("r-\($0.id)") }.map { row in
      (
        Finding(
          .matrixRowVanished, at: Place(ResponsibilityFile.name, line: row.line),
          "no note speaks of the row '\(row.id)' any more",
          help: "bring it back, or take it out of 'rows'"),
        "r-\(row.id)"
      )
    }
  }
}

extension Party.Kind {
  fileprivate var rank: Int {
    switch self {
    case .provider: 0
    case .customer: 1
    case .thirdParty: 2
    }
  }
}

extension HowToFinder {
  /// Gives every cell of the customer what explains it; titles are asked for only then.
  static func fill(
    _ cells: inout [Cell], rows: [Row], claims: [Claim], _ catalog: Catalog,
    _ titles: () -> HowToTitles
  ) {
    let asking = cells.indices.filter { cells[$0].asksForHowTo }
    guard !asking.isEmpty else { return }
    let sections = asking.map { index in
      var own: [Section] = []
      for id in cells[index].claims {
        let place = claims[id].provenance
        guard let note = place.note else { continue }
        let section = Section(note: note, anchor: place.anchor)
        if !own.contains(section) { own.append(section) }
      }
      return own
    }
    var finder = HowToFinder(
      catalog, titles(), rows: asking.map { rows[cells[$0].row] },
      notes: Set(sections.lazy.flatMap(\.self).map(\.note)))
    for (index, own) in zip(asking, sections) {
      cells[index].howTo = finder.howTo(
        rows[cells[index].row], at: cells[index].coordinates, notIn: own)
    }
  }
}
