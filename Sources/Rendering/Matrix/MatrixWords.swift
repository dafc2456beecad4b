internal import Responsibility

extension Cell.Status {
  /// What it means, in a sentence without a full stop.
  var sentence: String {
    switch self {
    case .single: "one statement says so"
    case .agreed: "several statements say the same"
    case .refined: "a nearer statement goes before one from farther away"
    case .conflict: "statements that weigh the same contradict each other"
    case .undetermined: "no statement says who does it"
    case .notApplicable(let reason): "nobody has to do it: \(reason)"
    }
  }
}

extension Claim.Modality {
  /// How a cell came by its claim, in a few words; nil where a note says it outright.
  var words: String? {
    switch self {
    case .stated: nil
    case .derived: "follows from the category or model"
    case .inferred: "inferred from the services of the category"
    case .reference: "from a reference template"
    case .override: "settled by an override"
    }
  }

  /// The same in one word, for the cells of a table.
  var word: String? {
    switch self {
    case .stated: nil
    case .derived: "derived"
    case .inferred: "inferred"
    case .reference: "reference"
    case .override: "override"
    }
  }
}

extension Claim.Precedence {
  /// What kind of text it is, as what decides between two.
  var words: String {
    switch self {
    case .sentence: "a sentence"
    case .bullet: "an item below a party's heading"
    case .table: "a cell of a table"
    case .dataFile: "the data file"
    case .override: "an override"
    }
  }
}

extension Part.Involvement {
  /// What a party has to do with a duty, as a verb.
  var words: String {
    switch self {
    case .responsible: "does it"
    case .accountable: "answers for it"
    case .consulted: "is asked"
    case .informed: "is told"
    case .assists: "helps"
    }
  }
}

extension Axis.Kind {
  /// One of its members, in words.
  var singular: String {
    switch self {
    case .serviceModel: "Service model"
    case .serviceCategory: "Service category"
    case .service: "Service"
    case .activity: "Activity"
    }
  }
}

extension ResponsibilityMatrix {
  /// The name of an axis, or of what is said in general.
  func name(of axis: Axis.Kind?) -> String { axis?.name ?? "In general" }

  /// The group of layers that a row stands in.
  func group(ofRow row: Int) -> String {
    switch rows[row].layer.flatMap({ layer($0) })?.group {
    case "data": "Data"
    case "identity": "Identities"
    case "devices": "Devices"
    case "workload": "Workload"
    case "network": "Network"
    case "operations": "Operations"
    case "provider": "Foundation"
    case let other?: other
    case nil: "Other duties"
    }
  }

  /// Rows with those of one group together, the groups in the order in which they come first.
  func grouped(_ rows: [Int]) -> [Int] {
    var ranks: [String: Int] = [:]
    let groups = rows.map { row in
      let name = group(ofRow: row)
      let rank = ranks[name] ?? ranks.count
      ranks[name] = rank
      return (rank, row)
    }
    return groups.sorted { $0 < $1 }.map(\.1)
  }

  /// Columns as a list of names, no more than a few.
  func names(of columns: [Coordinates], limit: Int = 6) -> String {
    let names = columns.prefix(limit).map { name(of: $0) }
    let rest = columns.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension String {
  /// With a capital at its beginning and a full stop at its end.
  var asSentence: String {
    let text = prefix(1).uppercased() + dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : "\(text)."
  }

  /// The text, or as much of it as a list has room for.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    var cut = prefix(limit)
    if let space = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: space) > limit / 2
    {
      cut = cut[..<space]
    }
    return "\(cut)\u{2026}"
  }
}
