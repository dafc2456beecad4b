extension LanguageTable {
  static let python = LanguageTable(
    words: [
      (
        .keyword,
        """
        and as assert async await break case continue del elif else except finally for from global \
        if import in is lambda match nonlocal not or pass raise return try while with yield
        """
      ),
      (.startsFunction, "def"),
      (.startsType, "class"),
      (.variable, "self cls"),
      (.type, "int str float bool bytes dict list set tuple object frozenset complex bytearray"),
      (
        .builtin,
        """
        True False None NotImplemented Ellipsis print len range open isinstance super enumerate zip \
        map filter sorted reversed sum min max abs any all repr getattr setattr hasattr type iter \
        next input
        """
      ),
    ],
    forms: [
      .lineComment("#"), .string("\"\"\"", spansLines: true), .string("'''", spansLines: true),
      .string("\""), .string("'"),
    ],
    traits: [.marksCalls, .marksCapitals, .hasAttributes, .hasPrefixes])

  static let swift = LanguageTable(
    words: [
      (
        .keyword,
        """
        any as async await borrowing break case catch consuming continue convenience default defer \
        deinit do dynamic each else fallthrough fileprivate final for get guard if import in \
        indirect infix init inout internal is isolated lazy let mutating nonisolated nonmutating \
        open operator optional override package postfix precedencegroup prefix private public \
        repeat required rethrows return sending set some static subscript switch throw throws try \
        unowned var weak where while willSet didSet
        """
      ),
      (.startsFunction, "func macro"),
      (.startsType, "actor associatedtype class enum extension protocol struct typealias"),
      (.variable, "self super"),
      (.builtin, "true false nil"),
      (.type, "Self Any"),
    ],
    wordBytes: "$",
    forms: [
      .lineComment("//"), .blockComment(nests: true),
      .string("\"\"\"", spansLines: true, hole: "\\("), .string("\"", hole: "\\("),
    ],
    traits: [.marksCalls, .marksCapitals, .hasAttributes, .hasHashes])

  static let javaScript = LanguageTable(
    words: [
      (
        .keyword,
        """
        abstract as asserts async await break case catch const continue debugger declare default \
        delete do else export finally for from get if import in infer instanceof is keyof let \
        namespace of override private protected public readonly return satisfies set static \
        switch throw try typeof unique var void while with yield
        """
      ),
      (.startsFunction, "function"),
      (.startsType, "class enum extends implements interface new type"),
      (.variable, "this super arguments globalThis"),
      (.type, "any bigint boolean never number object string symbol unknown"),
      (.builtin, "true false null undefined NaN Infinity console document window process require"),
    ],
    wordBytes: "$",
    forms: [
      .lineComment("//"), .blockComment(), .string("\""), .string("'"),
      .string("`", spansLines: true, hole: "${"),
    ],
    traits: [.marksCalls, .marksCapitals, .hasAttributes, .hasRegexes])

  static let sql = LanguageTable(
    words: [
      (
        .keyword,
        """
        add all alter analyze and any as asc begin between by cascade case cast check cluster column \
        commit conflict constraint create cross database default deferrable delete desc distinct do \
        drop else end exists explain extension fetch filter first following for foreign from full \
        function generated grant group having identity if ilike in index inner insert intersect \
        into is isolation join key language lateral left level like limit lock materialized natural \
        not nothing nulls of offset on only or order outer over owner partition preceding primary \
        procedure recursive references rename replace restrict returning returns revoke right role \
        rollback row rows schema select sequence set show some table temporary then to transaction \
        trigger truncate unbounded union unique update using vacuum values view when where window \
        with without
        """
      ),
      (
        .type,
        """
        bigint bigserial blob boolean bytea char character date decimal double float inet int \
        integer interval json jsonb numeric precision real serial smallint text time timestamp \
        timestamptz tinyint uuid varchar varying zone
        """
      ),
      (.builtin, "true false null current_date current_time current_user"),
    ],
    foldsCase: true,
    forms: [.lineComment("--"), .blockComment(), .doubling("'"), .doubling("\""), .doubling("`")],
    traits: .marksCalls)
}
