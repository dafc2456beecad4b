/// What is known before any note is read: parties, layers, services, models and categories, with all
/// their names; extended by the data file.
struct Catalog: Sendable {
  private(set) var parties: [Party] = []
  private(set) var layers: [Layer] = []
  private(set) var services: [Service] = []
  private(set) var models: [(id: String, name: String)] = []
  private(set) var categories: [(id: String, name: String)] = []

  /// Phrases that name a party, by its id.
  private(set) var partyNames = PhraseTable<String>()
  /// Phrases that name a layer wherever they stand, by its index.
  private(set) var layerNames = PhraseTable<Int>()
  /// Phrases that name a layer where they say all there is.
  private(set) var wholeLayerNames = PhraseTable<Int>()
  /// Phrases that name a service, a model or a category.
  private(set) var placeNames = PhraseTable<Place>()
  /// The same for phrases that count only where they say all there is.
  private(set) var wholePlaceNames = PhraseTable<Place>()

  private var layerIndices: [String: Int] = [:]
  private var serviceIndices: [String: Int] = [:]
  private var partyIndices: [String: Int] = [:]

  /// What providers' and services' names begin with; see ``makeProviderSigns()``.
  var providerSigns = NameSigns([])

  /// A member of an axis.
  struct Place: Sendable, Hashable {
    let axis: Axis.Kind
    let member: String
  }

  /// What the program brings along.
  static let builtIn = Catalog()

  private init() {
    for fields in Self.fields(Self.partyLines) {
      add(
        Party(
          id: fields[1], name: fields[2], kind: Party.Kind(rawValue: fields[0]) ?? .thirdParty,
          aliases: Self.list(fields[3])))
    }
    for fields in Self.fields(Self.layerLines) {
      add(
        Layer(
          id: fields[2], name: fields[4], group: fields[0], row: fields[3],
          number: Int(fields[1]), invariant: Layer.Invariant(rawValue: fields[5]),
          aliases: Self.list(fields[6]), topics: Self.list(fields[7])))
    }
    for fields in Self.fields(Self.serviceLines) {
      add(
        Service(
          id: fields[1], name: fields[2], provider: fields[0], aliases: Self.list(fields[5]),
          categories: fields[3].isEmpty ? [] : [fields[3]],
          model: fields[4].isEmpty ? nil : fields[4]))
    }
    for fields in Self.fields(Self.modelLines) {
      models.append((fields[0], fields[1]))
      addPlace(Place(axis: .serviceModel, member: fields[0]), Self.list(fields[2]))
    }
    for fields in Self.fields(Self.categoryLines) {
      categories.append((fields[0], fields[1]))
      addPlace(Place(axis: .serviceCategory, member: fields[0]), Self.list(fields[2]))
    }
  }

  // MARK: - Adding

  /// Adds a party, or further names to one that is known.
  mutating func add(_ party: Party) {
    if let index = partyIndices[party.id] {
      let known = parties[index]
      parties[index] = Party(
        id: known.id, name: party.name.isEmpty ? known.name : party.name, kind: party.kind,
        aliases: known.aliases + party.aliases)
    } else {
      partyIndices[party.id] = parties.count
      parties.append(party)
    }
    for name in party.aliases + [party.name, party.id] { partyNames.add(name, party.id) }
  }

  /// Adds a layer, or further names and topics to one that is known.
  mutating func add(_ layer: Layer) {
    var index = layers.count
    if let known = layerIndices[layer.id] {
      index = known
      let old = layers[known]
      layers[known] = Layer(
        id: old.id, name: layer.name.isEmpty ? old.name : layer.name, group: old.group,
        row: old.row, number: old.number, invariant: layer.invariant ?? old.invariant,
        aliases: old.aliases + layer.aliases, topics: old.topics + layer.topics)
    } else {
      layerIndices[layer.id] = index
      layers.append(layer)
    }
    for alias in layer.aliases {
      if alias.hasPrefix("=") {
        wholeLayerNames.add(String(alias.dropFirst()), index)
      } else {
        layerNames.add(alias, index)
      }
    }
    for name in [layer.name, layer.id] where !name.isEmpty {
      if Words(name).count > 1 { layerNames.add(name, index) }
      wholeLayerNames.add(name, index)
    }
  }

  /// Adds a service, or further names and categories to one that is known.
  mutating func add(_ service: Service) {
    if let index = serviceIndices[service.id] {
      let old = services[index]
      services[index] = Service(
        id: old.id, name: service.name.isEmpty ? old.name : service.name, provider: old.provider,
        aliases: old.aliases + service.aliases,
        categories: service.categories.isEmpty ? old.categories : service.categories,
        model: service.model ?? old.model)
    } else {
      serviceIndices[service.id] = services.count
      services.append(service)
    }
    let place = Place(axis: .service, member: service.id)
    addPlace(place, service.aliases + [service.name])
    for vendor in ["AWS", "Amazon"] where service.provider == "aws" {
      for alias in service.aliases {
        placeNames.add(
          "\(vendor) \(alias.hasPrefix("=") ? String(alias.dropFirst()) : alias)", place)
      }
    }
  }

  private mutating func addPlace(_ place: Place, _ names: [String]) {
    for name in names {
      if name.hasPrefix("=") {
        wholePlaceNames.add(String(name.dropFirst()), place)
      } else {
        placeNames.add(name, place)
      }
    }
  }

  // MARK: - Asking

  /// What providers' and services' names begin with.
  func makeProviderSigns() -> NameSigns {
    let parties = partyNames.phrases { $0 != Party.providerID && party($0)?.kind == .provider }
    let services = placeNames.phrases { $0.axis == .service }
    return NameSigns(parties + services)
  }

  /// What categories are called, in words.
  var categoryNames: [[String]] {
    Self.fields(Self.categoryLines).flatMap { fields in
      Self.list(fields[2]).map { Words($0.hasPrefix("=") ? String($0.dropFirst()) : $0).folded }
    }
  }

  func party(_ id: String) -> Party? { partyIndices[id].map { parties[$0] } }

  func layer(_ id: String) -> Layer? { layerIndices[id].map { layers[$0] } }

  func layerIndex(_ id: String) -> Int? { layerIndices[id] }

  func service(_ id: String) -> Service? { serviceIndices[id].map { services[$0] } }

  /// How a member of an axis is written.
  func name(of place: Place) -> String {
    switch place.axis {
    case .service: service(place.member)?.name ?? place.member
    case .serviceModel: models.first { $0.id == place.member }?.name ?? place.member
    case .serviceCategory: categories.first { $0.id == place.member }?.name ?? place.member
    case .activity: place.member
    }
  }

  // MARK: - Lines

  // The marks are ASCII, and bytes are split far more quickly than characters.

  /// The fields of each line, trimmed.
  static func fields(_ lines: String) -> [[String]] {
    lines.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map { trimmed(Substring($0)) }
    }
  }

  static func list(_ field: String) -> [String] {
    field.utf8.split(separator: UInt8(ascii: ";")).map { trimmed(Substring($0)) }
      .filter { !$0.isEmpty }
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text.utf8
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    return String(Substring(text))
  }
}
