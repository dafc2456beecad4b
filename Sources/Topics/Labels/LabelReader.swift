internal import Notes

/// Reads labels and headings as names of topics.
struct LabelReader: Sendable {
  private let services = AliasTable.builtIn
  /// Aliases of the configuration, by the folded label.
  private var configured: [String: TopicName] = [:]
  /// What the names of services and the configuration's aliases begin with.
  private(set) var aliasWords = AliasTable.builtIn.words
  /// What single words say that do not stand for themselves: nothing, or what they are short for.
  private let meanings = LabelReader.meanings(AliasTable.builtIn)

  /// Takes the configuration's aliases, which go before those that are built in.
  init(_ aliases: [Configuration.TopicAlias] = []) {
    let plainReader = self
    for alias in aliases {
      let label = WordScanner.words(of: alias.label).map(\.text)
      let words = WordScanner.words(of: alias.topic).map(\.text)
      guard !label.isEmpty, !words.isEmpty else { continue }
      var name = plainReader.name(alias.topic)
      if label == words {
        // An alias for itself keeps a label apart from all others.
        name.key = words
        name.vendor = nil
      }
      name.isKnown = true
      aliasWords.insert(label)
      configured[label.joined(separator: " ")] = name
    }
  }

  /// What a label names.
  func name(_ label: String) -> TopicName {
    let words = WordScanner.words(of: label)
    var folded = words.map(\.text)
    if folded.isEmpty, !label.isEmpty { folded = [label] }
    var name = TopicName(folded: folded, plain: folded, bare: folded, key: folded)
    resolve(&name, words)
    name.content = content(of: name.isKnown ? name.key : name.plain)
    for word in folded {
      if let vendor = Vendor.named(word) { name.vendors.insert(vendor) }
    }
    if let vendor = name.vendor { name.vendors.insert(vendor) }
    return name
  }

  private func resolve(_ name: inout TopicName, _ words: [LabelWord]) {
    if takeConfigured(name.folded, &name) { return }
    name.plain = withoutAcronym(words) ?? name.folded
    name.bare = name.plain
    name.key = name.plain
    if takeConfigured(name.plain, &name) { return }
    let whole = services.service(name.plain)
    if let (vendor, rest) = Vendor.leading(name.plain) {
      name.vendor = vendor
      name.bare = rest
      name.key = rest
      if let further = Vendor.leading(rest), further.vendor == vendor, whole == nil {
        name.bare = further.rest
        name.key = further.rest
      }
      if takeConfigured(name.bare, &name) { return }
    }
    guard let service = whole ?? services.service(name.bare) else { return }
    guard service.vendor == nil || name.vendor == nil || service.vendor == name.vendor else {
      return
    }
    name.key = service.key
    name.vendor = name.vendor ?? service.vendor
    name.isKnown = true
  }

  private func takeConfigured(_ words: [String], _ name: inout TopicName) -> Bool {
    guard !configured.isEmpty, let other = configured[words.joined(separator: " ")] else {
      return false
    }
    name.key = other.key
    name.vendor = other.vendor
    name.isKnown = true
    return true
  }

  /// The words without a short form at either end that the others spell out: "Systems Manager (SSM)",
  /// "SSM (Systems Manager)".
  private func withoutAcronym(_ words: [LabelWord]) -> [String]? {
    guard words.count > 2, let first = words.first, let last = words.last else { return nil }
    let texts = words.map(\.text)
    if last.isSetOff, last.isCapitals {
      let rest = Array(texts.dropLast())
      if stands(last.text, for: rest) { return rest }
    }
    if words[1].isSetOff, first.isCapitals {
      let rest = Array(texts.dropFirst())
      if stands(first.text, for: rest) { return rest }
    }
    return nil
  }

  private func stands(_ short: String, for long: [String]) -> Bool {
    if Acronym.matches(short, long) { return true }
    guard let meant = services.service([short]) else { return false }
    return services.service(long) == meant
      || Vendor.leading(long).map { services.service($0.rest) == meant } ?? false
  }

  private func content(of words: [String]) -> [String] {
    var result: [String] = []
    result.reserveCapacity(words.count)
    for word in words {
      if let parts = meanings[word] {
        result += parts
      } else {
        let singular = Singular.of(word)
        // "NACLs" is as much a short form as "NACL".
        if singular.utf8.count < word.utf8.count, let parts = meanings[singular] {
          result += parts
        } else {
          result.append(singular)
        }
      }
    }
    return result
  }

  private static func meanings(_ table: AliasTable) -> [String: [String]] {
    var meanings: [String: [String]] = [:]
    for (word, service) in table.singleWords {
      let parts = service.key.filter { !TopicName.connectives.contains($0) }
      meanings[word] = parts.map { Singular.of($0) }
    }
    for word in TopicName.connectives { meanings[word] = [] }
    for word in Vendor.words { meanings[word] = [] }
    return meanings
  }
}
