internal import Diagnostics
internal import Files
public import Notes

extension ResponsibilityFile {
  /// How many overrides and suppressions have expired by a day.
  public func expiredCount(on today: CalendarDate?) -> Int {
    guard let today else { return 0 }
    return (overrides.map(\.expires) + quiets.map(\.expires)).count {
      $0.map { $0 < today } ?? false
    }
  }

  /// The catalog with the file's names.
  func extended(_ catalog: Catalog) -> Catalog {
    var catalog = catalog
    for party in parties { catalog.add(party) }
    for layer in layers { catalog.add(layer) }
    for service in services { catalog.add(service) }
    return catalog
  }

  /// What has expired by a day, with the rows that it was about.
  func expirations(on today: CalendarDate?, _ catalog: Catalog) -> [MatrixCheck.RowFinding] {
    guard let today else { return [] }
    func expired(
      _ what: String, _ day: CalendarDate?, _ place: Place, _ row: String?
    ) -> MatrixCheck.RowFinding? {
      guard let day, day < today else { return nil }
      return (
        Finding(
          .matrixOverrideExpired, at: place,
          "the \(what) expired on \(day), and no longer counts",
          help: "look at it again, and give it another day or take it out"),
        row.map { "r-\(catalog.layer($0)?.row ?? $0)" }
      )
    }
    return overrides.compactMap {
      expired("override of '\($0.row)'", $0.expires, place($0), $0.row)
    }
      + quiets.compactMap {
        expired("suppression of '\($0.rule)'", $0.expires, Place(Self.name, line: $0.line), $0.row)
      }
  }

  /// What the file itself claims; overrides that have expired are left out.
  ///
  /// `today` is the day on which things expire; nil where nothing does.
  func statements(
    _ catalog: Catalog, today: CalendarDate?, _ findings: inout [Finding]
  ) -> [Statement] {
    var statements: [Statement] = []
    for (entries, isOverride) in [(claims, false), (overrides, true)] {
      for entry in entries {
        if isOverride, let expires = entry.expires, let today, expires < today { continue }
        if let statement = statement(entry, isOverride, catalog, &findings) {
          statements.append(statement)
        }
      }
    }
    return statements
  }

  private func place(_ entry: Entry) -> Place {
    Place(Self.name, line: entry.line, column: entry.column)
  }

  private func statement(
    _ entry: Entry, _ isOverride: Bool, _ catalog: Catalog, _ findings: inout [Finding]
  ) -> Statement? {
    var parties: [String] = []
    for name in entry.parties where name != "none" {
      guard let id = catalog.party(name)?.id ?? catalog.partyNames.whole(Words(name).folded) else {
        let near = EditDistance.nearest(to: name, in: catalog.parties.map(\.id))
        findings.append(
          Finding(
            .matrixUnknownParty, at: place(entry), "no party is called '\(name)'",
            help: near.map { "did you mean '\($0)'?" } ?? "name it under 'parties'"))
        return nil
      }
      parties.append(id)
    }
    var places: [Coordinates] = []
    for (axis, member) in entry.places {
      guard let known = memberID(axis, member, catalog) else {
        findings.append(
          Finding(
            .matrixFileInvalid, at: place(entry), "nothing is called '\(member)' here",
            help: "name it under 'services'"))
        return nil
      }
      let provider: String? =
        switch axis {
        case .service: catalog.service(known)?.provider
        case .serviceCategory: "aws"
        default: entry.provider
        }
      places.append(Coordinates(provider: provider, axis, known))
    }
    if places.isEmpty { places = [Coordinates(general: entry.provider)] }
    let words = [entry.duty, entry.reason.map { "\($0)" }].compactMap(\.self)
    let by = [entry.by, entry.date?.description].compactMap(\.self).joined(separator: ", ")
    let text = words.joined(separator: ": ") + (by.isEmpty ? "" : " (\(by))")
    guard let file = ContentPath(Self.name) else { return nil }
    return Statement(
      subject: entry.row.replacing("-", with: " "), row: entry.row, coordinates: places,
      parts: parties.map { Part(party: $0, duty: entry.duty ?? "") },
      notApplicable: parties.isEmpty ? entry.reason ?? "none" : nil,
      modality: isOverride ? .override : .stated,
      precedence: isOverride ? .override : .dataFile,
      provenance: Provenance(
        file: file, note: nil, firstLine: entry.line, lastLine: entry.line, column: entry.column,
        headings: [isOverride ? "overrides" : "claims"], anchor: nil, kind: .entry, text: text),
      rule: isOverride ? "override" : "data-file", source: "\(Self.name):\(entry.line)")
  }

  /// The id of a member, given by id or by name.
  private func memberID(_ axis: Axis.Kind, _ name: String, _ catalog: Catalog) -> String? {
    if axis == .activity { return RowKey.slug(Words(name).folded) }
    if axis == .service, let service = catalog.service(name) { return service.id }
    let words = Words(name).folded
    let found = [catalog.placeNames.whole(words), catalog.wholePlaceNames.whole(words)]
      .compactMap(\.self).first { $0.axis == axis }
    return found?.member
  }

  /// The findings without those that the file is silent about, as long as it is.
  func quieted(_ all: [Finding], rowOf: (Finding) -> String?, today: CalendarDate?) -> [Finding] {
    let active = quiets.filter { quiet in
      guard let expires = quiet.expires, let today else { return true }
      return expires >= today
    }
    return all.filter { finding in
      !active.contains { quiet in
        quiet.rule == finding.rule.id && (quiet.file == nil || quiet.file == finding.place.path)
          && (quiet.row.map { "r-\($0)" == rowOf(finding) } ?? true)
      }
    }
  }
}
