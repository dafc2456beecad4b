import Markup
import Testing

@Suite struct HTMLTokens {
  @Test(arguments: [
    ("a<b>c</B >d", ["text a", "start b", "text c", "end b", "text d"]),
    ("<A HREF='x' b=c d e=\"f\"/>", ["start a href=x b=c d= e=f /"]),
    ("<a b='1'c=2/>", ["start a b=1 c=2/"]),
    ("<a/b=1/c=2 / >", ["start a b=1/c=2"]),
    ("<a =b =c= d>", ["start a =b=c= d="]),
    ("<a b = 'c' B=d>", ["start a b=c"]),
    ("<a b=>c", ["start a b=", "text c"]),
    ("<a \"'<b>c", ["start a \"'<b=", "text c"]),
    ("<a b='&lt;&amp;lt;'>", ["start a b=<&lt;"]),
    ("<a\nb\t=\u{0C}c\r>", ["start a b=c"]),
    ("<a\0b c\0=d\0>", ["start a\u{FFFD}b c\u{FFFD}=d\u{FFFD}"]),
    ("1 < 2 <3 <> <", ["text 1 < 2 <3 <> <"]),
    ("</b x='>'>y", ["end b", "text y"]),
    ("</", ["text </"]), ("</>x", ["bogus", "text x"]), ("</3>x", ["bogus", "text x"]),
    ("<!-- a -- b -->c", ["comment  a -- b ", "text c"]),
    ("<!-->a", ["comment ", "text a"]), ("<!--->a", ["comment ", "text a"]),
    ("<!---->a", ["comment ", "text a"]), ("<!-----!>a", ["comment -", "text a"]),
    ("<!-- a --!>b", ["comment  a ", "text b"]), ("<!--a--->b", ["comment a-", "text b"]),
    ("<!-- <!-->a", ["comment  <!", "text a"]), ("<!---!>a", ["unterminated <!---!>a"]),
    ("<!doctype html>", ["doctype"]), ("<!x>", ["bogus"]), ("<!>a", ["bogus", "text a"]),
    ("<![CDATA[a>b]]>", ["cdata", "text b]]>"]), ("<?a ?>", ["instruction"]),
    ("<a b", ["unterminated <a b"]), ("<a b=\">", ["unterminated <a b=\">"]),
    ("<script><b></script >c", ["start script", "raw <b>", "end script", "text c"]),
    ("<script></scripts></SCRIPT/>", ["start script", "raw </scripts>", "end script"]),
    (
      "<script><!--<script></script>--></script>",
      ["start script", "raw <!--<script></script>-->", "end script"]
    ),
    ("<script><!--></script>x", ["start script", "raw <!-->", "end script", "text x"]),
    ("<script><!--</script>x", ["start script", "raw <!--", "end script", "text x"]),
    ("<title><b>", ["start title", "raw <b>"]),
    ("<plaintext></plaintext>", ["start plaintext", "raw </plaintext>"]),
    ("<style></style><b>", ["start style", "end style", "start b"]),
  ])
  func areThoseOfABrowser(_ html: String, _ expected: [String]) {
    #expect(tokens(of: html).map(\.words) == expected)
  }

  @Test(arguments: hostilePayloads)
  func coverTheInputWithoutGaps(_ payload: String) {
    var end = 0
    for token in tokens(of: payload) {
      #expect(token.range.lowerBound == end)
      end = token.range.upperBound
    }
    #expect(end == payload.utf8.count)
  }

  private func tokens(of html: String) -> [(words: String, range: Range<Int>)] {
    let bytes = Array(html.utf8)
    return HTMLTokenizer(bytes, decodeEntities: { decodeEntities($0) }).map { token in
      (words(for: token, in: bytes), token.range)
    }
  }

  private func words(for token: HTMLToken, in bytes: [UInt8]) -> String {
    let source = String(decoding: bytes[token.range], as: UTF8.self)
    switch token.kind {
    case .startTag(let tag):
      let attributes = tag.attributes.map { " \(string($0.name))=\(string($0.value))" }
      return "start \(name(tag.name))\(attributes.joined())\(tag.isSelfClosing ? " /" : "")"
    case .endTag(let found): return "end \(name(found))"
    case .comment(let content): return "comment \(string(Array(bytes[content])))"
    case .bogusComment: return "bogus"
    case .doctype: return "doctype"
    case .processingInstruction: return "instruction"
    case .cdata: return "cdata"
    case .text: return "text \(source)"
    case .rawText: return "raw \(source)"
    case .unterminated: return "unterminated \(source)"
    }
  }

  private func name(_ name: HTMLName) -> String {
    switch name {
    case .element(let element): element.rawValue
    case .other(let bytes): string(bytes)
    }
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
