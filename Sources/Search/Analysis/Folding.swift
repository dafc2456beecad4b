internal import CFolding

/// A folded character and what it is for the analysis: a scalar with a class and a case.
struct Cell: Equatable {
  /// What a folded character is (docs/search-format.md, 1.2).
  enum Class: UInt32 {
    case separator, word, pair, apostrophe
  }

  var bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(_ scalar: UInt32, _ kind: Class, isUpper: Bool = false) {
    bits = scalar | kind.rawValue << 24 | (isUpper ? Self.upper : 0)
  }

  static let upper: UInt32 = 1 << 21
  static let lower: UInt32 = 1 << 22

  var scalar: UInt32 { bits & 0x1F_FFFF }
  var kind: UInt32 { bits >> 24 }
  var isWord: Bool { bits >> 24 == Class.word.rawValue }
  var isPair: Bool { bits >> 24 == Class.pair.rawValue }
  var isApostrophe: Bool { bits >> 24 == Class.apostrophe.rawValue }
  /// True where it was written as A–Z.
  var isUpper: Bool { bits & Self.upper != 0 }
  var isDigit: Bool { scalar &- 0x30 < 10 }
  var isLetter: Bool { scalar &- 0x61 < 26 }
  /// True where it was written as a–z.
  var isLower: Bool { bits & Self.lower != 0 }

  func isCharacter(_ ascii: Unicode.Scalar) -> Bool { scalar == ascii.value }
}

/// How characters are folded and classed: tables made once.
struct Folding: Sendable {
  /// For ASCII, the cell.
  let ascii: [UInt32]
  /// For other scalars below `end`: a cell, `ignored`, or `several` and a place in `pool`.
  private let table: [UInt32]
  /// Cells of characters that fold to several, each run led by its length.
  private let pool: [UInt32]

  static let shared = Folding()

  private static let end = 0x30000
  private static let ignored = UInt32.max
  private static let several: UInt32 = 1 << 31

  private init() {
    var classes = [UInt8](repeating: UInt8(Cell.Class.word.rawValue), count: Self.end)
    for range in CharacterClasses.separators where range.lowerBound < Self.end {
      for scalar in range { classes[scalar] = UInt8(Cell.Class.separator.rawValue) }
    }
    for range in CharacterClasses.pairs where range.upperBound < Self.end {
      for scalar in range { classes[scalar] = UInt8(Cell.Class.pair.rawValue) }
    }
    for scalar in CharacterClasses.apostrophes {
      classes[scalar] = UInt8(Cell.Class.apostrophe.rawValue)
    }
    var table = (0..<Self.end).map { UInt32($0) | UInt32(classes[$0]) << 24 }
    for range in CharacterClasses.ignored where range.upperBound < Self.end {
      for scalar in range { table[scalar] = Self.ignored }
    }
    var pool: [UInt32] = []
    let folds = UnsafeBufferPointer(start: sitegen_folds(), count: sitegen_folds_count())
    var index = 0
    while index + 1 < folds.count {
      let count = Int(folds[index + 1])
      let cells = folds[(index + 2)..<(index + 2 + count)].map { scalar in
        scalar | UInt32(classes[Int(scalar)]) << 24
      }
      if count == 1 {
        table[Int(folds[index])] = cells[0]
      } else {
        table[Int(folds[index])] = Self.several | UInt32(pool.count)
        pool.append(UInt32(count))
        pool += cells
      }
      index += 2 + count
    }
    var ascii = Array(table[..<0x80])
    for letter in 0x41...0x5A {
      ascii[letter] = Cell(UInt32(letter + 0x20), .word, isUpper: true).bits
      ascii[letter + 0x20] |= Cell.lower
    }
    self.ascii = ascii
    self.table = table
    self.pool = pool
  }

  /// Calls `body` with each cell that a character beyond ASCII folds to.
  @inline(__always)
  func fold(_ scalar: UInt32, _ body: (Cell) -> Void) {
    guard scalar < Self.end else {
      let value = Int(scalar)
      if CharacterClasses.ignored.contains(where: { $0.contains(value) }) { return }
      let isPair = CharacterClasses.pairs.contains { $0.contains(value) }
      let isSeparator = CharacterClasses.separators.contains { $0.contains(value) }
      body(Cell(scalar, isPair ? .pair : isSeparator ? .separator : .word))
      return
    }
    let entry = table[Int(scalar)]
    if entry == Self.ignored { return }
    guard entry & Self.several != 0 else { return body(Cell(bits: entry)) }
    let start = Int(entry & ~Self.several)
    for index in 1...Int(pool[start]) { body(Cell(bits: pool[start + index])) }
  }

  /// True for a folded character that makes words.
  func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return Cell(bits: ascii[Int(scalar)]).isWord }
    var result = false
    fold(scalar) { result = $0.isWord }
    return result
  }

  /// The cell that two neighbours make where Unicode has one for both: kana and Hangul.
  static func composed(_ first: Cell, _ second: Cell) -> Cell? {
    switch second.scalar {
    case 0x3099, 0x309A:
      kana(first.scalar, second.scalar).map { Cell($0, .pair) }
    case 0x1161...0x1175 where (0x1100...0x1112).contains(first.scalar):
      Cell(0xAC00 + ((first.scalar - 0x1100) * 21 + second.scalar - 0x1161) * 28, .word)
    case 0x11A8...0x11C2
    where (0xAC00...0xD7A3).contains(first.scalar) && (first.scalar - 0xAC00) % 28 == 0:
      Cell(first.scalar + second.scalar - 0x11A7, .word)
    default: nil
    }
  }

  private static func kana(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    // Hiragana and katakana lie 0x60 apart; a voiced kana follows its base.
    let row = base >= 0x30A1 ? base - 0x60 : base
    if (0x306F...0x307B).contains(row), row % 3 == 0 {
      return base + (mark == 0x3099 ? 1 : 2)
    }
    guard mark == 0x3099 else { return nil }
    switch row {
    case 0x304B...0x3061 where row % 2 == 1: return base + 1
    case 0x3064, 0x3066, 0x3068: return base + 1
    case 0x3046: return base + 0x4E
    case 0x309D: return base + 1
    case 0x308F...0x3092 where base >= 0x30A1: return base + 8
    default: return nil
    }
  }
}
