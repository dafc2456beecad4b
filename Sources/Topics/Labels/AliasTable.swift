/// Services that go by several names.
struct AliasTable: Sendable {
  /// A service.
  struct Service: Sendable, Equatable {
    /// Its first name, in words.
    let key: [String]
    /// Who makes it; nil where several vendors use the name.
    let vendor: Vendor?
  }

  private var services: [String: Service] = [:]
  /// The first words of all names, for a quick no.
  private var firstWords: Set<String> = []
  /// The most words that a name has.
  private var longest = 0

  /// The table of `AliasTable+Data.swift`.
  static let builtIn = AliasTable(data)

  /// Reads lines of the form `vendor | Name | other name | …`.
  init(_ lines: String) {
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: "|").map { field in
        WordScanner.words(of: String(field)).map(\.text)
      }
      guard fields.count > 1, let key = fields.dropFirst().first else { continue }
      let vendor = fields[0].first.flatMap { Vendor(rawValue: $0) }
      for name in fields.dropFirst() {
        add(name, Service(key: key, vendor: vendor))
        if vendor == .google, name.first == "cloud" {
          add(["google"] + name, Service(key: key, vendor: vendor))
        }
      }
    }
  }

  private mutating func add(_ name: [String], _ service: Service) {
    services[name.joined(separator: " ")] = service
    firstWords.insert(name[0])
    words.insert(name)
    longest = max(longest, name.count)
  }

  /// What all names begin with.
  private(set) var words = AliasWords()

  /// The services of one word.
  var singleWords: [String: Service] { services.filter { !$0.key.utf8.contains(0x20) } }

  /// The service of a name, also where its last word is in the plural.
  func service(_ name: [String]) -> Service? {
    guard let first = name.first, name.count <= longest,
      name.count == 1 || firstWords.contains(first)
    else { return nil }
    if let service = services[name.joined(separator: " ")] { return service }
    guard name.last?.utf8.last == UInt8(ascii: "s") else { return nil }
    return services[Singular.of(name).joined(separator: " ")]
  }
}
