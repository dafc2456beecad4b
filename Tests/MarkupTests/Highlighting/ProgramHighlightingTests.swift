import Testing

struct ProgramHighlightingTests {
  @Test func pythonHasDecoratorsNamesAndTripleQuotes() throws {
    try expect(
      "python",
      #"""
      @app.route("/")
      async def index(self, n: int = 0x1F) -> str:
          """Doc
          string"""
          if n is None and len(self.items) > 1.5e-3:
              return f'hi {n}' + rb"\"" # ok
      class Foo(Base): pass
      """#,
      is: #"""
        «a @app.route»(«s "/"»)
        «k async» «k def» «f index»(«v self», n: «t int» = «n 0x1F») -> «t str»:
            «s """Doc»
        «s     string"""»
            «k if» n «k is» «b None» «k and» «b len»(«v self».items) > «n 1.5e-3»:
                «k return» «s f'hi {n}'» + «s rb"\""» «c # ok»
        «k class» «t Foo»(«t Base»): «k pass»
        """#)
  }

  @Test func swiftHasRawStringsInterpolationAndNestedComments() throws {
    try expect(
      "swift",
      ##"""
      /* a /* b */ c */
      @MainActor public struct Point<T>: Sendable {
        let x = 0..<10, s = "a \(x + f("b")) c"
        func area(of other: Self) -> Double? { $0.default }
        let raw = #"a "b" \#(x) \n"#, m = """
          text "q" \(y)
          """
      #if DEBUG
        // end & <done>
      #endif
      }
      """##,
      is: ##"""
        «c /* a /* b */ c */»
        «a @MainActor» «k public» «k struct» «t Point»<«t T»>: «t Sendable» {
          «k let» x = «n 0»..<«n 10», s = «s "a \(»x + «f f»(«s "b"»)«s ) c"»
          «k func» «f area»(of other: «t Self») -> «t Double»? { «v $0».default }
          «k let» raw = «s #"a "b" \#(»x«s ) \n"#», m = «s """»
        «s     text "q" \(»y«s )»
        «s     """»
        «k #if» «t DEBUG»
          «c // end & <done>»
        «k #endif»
        }
        """##)
  }

  @Test func typeScriptHasTemplatesAndRegexes() throws {
    try expect(
      "ts",
      #"""
      import { a } from './a'; // c
      export class Foo extends Bar { private x: string = `a ${b + `n${1}`} c`; }
      function go(x?: number) { return /a[/]b\/c/gi.test(x) / 2; }
      const el = <div class="a">{this.name}</div>;
      /* multi
         line */
      """#,
      is: #"""
        «k import» { a } «k from» «s './a'»; «c // c»
        «k export» «k class» «t Foo» «k extends» «t Bar» { «k private» x: «t string» = «s `a ${»b + «s `n${»«n 1»«s }`»«s } c`»; }
        «k function» «f go»(x?: «t number») { «k return» «s /a[/]b\/c/gi».«f test»(x) / «n 2»; }
        «k const» el = <div «k class»=«s "a"»>{«v this».name}</div>;
        «c /* multi»
        «c    line */»
        """#)
  }

  @Test func sqlHasKeywordsInAnyCase() throws {
    try expect(
      "sql",
      #"""
      -- all
      SELECT count(*), u.name FROM users AS u
      where u.id = 5 AND name LIKE 'it''s' /* x */
      CREATE TABLE t ("a" VARCHAR(10) NOT NULL);
      """#,
      is: #"""
        «c -- all»
        «k SELECT» «f count»(*), u.name «k FROM» users «k AS» u
        «k where» u.id = «n 5» «k AND» name «k LIKE» «s 'it''s'» «c /* x */»
        «k CREATE» «k TABLE» t («s "a"» «t VARCHAR»(«n 10») «k NOT» «b NULL»);
        """#)
  }

  @Test(arguments: [
    ("python", "x = 'open\ny = Rb'a' + ab'c'", "x = «s 'open»\ny = «s Rb'a'» + ab«s 'c'»"),
    ("python", "a @ b\nd.class_ = d.import", "a @ b\nd.class_ = d.import"),
    ("python", "1_000.5 + 1e-5 + 0b1e-1", "«n 1_000.5» + «n 1e-5» + «n 0b1e»-«n 1»"),
    ("swift", "let `default` = a.default...b", "«k let» `«k default»` = a.default...b"),
    ("swift", "##\"a\"# b\"##.count", "«s ##\"a\"# b\"##».count"),
    ("swift", "\"a\\\"b\" + \"\\((1))\"", "«s \"a\\\"b\"» + «s \"\\(»(«n 1»)«s )\"»"),
    ("swift", "\"open \\(x\n#", "«s \"open \\(»x\n#"),
    ("js", "a / b / c\nx = /[/\"]/g", "a / b / c\nx = «s /[/\"]/g»"),
    ("js", "return /a\\/b/.test(s)", "«k return» «s /a\\/b/».«f test»(s)"),
    ("js", "`a${{b: `${c}`}}d` + $el", "«s `a${»{b: «s `${»c«s }`»}«s }d`» + «v $el»"),
    ("js", "<b>{x}</b>", "<b>{x}</b>"),
    ("js", "/open\n1", "«s /open»\n«n 1»"),
    ("sql", "SELECT 'a\nb', `c``d` -- e", "«k SELECT» «s 'a»\n«s b'», «s `c``d`» «c -- e»"),
    ("sql", "UPDATE t.order SET x=1", "«k UPDATE» t.order «k SET» x=«n 1»"),
  ])
  func smallPrintOfPrograms(language: String, code: String, expected: String) throws {
    try expect(language, code, is: expected)
  }
}
