/// What a cell says in a place where parties are named, or ticked.
enum PartyCell: Equatable {
  case empty
  /// Parties, and what is said about them in parentheses.
  case parties([String], isBareShared: Bool, note: String?)
  /// A sign for yes.
  case tick(note: String?)
  /// A sign for no.
  case cross
  /// "N/A", "–": nobody.
  case notApplicable(String)
  /// "We", which the note binds to nobody.
  case ambiguous(String)
  /// Words, none of which is a party's.
  case other

  init(_ cell: TableGrid.Cell, _ names: Names) {
    let (text, note) = Self.withoutNote(cell.text)
    let bare = text.filter { !$0.isWhitespace }
    if bare.isEmpty {
      self = note == nil ? .empty : .other
    } else if Self.naught.contains(bare.lowercased()) {
      self = .notApplicable(note ?? cell.text)
    } else if Self.isSigns(bare, Self.ticks) {
      self = .tick(note: note)
    } else if Self.isSigns(bare, Self.crosses) {
      self = .cross
    } else {
      self = Self.named(Words(text).folded, note, names)
    }
  }

  private static func named(_ words: [String], _ note: String?, _ names: Names) -> PartyCell {
    var parties: [String] = []
    var isShared = false
    var index = 0
    while index < words.count {
      if let match = names.party(words, at: index) {
        let id = names.resolved(match.value)
        if !parties.contains(id) { parties.append(id) }
        index = match.words.upperBound
      } else if sharing.contains(words[index]) {
        isShared = true
        index += 1
      } else if fillers.contains(words[index]) {
        index += 1
      } else if Names.speakers.contains(words[index]) {
        return .ambiguous(words[index])
      } else {
        return .other
      }
    }
    if isShared {
      if parties.count < 2 { parties = [names.provider, Party.customerID] }
      return .parties(parties.sorted(), isBareShared: note == nil, note: note)
    }
    guard !parties.isEmpty else { return .other }
    return .parties(parties, isBareShared: parties.count > 1 && note == nil, note: note)
  }

  /// The text without what stands in parentheses at its end, and that.
  private static func withoutNote(_ text: String) -> (String, String?) {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else { return (text, nil) }
    let note = text[text.index(after: open)..<close]
    let rest = text[..<open] + text[text.index(after: close)...]
    return (String(rest), note.isEmpty ? nil : String(note))
  }

  /// True where nothing but such signs is left once variation selectors and colours are gone.
  private static func isSigns(_ text: String, _ signs: Set<String>) -> Bool {
    let plain = text.unicodeScalars.filter { !(0xFE00...0xFE0F).contains($0.value) }
    return signs.contains(String(String.UnicodeScalarView(plain)).lowercased())
  }

  private static let naught: Set<String> = [
    "n/a", "na", "n.a.", "notapplicable", "none", "\u{2013}", "\u{2014}", "-", "--",
  ]
  private static let ticks: Set<String> = [
    "\u{2705}", "\u{2713}", "\u{2714}", "\u{2611}", "x", "\u{25CF}", "\u{2022}", "\u{2B24}", "yes",
    "\u{1F7E2}", "\u{1F535}", "r", "\u{2612}", "[x]", "\u{1F44D}", "\u{2B55}",
  ]
  private static let crosses: Set<String> = [
    "\u{274C}", "\u{2717}", "\u{2718}", "no", "\u{25CB}", "\u{2716}", "\u{1F534}", "[]", "[ ]",
  ]
  /// Words for several at once.
  static let sharing: Set<String> = [
    "shared", "both", "joint", "jointly", "all", "gemeinsam",
  ]
  private static let fillers: Set<String> = [
    "and", "or", "the", "by", "with", "to", "managed", "responsibility", "responsible", "und", "et",
    "y", "between", "plus", "side", "s", "configured",
  ]

  /// What may stand in a cell that names parties, beside their names.
  static var words: Set<String> { sharing.union(fillers) }
}
