/// A query as docs/search-format.md (3.1) reads it.
struct SearchQuery {
  /// Words that stand together.
  struct Stretch {
    var tokens: [Token]
    /// True for a quoted text: its words must stand together in a page.
    var isPhrase: Bool
  }

  /// A facet that results must have, or must not have.
  struct Filter {
    var kind: SearchDocument.Facet.Kind
    var value: String
    var isExcluded: Bool
  }

  private(set) var stretches: [Stretch] = []
  private(set) var excluded: [[Token]] = []
  private(set) var filters: [Filter] = []
  /// The word that may still be unfinished: the last of the last stretch.
  private(set) var lastWord: Token?
  /// The query's text as far as it was read.
  let text: String

  /// How many characters of a query count.
  static let lengthCap = 256

  private var rest: ArraySlice<Unicode.Scalar>
  private var open: [String] = []

  init(_ query: String) {
    rest = Array(query.unicodeScalars.prefix(Self.lengthCap))[...]
    text = String(String.UnicodeScalarView(rest))
    var endsWithText = false
    while true {
      let spaces = rest.prefix(while: Self.isSpace)
      rest = rest.dropFirst(spaces.count)
      guard let first = rest.first else {
        if !spaces.isEmpty { endsWithText = false }
        break
      }
      let second = rest.dropFirst().first
      let isExclusion = first == "-" && second.map { !Self.isSpace($0) && $0 != "-" } ?? false
      if isExclusion { rest = rest.dropFirst() }
      endsWithText = readItem(isExcluded: isExclusion)
    }
    closeStretch()
    if endsWithText, let last = stretches.last, !last.isPhrase, let token = last.tokens.last,
      token.range.upperBound == lastTextLength, token.isSimple || Self.isLone(token, in: last)
    {
      lastWord = token
    }
  }

  private var lastTextLength = 0

  /// True for a lone character of a script without spaces.
  private static func isLone(_ token: Token, in stretch: Stretch) -> Bool {
    token.isPair && String(decoding: token.surface, as: UTF8.self).unicodeScalars.count == 1
  }

  /// Reads an item; true for a text that is not excluded.
  private mutating func readItem(isExcluded: Bool) -> Bool {
    if let quoted = readQuoted() {
      closeStretch()
      let tokens = Analysis.tokens(of: quoted)
      if isExcluded {
        if !tokens.isEmpty { excluded.append(tokens) }
      } else if !tokens.isEmpty {
        stretches.append(Stretch(tokens: tokens, isPhrase: true))
      }
      return false
    }
    if let filter = readFilter(isExcluded: isExcluded) {
      closeStretch()
      filters.append(filter)
      return false
    }
    let text = readText()
    guard isExcluded else {
      open.append(text)
      return true
    }
    closeStretch()
    let tokens = Analysis.tokens(of: text)
    if !tokens.isEmpty { excluded.append(tokens) }
    return false
  }

  private mutating func closeStretch() {
    guard !open.isEmpty else { return }
    let text = open.joined(separator: " ")
    open = []
    lastTextLength = text.utf8.count
    stretches.append(Stretch(tokens: Analysis.tokens(of: text), isPhrase: false))
  }

  private mutating func readQuoted() -> String? {
    guard let first = rest.first, Self.opens(first) else { return nil }
    let inner = rest.dropFirst().prefix { !Self.closes($0) }
    rest = rest.dropFirst(inner.count + 2)
    return String(String.UnicodeScalarView(inner))
  }

  private mutating func readFilter(isExcluded: Bool) -> Filter? {
    for kind in SearchDocument.Facet.Kind.allCases {
      let name = Array(kind.rawValue.unicodeScalars)
      guard rest.count > name.count + 1, rest[rest.startIndex + name.count] == ":" else { continue }
      let written = rest.prefix(name.count).map { scalar in
        scalar.isASCII ? scalar.properties.lowercaseMapping : "?"
      }.joined()
      guard written == kind.rawValue, !Self.isSpace(rest[rest.startIndex + name.count + 1]) else {
        continue
      }
      rest = rest.dropFirst(name.count + 1)
      if let quoted = readQuoted() {
        return Filter(kind: kind, value: quoted, isExcluded: isExcluded)
      }
      let value = rest.prefix { !Self.isSpace($0) }
      rest = rest.dropFirst(value.count)
      return Filter(
        kind: kind, value: String(String.UnicodeScalarView(value)), isExcluded: isExcluded)
    }
    return nil
  }

  private mutating func readText() -> String {
    let text = rest.prefix { !Self.isSpace($0) && !Self.opens($0) }
    rest = rest.dropFirst(text.count)
    return String(String.UnicodeScalarView(text))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000: true
    default: false
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    closes(scalar) || scalar.value == 0x201E
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar.value == 0x201C || scalar.value == 0x201D
  }
}
