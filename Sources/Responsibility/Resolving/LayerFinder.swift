/// Finds the layers that a duty's words are about.
struct LayerFinder: Sendable {
  let catalog: Catalog

  /// What was found.
  struct Found: Sendable {
    /// The layers that the text touches, in its order.
    var layers: [Int] = []
    /// The layers that the text is about and nothing else: one, or several for a list of them.
    var whole: [Int] = []
  }

  func find(_ text: String) -> Found { find(text, Words(text)) }

  /// The same of a text whose words are known.
  func find(_ text: String, _ words: Words) -> Found {
    if let one = whole(words.folded) { return Found(layers: [one], whole: [one]) }
    let pieces = Self.pieces(text)
    if pieces.count > 1 {
      let each = pieces.compactMap { whole(Words($0).folded) }
      if each.count == pieces.count {
        var unique: [Int] = []
        for layer in each where !unique.contains(layer) { unique.append(layer) }
        return Found(layers: unique, whole: unique)
      }
    }
    if let start = Self.beginning(text, words) {
      let found = find(start)
      if !found.whole.isEmpty { return found }
    }
    var found = Found()
    for match in catalog.layerNames.matches(words.folded) where !found.layers.contains(match.value)
    {
      found.layers.append(match.value)
    }
    return found
  }

  /// The one layer that all words are about.
  private func whole(_ words: [String]) -> Int? {
    guard !words.isEmpty, words.count <= 24 else { return nil }
    if let exact = catalog.wholeLayerNames.whole(words) { return exact }
    var rest: [String] = []
    var layers: Set<Int> = []
    var index = 0
    while index < words.count {
      if let match = catalog.layerNames.match(words, at: index) {
        layers.insert(match.value)
        index = match.words.upperBound
      } else if let match = catalog.placeNames.match(words, at: index) {
        index = match.words.upperBound
      } else {
        if !Catalog.fillers.contains(words[index]) { rest.append(words[index]) }
        index += 1
      }
    }
    if rest.isEmpty, layers.count == 1 { return layers.first }
    guard layers.isEmpty else { return nil }
    // "The software installed on it" is not what "software" alone means.
    guard words.count <= rest.count + 1 else { return nil }
    return catalog.wholeLayerNames.whole(rest)
  }

  /// What stands before a colon, a parenthesis, or a clause that says when: "guest OS, after …".
  private static func beginning(_ text: String, _ words: Words) -> String? {
    let bytes = Array(text.utf8)
    if let end = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") }),
      end > 0
    {
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
    let place = words.folded.indices.dropFirst().first { index in
      if clauses.contains(words.folded[index]) { return true }
      // ", with …", ", which …", ", and what …" go on about the same.
      let gap = bytes[words.ranges[index - 1].upperBound..<words.ranges[index].lowerBound]
      guard gap.contains(UInt8(ascii: ",")) else { return false }
      return relatives.contains(words.folded[index])
        || words.folded[index] == "and" && index + 1 < words.count
          && ["what", "who", "whom", "which", "whose"].contains(words.folded[index + 1])
    }
    guard let place else { return nil }
    return String(decoding: bytes[..<words.ranges[place].lowerBound], as: UTF8.self)
  }

  private static let clauses: Set<String> = [
    "after", "once", "until", "if", "unless", "except", "when", "including", "such", "within",
  ]
  private static let relatives: Set<String> = [
    "with", "which", "where", "from", "while", "whose", "kept", "chosen", "so", "to", "for", "as",
  ]

  /// False where nothing can part a list.
  private static func isList(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var (isList, isJoined) = (false, false)
      for byte in bytes where byte == 0x2C || byte == 0x3B || byte == 0x26 || byte == 0x2F {
        isList = true
      }
      if isList { return true }
      WordNumbers.each(in: bytes) { number, _ in
        isJoined = joins.contains(number)
        return !isJoined
      }
      return isJoined
    }
  }

  private static let joins = NumberSet(["and", "or"])

  /// The parts of a list: between commas, semicolons, "and" and "&".
  private static func pieces(_ text: String) -> [String] {
    guard isList(text) else { return [text] }
    var pieces: [String] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "&" || $0 == "/" }) {
      var words: [Substring] = []
      for word in part.split(separator: " ") {
        if word == "and" || word == "or" {
          if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
          words = []
        } else {
          words.append(word)
        }
      }
      if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
    }
    return pieces
  }
}
