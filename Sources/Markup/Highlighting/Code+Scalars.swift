extension Code {
  private static let scalarWords = WordTable([
    (1, "true false null yes no on off True False None Null Yes No On Off TRUE FALSE NULL ~")
  ])

  /// What a value without quotes is: a constant, a number or plain text.
  func scalarToken(from start: Int, to end: Int) -> TokenClass {
    if Self.scalarWords.value(in: self, from: start, to: end) != 0 { return .builtin }
    var place = start
    if self[place] == 0x2D || self[place] == 0x2B { place += 1 }
    guard place < end, self[place].isDigit else { return .plain }
    while place < end {
      let byte = self[place]
      guard byte.isDigit || byte == 0x2E || byte == 0x5F else { return .plain }
      place += 1
    }
    return .number
  }
}
