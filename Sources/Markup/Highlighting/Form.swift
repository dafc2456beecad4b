/// One form of comment or string: how it starts and ends and what may stand inside.
struct Form: Sendable {
  /// What the form is.
  enum Kind: Sendable {
    case lineComment
    case blockComment(nests: Bool)
    case string(spansLines: Bool)
  }

  let kind: Kind
  let opening: Pattern
  let closing: Pattern
  var token = TokenClass.string
  /// The byte that makes the next one harmless; 0 without one.
  var escape: UInt8 = 0x5C
  /// True where the closing quote, doubled, is a quote.
  var doublesQuote = false
  /// How code inside of a string starts: a character and a bracket.
  var hole: Pattern?

  /// The bracket with which code inside of a string ends; 0 where there is none.
  var holeEnd: UInt8 {
    guard let hole else { return 0 }
    return hole.bits >> 8 == 0x28 ? 0x29 : 0x7D
  }

  static func lineComment(_ opening: Pattern) -> Form {
    Form(kind: .lineComment, opening: opening, closing: "\n", token: .comment, escape: 0)
  }

  /// `/*` to `*/`.
  static func blockComment(nests: Bool = false) -> Form {
    Form(
      kind: .blockComment(nests: nests), opening: "/*", closing: "*/", token: .comment, escape: 0)
  }

  static func string(_ quote: Pattern, spansLines: Bool = false, hole: Pattern? = nil) -> Form {
    Form(kind: .string(spansLines: spansLines), opening: quote, closing: quote, hole: hole)
  }

  /// A string without escapes, in which a doubled quote is a quote.
  static func doubling(_ quote: Pattern) -> Form {
    Form(
      kind: .string(spansLines: true), opening: quote, closing: quote, escape: 0,
      doublesQuote: true)
  }

  /// A string without escapes on one line or on several.
  static func literal(_ quote: Pattern, spansLines: Bool = false) -> Form {
    Form(kind: .string(spansLines: spansLines), opening: quote, closing: quote, escape: 0)
  }
}
