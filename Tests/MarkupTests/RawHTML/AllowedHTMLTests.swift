import Markup
import Testing

/// Blocks of raw HTML, the page they make, and what is reported.
struct Golden: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let blocks: [String]
  let page: String
  var findings: [String] = []
}

private let goldens = [
  Golden(
    testDescription: "folds with a summary",
    blocks: ["<details open><summary>More</summary>\n", "<b>x</b>", "</details>\n"],
    page: "<details open=\"\"><summary>More</summary>\n<b>x</b></details>\n"),
  Golden(
    testDescription: "centres an image in a paragraph",
    blocks: ["<p align=center><img width=800 src=\"../x.png\"></p>"],
    page: "<p class=\"align-center\"><img src=\"../x.png\" width=\"800\"></p>"),
  Golden(
    testDescription: "writes small print",
    blocks: ["<small>one<br>two<br/>three &amp; four</small>"],
    page: "<small>one<br>two<br>three &amp; four</small>"),
  Golden(
    testDescription: "writes keys and subscripts",
    blocks: ["<KBD>Ctrl</KBD> H<sub>2</sub>O <sup>2</sup>"],
    page: "<kbd>Ctrl</kbd> H<sub>2</sub>O <sup>2</sup>"),
  Golden(
    testDescription: "makes a paragraph that stays open a div",
    blocks: ["<p align=\"center\">\n", "<b>x</b>", "</p>\n"],
    page: "<div class=\"align-center\">\n<b>x</b></div>\n"),
  Golden(
    testDescription: "makes a paragraph with a block in it a div",
    blocks: ["<p align=center><h3>x</h3></p>"],
    page: "<div class=\"align-center\"><h3>x</h3></div>"),
  Golden(
    testDescription: "ends a paragraph where the next begins",
    blocks: ["<p>one<p>two</p>"], page: "<p>one</p><p>two</p>"),
  Golden(
    testDescription: "ends list items and cells where the next begin",
    blocks: ["<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><th scope=row>3</table>"],
    page: "<ul><li>a</li><li>b</li></ul><table><tr><td>1</td><td>2</td></tr>"
      + "<tr><th scope=\"row\">3</th></tr></table>"),
  Golden(
    testDescription: "ends table parts where the next begin",
    blocks: ["<table><thead><tr><th>1<tbody><tr><td colspan=2 rowspan=101>2</table>"],
    page: "<table><thead><tr><th>1</th></tr></thead><tbody><tr><td colspan=\"2\">2</td></tr>"
      + "</tbody></table>",
    findings: ["td rowspan at 48"]),
  Golden(
    testDescription: "ends terms where the next begin",
    blocks: ["<dl><dt>a<dd>b<dt>c</dl>"], page: "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
  Golden(
    testDescription: "closes what is left open",
    blocks: ["<div><b>x"], page: "<div><b>x</b></div>"),
  Golden(
    testDescription: "keeps newlines in pre",
    blocks: ["<pre>\n\n a\n\tb\n</pre>"], page: "<pre>\n\n a\n\tb\n</pre>"),
  Golden(
    testDescription: "hides comments",
    blocks: ["a<!-- b -->c<!---->d"], page: "acd"),
  Golden(
    testDescription: "shows a script as text, reported once",
    blocks: ["<b>x</b><script>if (a < b) '</b>'</script>y"],
    page: "<b>x</b>&lt;script&gt;if (a &lt; b) '&lt;/b&gt;'&lt;/script&gt;y",
    findings: ["rawTextElement at 8"]),
  Golden(
    testDescription: "shows an unknown element as text, reported once",
    blocks: ["<center>x</center>"], page: "&lt;center&gt;x&lt;/center&gt;",
    findings: ["elementNotAllowed at 0"]),
  Golden(
    testDescription: "reports an end tag without a start",
    blocks: ["x</b>"], page: "x&lt;/b&gt;", findings: ["unmatchedEndTag at 1"]),
  Golden(
    testDescription: "repairs crossed tags",
    blocks: ["<b><i>x</b></i>"], page: "<b><i>x</i></b>&lt;/i&gt;",
    findings: ["unmatchedEndTag at 11"]),
  Golden(
    testDescription: "drops attributes that are not allowed",
    blocks: ["<b class=x onclick=y title='a\"b' lang=de>x</b>"],
    page: "<b title=\"a&quot;b\" lang=\"de\">x</b>", findings: ["b class at 3", "b onclick at 11"]),
  Golden(
    testDescription: "keeps the first of two attributes",
    blocks: ["<b title=x TITLE=y>z</b>"], page: "<b title=\"x\">z</b>"),
  Golden(
    testDescription: "reads sizes in pixels, not in percent",
    blocks: ["<img src=x width=500px height=50%>"], page: "<img src=\"x\" width=\"500\">",
    findings: ["img height at 23"]),
  Golden(
    testDescription: "reads the numbering of a list",
    blocks: ["<ol start=-3 type=a reversed><li value=7>x</ol>"],
    page: "<ol start=\"-3\" type=\"a\" reversed=\"\"><li value=\"7\">x</li></ol>"),
  Golden(
    testDescription: "makes a named anchor an element of its own",
    blocks: ["<a name=\"x\"></a><a name=y>Y</a><a id=\"z\"/>w"],
    page: "<span id=\"x\"></span><span id=\"y\"></span>Y<span id=\"z\"></span>w",
    findings: []),
  Golden(
    testDescription: "writes an id once",
    blocks: ["<h2 id=x>a</h2><h2 id=x>b</h2>"], page: "<h2 id=\"x\">a</h2><h2>b</h2>",
    findings: ["h2 id at 19"]),
  Golden(
    testDescription: "keeps a link",
    blocks: ["<a href=\"b.md#c&amp;d\" title=e id=f target=_blank>x</a>"],
    page: "<a href=\"b.md#c&amp;d\" id=\"f\" title=\"e\">x</a>", findings: ["a target at 36"]),
  Golden(
    testDescription: "writes no link to a forbidden address",
    blocks: ["<a href=javascript:x>x</a>y"], page: "xy", findings: ["address at 0"]),
  Golden(
    testDescription: "refuses a link in a link",
    blocks: ["<a href=x><a href=y>z</a></a>"],
    page: "<a href=\"x\">&lt;a href=y&gt;z&lt;/a&gt;</a>", findings: ["nestedLink at 10"]),
  Golden(
    testDescription: "refuses a heading in a heading",
    blocks: ["<h1>a<h2>b</h2></h1>"], page: "<h1>a&lt;h2&gt;b&lt;/h2&gt;</h1>",
    findings: ["nestedHeading at 5"]),
  Golden(
    testDescription: "refuses parts without their whole",
    blocks: ["<li>a</li><td><dd><summary><caption>"],
    page: "&lt;li&gt;a&lt;/li&gt;&lt;td&gt;&lt;dd&gt;&lt;summary&gt;&lt;caption&gt;",
    findings: [
      "misplaced at 0", "misplaced at 10", "misplaced at 14", "misplaced at 18", "misplaced at 27",
    ]),
  Golden(
    testDescription: "shows markup that never ends",
    blocks: ["a <b <i", "b <!-- c"], page: "a &lt;b &lt;ib &lt;!-- c",
    findings: ["unterminated at 2", "unterminated at 2"]),
  Golden(
    testDescription: "shows declarations and instructions",
    blocks: ["<!DOCTYPE html><?php x ?><![CDATA[y]]></ z>"],
    page: "&lt;!DOCTYPE html&gt;&lt;?php x ?&gt;&lt;![CDATA[y]]&gt;&lt;/ z&gt;",
    findings: [
      "doctype at 0", "processingInstruction at 15", "cdata at 25", "bogusComment at 38",
    ]),
]

@Suite struct AllowedHTML {
  @Test(arguments: goldens) func becomes(_ golden: Golden) {
    let page = TestPage(blocks: golden.blocks).finished()
    #expect(page.html == golden.page)
    #expect(page.findings == golden.findings)
    #expect(StrictVerifier.complaint(about: page.bytes) == nil)
  }

  @Test func handsOverCommentsWithTheirPlace() {
    let page = TestPage(blocks: ["a<!-- responsibility: us --><!--> b <!-- c --!>"])
    #expect(page.comments == ["1: responsibility: us ", "28:", "36: c "])
    #expect(page.html == "a b ")
  }

  @Test func refusesABlockInAParagraph() {
    var page = TestPage()
    page.container(.inline, "p") { page in
      for tag in ["<div>", "<b>", "</b>", "</div>", "<hr>", "<br>"] { page.add(tag, inline: true) }
    }
    #expect(page.html == "<p>&lt;div&gt;<b></b>&lt;/div&gt;&lt;hr&gt;<br></p>")
    #expect(page.findings == ["blockInInline at 0", "blockInInline at 0"])
  }

  @Test func closesWithTheContainerAndNotBeyondIt() {
    var page = TestPage()
    page.container(.inline, "p") { page in
      page.add("<b>", inline: true)
      page.container(.inline, "em") { page in
        page.add("<i>", inline: true)
        page.add("</b>", inline: true)
      }
    }
    #expect(page.html == "<p><b><em><i>&lt;/b&gt;</i></em></b></p>")
    #expect(page.findings == ["unmatchedEndTag at 0"])
  }

  @Test func writesAListInATableCell() {
    var page = TestPage()
    page.container(.block, "td") { page in
      for tag in ["<ul>", "<li>", "<p>", "</p>", "</ul>"] { page.add(tag, inline: true) }
    }
    #expect(page.html == "<td><ul><li><div></div></li></ul></td>")
  }

  @Test func refusesALinkInAMarkdownLinkButNotAnAnchor() {
    var page = TestPage()
    page.add("<a href=x>", inline: true, insideLink: true)
    page.add("</a>", inline: true, insideLink: true)
    page.add("<a name=x>", inline: true, insideLink: true)
    #expect(page.html == "&lt;a href=x&gt;&lt;/a&gt;<span id=\"x\"></span>")
    #expect(page.findings == ["nestedLink at 0"])
  }

  @Test func refusesTheHundredAndFirstElement() {
    let page = TestPage(blocks: [String(repeating: "<b>", count: 101)]).finished()
    #expect(page.findings == ["tooDeep at 300"])
    let open = String(repeating: "<b>", count: 100)
    #expect(page.html == open + "&lt;b&gt;" + String(repeating: "</b>", count: 100))
  }

  @Test func remembersARefusedScriptAcrossInlineNodes() {
    var page = TestPage()
    for tag in ["<script>", "</script>"] { page.add(tag, inline: true) }
    #expect(page.html == "&lt;script&gt;&lt;/script&gt;")
    #expect(page.findings == ["rawTextElement at 0"])
  }
}

@Suite struct OpenElements {
  @Test func knowsWhereTextMayStand() {
    var state = RawHTMLState()
    #expect(state.acceptsText)
    #expect(state.startTag(.table) == .write(.table, closing: []))
    #expect(state.startTag(.tr) == .write(.tr, closing: []))
    #expect(!state.acceptsText)
    #expect(state.startTag(.td) == .write(.td, closing: []))
    #expect(state.acceptsText)
    #expect(state.endTag(.element(.td)) == .close([.td]))
    #expect(state.closeUntilTextIsAccepted() == [.tr, .table])
    #expect(state.acceptsText)
  }

  @Test func knowsAnOpenParagraphAndAnOpenLink() {
    var state = RawHTMLState()
    #expect(state.startTag(.p) == .write(.p, closing: []))
    #expect(state.hasOpenParagraph)
    #expect(state.startTag(.div) == .write(.div, closing: [.p]))
    #expect(!state.hasOpenParagraph)
    #expect(state.startTag(.p, closesInNode: false) == .write(.div, closing: []))
    #expect(!state.hasOpenParagraph)
    #expect(!state.hasOpenLink)
    #expect(state.startTag(.a, isLink: true) == .write(.a, closing: []))
    #expect(state.hasOpenLink)
    #expect(state.leaveContainer() == [.a, .div, .div])
  }

  @Test func keepsEndTagsInsideTheirCell() {
    var state = RawHTMLState()
    for element in [HTMLElement.div, .table, .tr, .td] { _ = state.startTag(element) }
    #expect(state.endTag(.element(.div)) == .refused(.unmatchedEndTag))
    #expect(state.endTag(.element(.table)) == .close([.td, .tr, .table]))
    #expect(state.endTag(.element(.div)) == .close([.div]))
  }
}
