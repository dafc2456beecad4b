internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

extension NoteReader {
  // MARK: - Coordinates

  /// What a text holds for: the services of its headings, else those that it names itself, else the
  /// note's, else everything in general.
  mutating func coordinates(_ words: [String], places own: [Catalog.Place] = []) -> [Coordinates] {
    var places = own
    if places.isEmpty, let scope, !scope.places.isEmpty { places = scope.places }
    if places.isEmpty { places = headingPlaces() }
    if !places.contains(where: { $0.axis == .service }) {
      let named = names.places(in: words).filter { $0.axis == .service || places.isEmpty }
      if !named.isEmpty { places = named }
    }
    if places.isEmpty, words.first == "other" { places = siblingPlaces }
    if places.isEmpty, names.provider == "aws", Self.namesManagedServices(words) {
      places = ["container", "abstracted"].map { .init(axis: .serviceCategory, member: $0) }
    }
    if places.isEmpty { places = settings.places }
    if !places.isEmpty { siblingPlaces = places }
    return coordinates(of: places)
  }

  /// The coordinates of members of axes; the general ones of the note's provider for none.
  ///
  /// `named` is a provider that stands beside them and goes before the note's.
  func coordinates(of places: [Catalog.Place], named: String? = nil) -> [Coordinates] {
    guard !places.isEmpty else { return [Coordinates(general: named ?? provider)] }
    return places.map { Coordinates(provider: named ?? provider(of: $0), $0.axis, $0.member) }
  }

  /// The note's provider where it has a name.
  private var provider: String? {
    names.provider == Party.providerID ? nil : names.provider
  }

  private func provider(of place: Catalog.Place) -> String? {
    switch place.axis {
    case .service: names.catalog.service(place.member)?.provider ?? provider
    case .serviceCategory: "aws"
    case .serviceModel, .activity: provider
    }
  }

  /// The services, categories or models that the nearest heading names; strong labels count.
  private mutating func headingPlaces() -> [Catalog.Place] {
    for index in headings.indices.reversed() {
      let places = headings[index].places ?? places(namedBy: headings[index])
      headings[index].places = places
      if !places.isEmpty { return places }
    }
    let places = titlePlaces ?? names.places(in: Words(note.title).folded)
    titlePlaces = places
    return places
  }

  private func places(namedBy heading: Heading) -> [Catalog.Place] {
    // "SSE-KMS" over a list is no heading about KMS; "KMS: who does what" is.
    if heading.level >= 7, names.place(heading.words, at: 0) == nil,
      PartyHeading(heading.words, names, bareAllowed: true) == nil
    {
      return []
    }
    return names.places(in: heading.words)
  }

  private static func namesManagedServices(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { words[$0] == "managed" && words[$0 + 1] == "service" }
  }

  // MARK: - Statements

  /// Where a text stands.
  func provenance(
    of text: TextBlock, _ kind: Provenance.Kind? = nil, quote: String? = nil
  ) -> Provenance {
    provenance(
      lines: Int(text.block.firstLine)...max(Int(text.block.firstLine), text.lastLine),
      column: Int(text.block.column), kind ?? (text.kind == .item ? .item : .paragraph),
      quote: quote ?? text.text)
  }

  /// Where something stands under the present headings.
  func provenance(
    lines: ClosedRange<Int>, column: Int, _ kind: Provenance.Kind, quote: String
  ) -> Provenance {
    var path = headings.map(\.text)
    if path.first != note.title { path.insert(note.title, at: 0) }
    return Provenance(
      file: note.path, note: index, firstLine: lines.lowerBound, lastLine: lines.upperBound,
      column: column, headings: path,
      anchor: headings.last { !$0.anchor.isEmpty }?.anchor, kind: kind, text: quote)
  }

  /// Adds a statement about a text; pins before the text go before all else.
  mutating func state(
    _ subject: String, by party: String, duty: String, at text: TextBlock, rule: String,
    precedence: Claim.Precedence, coordinates: [Coordinates], condition: String? = nil,
    quote: String? = nil
  ) {
    let pin = pins.pin(of: text.index)
    let parties = pin?.parties(names.catalog) ?? [party]
    let words = Words(duty)
    let found = Conditions.split(duty, words)
    statements.append(
      Statement(
        subject: subject, row: pin?.row, number: pin?.number, coordinates: coordinates,
        parts: parties.map { party in
          Part(
            party: party, involvement: Involvement.of(words, by: party, names), duty: duty,
            dependsOn: Dependence.party(before: party, in: words, names),
            condition: condition ?? found.condition)
        },
        condition: condition ?? found.condition, precedence: precedence,
        provenance: provenance(of: text, quote: quote), rule: rule, source: note.path.string))
  }

  /// Adds a finding at a line of the note.
  mutating func report(_ finding: Finding) {
    findings.append(finding)
  }
}
