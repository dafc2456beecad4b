extension LanguageTable {
  static let json = LanguageTable(
    words: [(.builtin, "true false null NaN Infinity")],
    wordBytes: "$",
    forms: [.lineComment("//"), .blockComment(), .string("\""), .string("'")],
    keySeparator: UInt8(ascii: ":"))

  static let toml = LanguageTable(
    words: [(.builtin, "true false inf nan")],
    wordBytes: "-.",
    forms: [
      .lineComment("#"), .string("\"\"\"", spansLines: true), .literal("'''", spansLines: true),
      .string("\""), .literal("'"),
    ],
    keySeparator: UInt8(ascii: "="),
    traits: .hasSections)

  static let hcl = LanguageTable(
    words: [
      (.keyword, "for in if else endif endfor"),
      (.builtin, "true false null"),
      (.type, "any bool list map number object optional set string tuple"),
      (.variable, "var local module data each self path count terraform"),
    ],
    wordBytes: "-",
    forms: [
      .lineComment("#"), .lineComment("//"), .blockComment(), .string("\"", hole: "${"),
    ],
    keySeparator: UInt8(ascii: "="),
    traits: [.marksCalls, .hasBlocks, .hasHeredocs])
}
