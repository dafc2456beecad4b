import Markup
import Testing

struct LosslessnessTests {
  @Test(arguments: highlightedLanguages)
  func randomCodeComesBackUnchanged(language: String) throws {
    var generator = SplitMix(state: 2026)
    let highlighter = try #require(Highlighter(named: language))
    for _ in 0..<8_000 {
      let code = generator.code()
      var html = HTML()
      code.withUnsafeBufferPointer { html.highlighted($0, by: highlighter) }
      try #require(HighlightedText(html.bytes)?.text == code, "\(code)")
    }
  }

  @Test(arguments: highlightedLanguages)
  func everySingleByteComesBackUnchanged(language: String) throws {
    for byte in UInt8.min...UInt8.max {
      for code in [[byte], [byte, byte], [0x0A, byte, 0x0A], [0x61, byte, 0x62]] {
        #expect(HighlightedText(try highlight(code, as: language))?.text == code)
      }
    }
  }

  /// A lexer that looked ahead without end at each of these would not finish.
  @Test(arguments: highlightedLanguages)
  func longRunsOfOpenersComeBackUnchanged(language: String) throws {
    for opener in Self.openers {
      let code = Array(String(repeating: opener, count: 24_000 / opener.utf8.count).utf8)
      let html = try highlight(code, as: language)
      #expect(HighlightedText(html)?.text == code, "\(opener)")
    }
  }

  @Test func codeLongerThanTheStageComesBackUnchanged() throws {
    let code = Array(String(repeating: "let a = \"<&>\" // \"ä\"\r\n", count: 4_000).utf8)
    #expect(HighlightedText(try highlight(code, as: "swift"))?.text == code)
  }

  @Test func whatTheOutputHeldBeforeStays() throws {
    let highlighter = try #require(Highlighter(named: "json"))
    var html = HTML()
    html.markup("<code>")
    Array("null".utf8).withUnsafeBufferPointer { html.highlighted($0, by: highlighter) }
    html.highlighted(UnsafeBufferPointer(start: nil, count: 0), by: highlighter)
    #expect(html.string == "<code><span class=\"b\">null</span>")
  }

  static let openers = [
    "\"", "'", "`", "/*", "<", "${", "<<EOF", "<<EOF\n", "\\", "(", "#", "- ", "a: ", "#\"", "\\(",
    "`${", "\"$(", "$((", "(/[", "[", "{", "<!--", "<a ", "&a", "<script>", "--- \n", "x[", "-",
    "@a.", "\n ", "a ", "]", "r'", "\"\"\"", "|\n", "case x in ",
  ]
}

extension SplitMix {
  /// Up to twelve pieces: things that lexers care for, and single bytes of any value.
  mutating func code() -> [UInt8] {
    var code: [UInt8] = []
    for _ in 0..<(next() % 13) {
      let choice = next()
      if choice & 3 == 0 {
        code.append(UInt8(truncatingIfNeeded: choice >> 8))
      } else {
        code += Self.pieces[Int((choice >> 8) % UInt64(Self.pieces.count))]
      }
    }
    return code
  }

  private static let pieces: [[UInt8]] =
    (LosslessnessTests.openers + [
      " ", "\n", "\r\n", "\t", "EOF\n", "<<-'EOF'\n", "*/", "//", "--", "]]>", "-->", "<![CDATA[",
      "</a>", "}", ")", "$x", "${x}", "$'", "if ", "in ", "esac", ";;", "for ", "=", "==", "key = ",
      "key: ", "key: |\n  a\n", "---", "+++ b\n", "@@", "\u{0}", "0x1F", "1e-5", "\"\"\"\n",
      "#\"\"\"",
      "\"#", "<?", "true", "func f", "class ", "def ", "&amp;", "RUN ", "$ ", "> ", "[a]\n", "\\\n",
      "é", "export A=1",
    ]).map { Array($0.utf8) }
}
