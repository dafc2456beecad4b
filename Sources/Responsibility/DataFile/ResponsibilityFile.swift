public import Diagnostics
internal import Files
internal import Notes

/// What `responsibilities.yml` says: names, overrides, claims, and findings to be silent about.
///
/// All of it is optional.
public struct ResponsibilityFile: Sendable {
  /// The file's name, in the folder of notes.
  public static let name = "responsibilities.yml"

  /// An override or a claim.
  struct Entry: Sendable {
    var row: String
    var places: [(axis: Axis.Kind, member: String)] = []
    var provider: String?
    var parties: [String] = []
    var duty: String?
    var reason: String?
    var by: String?
    var date: CalendarDate?
    var expires: CalendarDate?
    var line: Int
    var column: Int
  }

  /// A finding to be silent about.
  struct Quiet: Sendable {
    var rule: String
    var row: String?
    var file: String?
    var expires: CalendarDate?
    var line: Int
  }

  var parties: [Party] = []
  var layers: [Layer] = []
  var services: [Service] = []
  var rows: [(id: String, number: Int?, line: Int)] = []
  var overrides: [Entry] = []
  var claims: [Entry] = []
  var quiets: [Quiet] = []
  /// What is wrong with the file.
  public internal(set) var findings: [Finding] = []

  /// A file that says nothing.
  public init() {}

  /// Reads the file; what is wrong becomes findings, and the rest counts.
  public init(_ bytes: [UInt8]) {
    var reader = EntryReader()
    do throws(YAMLProblem) {
      if let value = try SafeYAML.read(bytes) { read(value, &reader) }
    } catch {
      reader.complain(error.message, line: error.line, column: error.column, help: error.help)
    }
    findings = reader.findings
  }

  private mutating func read(_ value: YAMLValue, _ reader: inout EntryReader) {
    guard let pairs = value.pairs else {
      if !value.isNull { reader.complain("the file must be a mapping", value) }
      return
    }
    for pair in pairs {
      switch pair.key {
      case "parties": for each in reader.mapping(pair) { party(each, &reader) }
      case "layers": for each in reader.mapping(pair) { layer(each, &reader) }
      case "services": for each in reader.mapping(pair) { service(each, &reader) }
      case "rows": for each in reader.mapping(pair) { row(each, &reader) }
      case "overrides":
        for item in reader.list(pair) {
          if let entry = reader.entry(item, needsReason: true) { overrides.append(entry) }
        }
      case "claims":
        for item in reader.list(pair) {
          if let entry = reader.entry(item, needsReason: false) { claims.append(entry) }
        }
      case "suppressions": for item in reader.list(pair) { quiet(item, &reader) }
      default:
        reader.unknown(
          pair, ["parties", "layers", "services", "rows", "overrides", "claims", "suppressions"])
      }
    }
  }

  private mutating func party(_ pair: YAMLValue.Pair, _ reader: inout EntryReader) {
    let fields = reader.fields(pair.value, ["name", "kind", "aliases"])
    var kind = Party.Kind.thirdParty
    if let field = fields["kind"] {
      let kinds = [
        "provider": Party.Kind.provider, "customer": .customer, "third-party": .thirdParty,
      ]
      if let found = field.text.flatMap({ kinds[$0] }) {
        kind = found
      } else {
        reader.complain("'kind' takes provider, customer or third-party", field)
      }
    } else if let known = Catalog.builtIn.party(pair.key) {
      kind = known.kind
    }
    parties.append(
      Party(
        id: pair.key,
        name: fields["name"]?.text ?? Catalog.builtIn.party(pair.key)?.name ?? pair.key,
        kind: kind, aliases: reader.texts(fields["aliases"])))
  }

  private mutating func layer(_ pair: YAMLValue.Pair, _ reader: inout EntryReader) {
    let fields = reader.fields(pair.value, ["name", "group", "aliases", "invariant", "topics"])
    var invariant: Layer.Invariant?
    if let field = fields["invariant"] {
      switch field.text {
      case "customer": invariant = .alwaysCustomer
      case "provider": invariant = .alwaysProvider
      default: reader.complain("'invariant' takes customer or provider", field)
      }
    }
    layers.append(
      Layer(
        id: pair.key,
        name: fields["name"]?.text ?? Catalog.builtIn.layer(pair.key)?.name ?? pair.key,
        group: fields["group"]?.text ?? "other", row: pair.key, number: nil, invariant: invariant,
        aliases: reader.texts(fields["aliases"]), topics: reader.texts(fields["topics"])))
  }

  private mutating func service(_ pair: YAMLValue.Pair, _ reader: inout EntryReader) {
    let fields = reader.fields(pair.value, ["name", "provider", "category", "model", "aliases"])
    let known = Catalog.builtIn.service(pair.key)
    services.append(
      Service(
        id: pair.key, name: fields["name"]?.text ?? known?.name ?? pair.key,
        provider: fields["provider"]?.text ?? known?.provider ?? Party.providerID,
        aliases: reader.texts(fields["aliases"]), categories: reader.texts(fields["category"]),
        model: fields["model"]?.text))
  }

  private mutating func row(_ pair: YAMLValue.Pair, _ reader: inout EntryReader) {
    let fields = reader.fields(pair.value, ["number"])
    var number: Int?
    if let field = fields["number"] {
      number = field.text.flatMap { Int($0) }
      if number.map({ $0 < 1 }) ?? true { reader.complain("'number' takes a number from 1", field) }
    }
    rows.append((EntryReader.rowID(pair.key), number, pair.line))
  }

  private mutating func quiet(_ item: YAMLValue, _ reader: inout EntryReader) {
    let fields = reader.fields(item, ["rule", "row", "file", "reason", "by", "date", "expires"])
    guard let rule = fields["rule"]?.text, Rule.named(rule) != nil else {
      let near = EditDistance.nearest(to: fields["rule"]?.text ?? "", in: Rule.all.map(\.id))
      reader.complain(
        "a suppression needs the id of a rule", fields["rule"] ?? item,
        help: near.map { "did you mean '\($0)'?" })
      return
    }
    guard fields["reason"]?.text?.isEmpty == false else {
      reader.complain("a suppression needs a reason", item, help: "write 'reason: …'")
      return
    }
    quiets.append(
      Quiet(
        rule: rule, row: fields["row"]?.text.map(EntryReader.rowID), file: fields["file"]?.text,
        expires: reader.date(fields["expires"]), line: item.line))
  }
}
