/// What `TableLexer` must know of a language.
struct LanguageTable: Sendable {
  /// What a word means.
  enum WordRole: UInt8, Sendable {
    case keyword = 1
    case type
    case builtin
    case variable
    /// A keyword in front of a function's name.
    case startsFunction
    /// A keyword in front of a type's name.
    case startsType

    var token: TokenClass {
      switch self {
      case .keyword, .startsFunction, .startsType: .keyword
      case .type: .type
      case .builtin: .builtin
      case .variable: .variable
      }
    }
  }

  /// The rules that only some languages have.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int

    /// A name in front of `(` is a function.
    static let marksCalls = Traits(rawValue: 1)
    /// A name with a capital is a type.
    static let marksCapitals = Traits(rawValue: 2)
    /// `@name` is an attribute.
    static let hasAttributes = Traits(rawValue: 4)
    /// A name first on its line and in front of another, a string or a brace opens a block.
    static let hasBlocks = Traits(rawValue: 8)
    /// `<<NAME` starts a text that ends with the line `NAME`.
    static let hasHeredocs = Traits(rawValue: 16)
    /// `/` where a value is expected starts a regular expression.
    static let hasRegexes = Traits(rawValue: 32)
    /// `[name]` alone on its line is a header.
    static let hasSections = Traits(rawValue: 64)
    /// `#name` is a keyword, and `#"` starts a raw string.
    static let hasHashes = Traits(rawValue: 128)
    /// Strings may have one or two of the letters b, f, r, t and u in front.
    static let hasPrefixes = Traits(rawValue: 256)
  }

  /// What a byte can start; in the tables together with `wordBit` and `stopBit`.
  enum Start: UInt8 {
    case other
    case blank
    case word
    case digit
    case form
    case attribute
    case hash
    case heredoc
    case section
    case open
    case close
  }

  /// Set for bytes of words.
  static let wordBit: UInt8 = 0x80
  /// Set for bytes at which the scan of a string must look closer.
  static let stopBit: UInt8 = 0x40
  /// The bits of `Start`.
  static let startBits: UInt8 = 0x0F

  let words: WordTable
  /// Comments and strings; of two that can start at one place the longer comes first.
  let forms: [Form]
  /// The byte that makes a key of the word or string in front; 0 without one.
  let keySeparator: UInt8
  let traits: Traits
  /// For each byte its `Start` and the two bits.
  let kinds: [UInt8]

  init(
    words: [(role: WordRole, words: String)], foldsCase: Bool = false, wordBytes: String = "",
    forms: [Form], keySeparator: UInt8 = 0, traits: Traits = []
  ) {
    self.words = WordTable(foldsCase: foldsCase, words.map { ($0.role.rawValue, $0.words) })
    self.forms = forms
    self.keySeparator = keySeparator
    self.traits = traits
    kinds = Self.kinds(wordBytes: Array(wordBytes.utf8), forms: forms, traits: traits)
  }

  private static func kinds(wordBytes: [UInt8], forms: [Form], traits: Traits) -> [UInt8] {
    var starts = [Start](repeating: .other, count: 256)
    var bits = [UInt8](repeating: 0, count: 256)
    for byte in UInt8.min...UInt8.max {
      if byte.isSpace { starts[Int(byte)] = .blank }
      guard byte >= 0x80 || byte.isLetter || byte.isDigit || byte == 0x5F else { continue }
      starts[Int(byte)] = byte.isDigit ? .digit : .word
      bits[Int(byte)] = wordBit
    }
    for byte in wordBytes {
      bits[Int(byte)] = wordBit
      if byte == 0x24 { starts[Int(byte)] = .word }
    }
    if traits.contains(.hasAttributes) { starts[0x40] = .attribute }
    if traits.contains(.hasHashes) { starts[0x23] = .hash }
    if traits.contains(.hasHeredocs) { starts[0x3C] = .heredoc }
    if traits.contains(.hasSections) { starts[0x5B] = .section }
    if traits.contains(.hasRegexes) { starts[0x2F] = .form }
    bits[0x0A] |= stopBit
    for form in forms {
      starts[Int(form.opening.first)] = .form
      for byte in [form.closing.first, form.escape, form.hole?.first ?? 0] where byte != 0 {
        bits[Int(byte)] |= stopBit
      }
      guard let hole = form.hole else { continue }
      // The bracket is the hole's second character; its partner is one or two places behind it.
      starts[Int(hole.bits >> 8)] = .open
      starts[Int(form.holeEnd)] = .close
    }
    return zip(starts, bits).map { $0.rawValue | $1 }
  }
}
