internal import Diagnostics
internal import Files
internal import Notes

/// Reads the parts of `responsibilities.yml`, and says what is wrong with them.
struct EntryReader {
  private(set) var findings: [Finding] = []

  // MARK: - Complaints

  mutating func complain(_ message: String, _ value: YAMLValue, help: String? = nil) {
    complain(message, line: value.line, column: value.column, help: help)
  }

  mutating func complain(_ message: String, line: Int, column: Int, help: String? = nil) {
    findings.append(
      Finding(
        .matrixFileInvalid, at: Place(ResponsibilityFile.name, line: line, column: column), message,
        help: help))
  }

  mutating func unknown(_ pair: YAMLValue.Pair, _ keys: [String]) {
    let near = EditDistance.nearest(to: pair.key, in: keys)
    complain(
      "unknown key '\(pair.key)'", line: pair.line, column: pair.column,
      help: near.map { "did you mean '\($0)'?" } ?? "the keys are \(keys.joined(separator: ", "))")
  }

  // MARK: - Values

  mutating func mapping(_ pair: YAMLValue.Pair) -> [YAMLValue.Pair] {
    if pair.value.isNull { return [] }
    guard let pairs = pair.value.pairs else {
      complain("'\(pair.key)' takes indented 'id:' lines", pair.value)
      return []
    }
    return pairs
  }

  mutating func list(_ pair: YAMLValue.Pair) -> [YAMLValue] {
    if pair.value.isNull { return [] }
    guard let items = pair.value.items else {
      complain("'\(pair.key)' takes a list", pair.value, help: "begin each entry with '- '")
      return []
    }
    return items
  }

  /// The values of known keys; others are complained about.
  mutating func fields(_ value: YAMLValue, _ keys: [String]) -> [String: YAMLValue] {
    if value.isNull { return [:] }
    guard let pairs = value.pairs else {
      complain(
        "this must be a mapping", value, help: "the keys are \(keys.joined(separator: ", "))")
      return [:]
    }
    var fields: [String: YAMLValue] = [:]
    for pair in pairs {
      if keys.contains(pair.key) {
        if !pair.value.isNull { fields[pair.key] = pair.value }
      } else {
        unknown(pair, keys)
      }
    }
    return fields
  }

  /// The texts of a list, or the one text.
  func texts(_ value: YAMLValue?) -> [String] {
    guard let value else { return [] }
    if let text = value.text { return text.isEmpty ? [] : [text] }
    return value.items?.compactMap(\.text) ?? []
  }

  mutating func date(_ value: YAMLValue?) -> CalendarDate? {
    guard let value else { return nil }
    guard let date = value.text.flatMap({ CalendarDate($0) }) else {
      complain("a day is written as 2026-01-31", value)
      return nil
    }
    return date
  }

  static func rowID(_ text: String) -> String {
    text.hasPrefix("r-") ? String(text.dropFirst(2)) : text
  }

  // MARK: - Entries

  private static let keys = [
    "row", "service", "category", "model", "activity", "provider", "party", "duty", "reason", "by",
    "date", "expires",
  ]

  mutating func entry(_ item: YAMLValue, needsReason: Bool) -> ResponsibilityFile.Entry? {
    let fields = fields(item, Self.keys)
    guard let row = fields["row"]?.text else {
      complain("an entry needs a row", item, help: "write 'row: guest-os'")
      return nil
    }
    guard fields["party"] != nil else {
      complain("an entry needs a party", item, help: "write 'party: customer', or 'party: none'")
      return nil
    }
    if needsReason, fields["reason"]?.text?.isEmpty ?? true {
      complain("an override needs a reason", item, help: "write 'reason: …'")
      return nil
    }
    var entry = ResponsibilityFile.Entry(
      row: Self.rowID(row), provider: fields["provider"]?.text, parties: texts(fields["party"]),
      duty: fields["duty"]?.text, reason: fields["reason"]?.text, by: fields["by"]?.text,
      date: date(fields["date"]), expires: date(fields["expires"]), line: item.line,
      column: item.column)
    let axes: [(String, Axis.Kind)] = [
      ("service", .service), ("category", .serviceCategory), ("model", .serviceModel),
      ("activity", .activity),
    ]
    for (key, axis) in axes {
      for member in texts(fields[key]) { entry.places.append((axis, member)) }
    }
    return entry
  }
}
