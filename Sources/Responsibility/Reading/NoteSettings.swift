internal import Diagnostics
internal import Files
internal import Notes

/// What a note's front matter says under `responsibility`.
struct NoteSettings {
  /// True for `responsibility: false`: the note is left alone.
  private(set) var isOff = false
  /// True where the front matter speaks of responsibility at all.
  private(set) var isDeclared = false
  private(set) var provider: String?
  /// Who "we" is.
  private(set) var speaker: String?
  /// What everything in the note holds for, unless it says otherwise.
  private(set) var places: [Catalog.Place] = []
  private(set) var reviewed: (date: CalendarDate, line: Int)?
  private(set) var findings: [Finding] = []

  init(_ note: Note, _ catalog: Catalog) {
    guard let value = note.frontMatter.responsibility else { return }
    if value.text == "false" {
      isOff = true
      return
    }
    guard let pairs = value.pairs else {
      complain("'responsibility' takes false, or keys such as provider and services", value, note)
      return
    }
    isDeclared = true
    for pair in pairs {
      switch pair.key {
      case "provider": read(provider: pair, note, catalog)
      case "customer": if Self.isSpeaker(pair.value.text) { speaker = Party.customerID }
      case "category": read(place: pair, .serviceCategory, note, catalog)
      case "model": read(place: pair, .serviceModel, note, catalog)
      case "services":
        for item in pair.value.items ?? [pair.value] { read(service: item, note, catalog) }
      case "reviewed":
        if let date = pair.value.text.flatMap({ CalendarDate($0) }) {
          reviewed = (date, pair.line)
        } else {
          complain("'reviewed' takes a day such as 2026-01-31", pair.value, note)
        }
      default:
        let near = EditDistance.nearest(to: pair.key, in: Self.keys)
        complain(
          "'responsibility' has no key '\(pair.key)'", pair.value, note,
          help: near.map { "did you mean '\($0)'?" }
            ?? "the keys are \(Self.keys.joined(separator: ", "))")
      }
    }
    // A service says more than its category.
    if places.contains(where: { $0.axis == .service }) { places.removeAll { $0.axis != .service } }
  }

  private static let keys = ["provider", "customer", "category", "model", "services", "reviewed"]

  private static func isSpeaker(_ text: String?) -> Bool {
    text.map { Names.speakers.contains($0.lowercased()) } ?? false
  }

  private mutating func read(provider pair: YAMLValue.Pair, _ note: Note, _ catalog: Catalog) {
    guard let text = pair.value.text else { return }
    if text == "none" {
      provider = Party.providerID
    } else if Self.isSpeaker(text) {
      speaker = Party.providerID
    } else if let party = catalog.partyNames.whole(Words(text).folded) {
      provider = party
    } else {
      findings.append(
        Finding(
          .matrixUnknownParty,
          at: Place(note.path.string, line: pair.value.line, column: pair.value.column),
          "no party is called '\(text)'", help: "name it under 'parties' in responsibilities.yml"))
    }
  }

  private mutating func read(
    place pair: YAMLValue.Pair, _ axis: Axis.Kind, _ note: Note, _ catalog: Catalog
  ) {
    let text = pair.value.text ?? ""
    let words = Words(text).folded
    let found = [catalog.placeNames.whole(words), catalog.wholePlaceNames.whole(words)]
      .compactMap { $0 }.first { $0.axis == axis }
    if let found {
      places.append(found)
    } else {
      complain("'\(text)' is none of the known values of '\(pair.key)'", pair.value, note)
    }
  }

  private mutating func read(service item: YAMLValue, _ note: Note, _ catalog: Catalog) {
    let text = item.text ?? ""
    if let found = catalog.placeNames.whole(Words(text).folded), found.axis == .service {
      places.append(found)
    } else if catalog.service(text) != nil {
      places.append(Catalog.Place(axis: .service, member: text))
    } else {
      complain(
        "no service is called '\(text)'", item, note,
        help: "name it under 'services' in responsibilities.yml")
    }
  }

  private mutating func complain(
    _ message: String, _ value: YAMLValue, _ note: Note, help: String? = nil
  ) {
    findings.append(
      Finding(
        .frontMatterInvalid, at: Place(note.path.string, line: value.line, column: value.column),
        message, help: help))
  }
}
