/// Words without which no party is named, to be looked for before a text is read at all.
///
/// That somebody manages something says nothing unless somebody is named.
struct PartySigns: Sendable {
  private let words: Set<UInt64>
  /// True for the letters and digits that one of the words begins with.
  private let isFirst: [Bool]
  /// True where a name is written with letters beyond ASCII: then every text may name somebody.
  private let isOpen: Bool

  init(_ catalog: Catalog) {
    let names = Self.words(of: catalog.partyNames.all) + Names.speakers + Self.categories
    var words: Set<UInt64> = []
    var isFirst = [Bool](repeating: false, count: 256)
    for name in names {
      guard let first = name.utf8.first else { continue }
      var hash = Self.basis
      for byte in name.utf8 { Self.add(byte, to: &hash) }
      words.insert(hash)
      isFirst[Int(first)] = true
    }
    self.words = words
    self.isFirst = isFirst
    isOpen = names.contains { !$0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// A word of each name: the name itself, else the last word, unless a shorter name is in it.
  ///
  /// "The cloud" is left out: it is a sign of the matter itself.
  private static func words(of names: [[String]]) -> [String] {
    let single = Set(names.filter { $0.count == 1 }.joined())
    return single
      + names.compactMap { name in
        name == ["the", "cloud"] || name.contains(where: single.contains) ? nil : name.last
      }
  }

  /// Words that put services into categories; these matter where nobody is named.
  private static let categories = ["abstracted", "iaas", "paas", "saas", "faas"]

  /// True where one of the words occurs, be it in the plural.
  func areIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isOpen { return true }
    var index = 0
    while index < text.count {
      let start = index
      var hash = Self.basis
      var before = hash
      while index < text.count, Self.isWordByte(text[index]) {
        let upper = text[index] >= 0x41 && text[index] <= 0x5A
        before = hash
        Self.add(upper ? text[index] | 0x20 : text[index], to: &hash)
        index += 1
      }
      if index > start, isFirst[Int(text[start] | 0x20)] || isFirst[Int(text[start])],
        words.contains(hash) || words.contains(before)
      {
        return true
      }
      index += 1
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  // FNV-1a, 64 bits (Fowler, Noll, Vo 1991).
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
