import Testing

@testable import Notes

@Suite struct SafeYAMLTests {
  @Test(arguments: [
    (#"title: "a & b""#, "{title: 'a & b'}"),
    ("text: a & b", "{text: a & b}"),
    (#"glob: "*.md""#, "{glob: '*.md'}"),
    ("k: R&D", "{k: R&D}"),
    ("k: a * b ! c", "{k: a * b ! c}"),
    ("k: 5 *x* &y !z", "{k: 5 *x* &y !z}"),
    ("k: a\n  &b\n  *c\n  !d", "{k: a &b *c !d}"),
    ("k: |\n  *a\n  &b\n  !c\n  %d\n  <<: x", "{k: '*a\n&b\n!c\n%d\n<<: x'}"),
    ("k: >-\n\n  *a\n  b\nl: 1", "{k: '\n*a b', l: 1}"),
    ("k: |2\n   *a\n  b", "{k: ' *a\nb'}"),
    ("- |\n *a\n- >\n &b\n", "[' *a\n', '&b\n']".replacing(" *a", with: "*a")),
    ("# *a &b !c\nk: v # *a &b", "{k: v}"),
    ("k: 'it''s *a'\nl: \"x \\\" *b\"", "{k: 'it's *a', l: 'x \" *b'}"),
    ("k: 'a\n  *b\n  &c'", "{k: 'a *b &c'}"),
    ("k: [a&b, c*, d!]", "{k: [a&b, c*, d!]}"),
    ("k: a#b", "{k: a#b}"),
    ("k: a?b\n?x: y", "{k: a?b, ?x: y}"),
    ("\"<<\": a", "{<<: 'x'}".replacing("'x'", with: "a")),
    ("k: <<", "{k: <<}"),
    ("a<<: b", "{a<<: b}"),
    ("k: 100%\n%k: x", ""),
    (
      "a: no\nb: 1.10\nc: 12:30:45\nd: 2001-99-99\ne: 0x1F",
      "{a: no, b: 1.10, c: 12:30:45, d: 2001-99-99, e: 0x1F}"
    ),
    ("a: 190:20:30:40:50:60:70:80:90", "{a: 190:20:30:40:50:60:70:80:90}"),
    ("---\na: b\n", "{a: b}"),
    ("# c\n---\na: b\n...\n", "{a: b}"),
    ("a: b\r\nc:\r\n  - d\r\n  - e: f\r\n    g: h\r\n", "{a: b, c: [d, {e: f, g: h}]}"),
    ("{a: b, c: [d, {e: f}]}", "{a: b, c: [d, {e: f}]}"),
    ("a:\n- b\n-  - c\n   - d", "{a: [b, [c, d]]}"),
    ("a:\nb: ~\n", "{a: , b: ~}"),
    ("", "nothing"),
    ("# only a comment\n\n", "nothing"),
    ("just prose", "just prose"),
    ("\u{FEFF}a: b", "{a: b}"),
    ("a: tab\tinside", "{a: tab\tinside}"),
    ("a:\tb", "{a: b}"),
    ("a: ü 日本 🙂", "{a: ü 日本 🙂}"),
    ("a: 'x\u{2028}y'", "{a: 'x\u{2028}y'}"),
  ])
  func readsOrdinaryTextAsItStands(text: String, expected: String) throws {
    if expected.isEmpty {
      #expect(yamlProblem(Array(text.utf8)) != nil)
    } else {
      #expect(flat(try readYAML(text)) == expected)
    }
  }

  @Test(arguments: [
    (
      "- *bold*",
      "1:3: '*' at the start of a value means an alias in YAML, and sitegen does not read those"
    ),
    (
      "k: &a v",
      "1:4: '&' at the start of a value means an anchor in YAML, and sitegen does not read those"
    ),
    (
      "k: !!str v",
      "1:4: '!' at the start of a value means a tag in YAML, and sitegen does not read those"
    ),
    (
      "k: [a, *b]",
      "1:8: '*' at the start of a value means an alias in YAML, and sitegen does not read those"
    ),
    (
      "a: |\n  x\n*b: c",
      "3:1: '*' at the start of a value means an alias in YAML, and sitegen does not read those"
    ),
    ("a: b\n<<: c", "2:1: '<<' merges mappings in YAML, and sitegen does not do that"),
    ("a: {<<: c}", "1:5: '<<' merges mappings in YAML, and sitegen does not do that"),
    (
      "%YAML 1.1\n---\na: b",
      "1:1: a '%' at the start of a line is a YAML directive, which is not read"
    ),
    ("a: b\n---\nc: d", "2:1: a second YAML document begins here; only one is read"),
    ("a: b\n...\nc: d", "3:1: a second YAML document begins here; only one is read"),
    ("? a\n: b", "1:1: a '?' here begins a key that is not simple text"),
    ("[a, b]: c", "1:1: a key must be text"),
    ("{[a]: c}", "1:2: a key must be text"),
    ("{{a: b}, c}", "1:2: a key must be text"),
    (": b", "1:1: a key is missing here"),
    ("title: Foo: bar", "1:11: a ': ' inside a value"),
    ("title x\ntags: a", "2:5: a ': ' inside text that began on line 1"),
    ("a: b\nc\nd: e", "2:1: this line is not 'key: value'"),
    ("a: \"b", "1:4: this quote is not closed"),
    ("a: 'b", "1:4: this quote is not closed"),
    (
      "a: \"\\q\"",
      "1:5: a backslash in double quotes begins an escape, and this is none that YAML knows"
    ),
    ("a: \"\\u12\"", "1:5: this escape needs 4 hexadecimal digits"),
    ("a: \"\\uD800\"", "1:5: this escape names no Unicode character"),
    ("a: \"\\0\"", "1:4: a control character in a value"),
    ("a: \"\\e[31m\"", "1:4: a control character in a value"),
    ("a:\n\t- b", "2:1: a tab cannot indent YAML"),
    ("a: @b", "1:4: a value cannot begin with '@'"),
    ("a: `b`", "1:4: a value cannot begin with '`'"),
    ("a: %b", "1:4: a value cannot begin with '%'"),
    ("a: | b\n", "1:4: '|' and '>' begin block text, which starts on the next line"),
    ("a: - b", "1:4: a list item cannot begin here"),
    ("a: b]", ""),
    ("a: ]", "1:4: this ']' closes nothing"),
    ("a: [b", "1:4: a list in brackets is not closed"),
    ("a: {b: c", "1:4: a mapping in braces is not closed"),
    ("a: b\n c: d", "2:3: a ': ' inside text that began on line 1"),
    ("a:\n    b: c\n  d: e", "3:3: this does not fit the mapping that it stands in"),
    ("a: 1\nb: 2\na: 3", "3:1: the key 'a' occurs a second time; it is already on line 1"),
    (
      "x:\n  a: 1\ny:\n  a: 2\n  \"a\": 3",
      "5:3: the key 'a' occurs a second time; it is already on line 4"
    ),
    (
      "k: {a: {a: 1}, b: 2, a: 3}",
      "1:22: the key 'a' occurs a second time; it is already on line 1"
    ),
    ("a: b\u{0}", "1:5: the control character U+0000 is not allowed in YAML"),
    ("a: ü\u{1B}", "1:6: the control character U+001B is not allowed in YAML"),
    (
      "a: ü\r\nb: ü *\nc: [ü, *d]",
      "3:9: '*' at the start of a value means an alias in YAML, and sitegen does not read those"
    ),
  ])
  func refusesWithAPlace(text: String, expected: String) {
    #expect(yamlProblem(Array(text.utf8)) == (expected.isEmpty ? nil : expected))
  }

  @Test func tellsWhatToDoAboutAStar() {
    #expect(
      throws: YAMLProblem(
        line: 1, column: 3,
        "'*' at the start of a value means an alias in YAML, and sitegen does not read those",
        help: "if it is meant as text, put it in quotes")
    ) { try readYAML("- *bold*") }
  }

  @Test func findsBytesThatAreNotUTF8() {
    #expect(yamlProblem(Array("a: b\r\nc: ü".utf8) + [0xFF]) == "2:6: these bytes are not UTF-8")
    #expect(yamlProblem([0xC3]) == "1:1: these bytes are not UTF-8")
  }

  @Test func givesPlacesInBytesAndInTheLinesOfTheFile() throws {
    let value = try #require(
      try readYAML("ä: |\n  x\nб: [ü,  é, {k: v}]\nw: 'a\u{2028}b'\nz: y", firstLine: 10))
    let pairs = try #require(value.pairs)
    #expect(
      pairs.map { [$0.line, $0.column, $0.value.line, $0.value.column] } == [
        [10, 1, 10, 5], [12, 1, 12, 5], [13, 1, 13, 4], [14, 1, 14, 4],
      ])
    let items = try #require(pairs[1].value.items)
    #expect(items.map { [$0.line, $0.column] } == [[12, 6], [12, 11], [12, 15]])
  }

  @Test(arguments: [
    (String(repeating: "a", count: 65_537), "the YAML is 65537 bytes long; at most 65536 are read"),
    (String(repeating: "[", count: 33), "lists and mappings are nested deeper than 32 levels"),
    (String(repeating: "- ", count: 33), "lists and mappings are nested deeper than 32 levels"),
    ("[" + String(repeating: "a,", count: 10_000) + "]", "the YAML has more than 10000 values"),
    (String(repeating: "-\n", count: 10_001), "the YAML has more than 10000 values"),
  ])
  func keepsToItsCaps(text: String, message: String) {
    #expect(yamlProblem(Array(text.utf8))?.contains(message) == true)
  }

  @Test func readsUpToItsCaps() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(try readYAML(deep) != nil)
    #expect(try readYAML("[" + String(repeating: "a,", count: 9_998) + "a]")?.items?.count == 9_999)
  }

  @Test(.timeLimit(.minutes(1)), arguments: hostile)
  func survives(input: [UInt8]) {
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = yamlProblem(input)
      _ = FrontMatter.read(Array("---\n".utf8) + input + Array("\n---\n".utf8))
      _ = Configuration.read(input)
    }
    #expect(time < .seconds(5))
  }
}

/// Inputs that end, hang or mislead readers of YAML.
private let hostile: [[UInt8]] = {
  func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
  let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + (0..<20).map { "k\($0): &k\($0) [*a,*a,*a,*a,*a,*a,*a,*a]\n" }.joined()
  let texts = [
    "? [a, b]", "? [a, b]\n: c", "[1]: 2", "{1: 2}: 3", "? {a: b}\n: c", "? |\n  a\n: b", "?", "? ",
    "a: 190:20:30:40:50:60:70:80:90:10:20:30:40:50:60", "a: 2001-99-99", "a: 0b1111", "a: .inf",
    bomb, "&a [*a]", "&a {*a : *a}", "*a : b", "{*a : b}", "a: *nope", "a: &x\nb: *x", "&a a: *a",
    "<<: *a", "<<: {a: b}", "<<: [<<: a]", "a: !!binary AAAA", "!!set {a, b}", "!<tag:x> a",
    "!!python/object:os.system rm", "%YAML 9.9\n--- a", "%TAG ! x\n---\na", "--- a\n--- b",
    "---\n---\n---", "...", "...\n...", "\u{FEFF}", "\u{FEFF}\u{FEFF}a: b", "a\u{FEFF}: b",
    "\t", "\ta: b", "a:\n\tb: c", "a: |\n\tb", "\0", "a: \0b", "\u{1}", "a: \u{7F}", "\u{85}a: b",
    "a: b\u{85}c: d", "\u{2028}- a", "a: \u{FFFE}", many("[", 100_000), many("{", 100_000),
    many("- ", 30_000), many("? ", 30_000), many("[{", 20), many("a: {", 16_000), many("'", 60_001),
    many("\"\\", 30_000), many("a: b\n", 13_000), many("- a\n", 16_000),
    many("\n", 65_000) + "a: b",
    "a: " + many("x ", 30_000), "\"" + many("\\u0041", 10_000) + "\"", many("k", 65_000) + ": v",
    many("!", 65_000), many("&a ", 20_000), many("*", 65_000), many("a: |\n", 13_000), ":", "::",
    ": :",
    "-", "- -", "-\n-\n-", "|", ">", "|9", "|0", ">-+", "[", "]", "}", "{", ",", "[,]", "{,}",
    "[a,,b]",
    "{a,,b}", "{a: b, a: c}", "\"a\": 1\na: 2", "é: 1\ne\u{301}: 2", "{? a}", "[? a : b]",
    "[a: b: c]",
    "\"a\" b", "'a' 'b': c", "a: 'b' c", "a: [b] c", "\r\ra: b\r", "a: \"\\\n  b\"", "\"\\xZZ\"",
    "\"\\UFFFFFFFF\"", "\"\n---\n\"", "'\n...\n'", "a\n---\nb",
  ]
  let raw: [[UInt8]] = [
    [0xFF], [0xFE, 0xFF, 0x00, 0x61], [0xFF, 0xFE, 0x61, 0x00], [0xC3, 0x28], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xE2, 0x80], [0x61, 0x3A, 0x20, 0xF0, 0x9F],
    [0xEF, 0xBB], [0x22, 0xC2, 0x22],
  ]
  return texts.map { Array($0.utf8) } + raw
}()
