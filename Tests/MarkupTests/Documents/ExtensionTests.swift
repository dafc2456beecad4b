import Markup
import Testing

/// What GitHub adds to Markdown: alerts, footnotes, wikilinks.
@Suite struct ExtensionTests {
  @Test(arguments: [
    ("NOTE", "note", "Note"), ("TIP", "tip", "Tip"), ("IMPORTANT", "important", "Important"),
    ("WARNING", "warning", "Warning"), ("CAUTION", "caution", "Caution"), ("Note", "note", "Note"),
  ])
  func alertsHaveATitle(mark: String, name: String, title: String) {
    #expect(
      html("> [!\(mark)]\n> Text *here*.\n>\n> - more\n") == """
        <div class="alert alert-\(name)">
        <p class="alert-title">\(title)</p>
        <p>Text <em>here</em>.</p>
        <ul>
        <li>more</li>
        </ul>
        </div>

        """)
  }

  @Test func alertsMayBeginWithABlankLine() {
    #expect(
      html("> [!TIP]\n>\n> Text\n") == """
        <div class="alert alert-tip">
        <p class="alert-title">Tip</p>
        <p>Text</p>
        </div>

        """)
  }

  @Test(arguments: [
    "> [!NOTE] text\n", "> [!OTHER]\n> text\n", "> [!NOTE]\n", "> text\n> [!NOTE]\n",
    "- > [!NOTE]\n  > text\n", "> > [!NOTE]\n> > text\n",
  ])
  func blockQuotesStayWhatTheyAre(markdown: String) {
    let page = html(markdown)
    #expect(page.contains("<blockquote>") && !page.contains("alert"), "\(page)")
  }

  @Test func footnotesLeadThereAndBackFromEachReference() {
    #expect(
      html("A[^x] b[^y] c[^x].\n\n[^x]: First\n[^y]: Second\n[^unused]: Third\n") == """
        <p>A<sup class="footnote-ref"><a href="#fn:1" id="fnref:1">1</a></sup> b<sup \
        class="footnote-ref"><a href="#fn:2" id="fnref:2">2</a></sup> c<sup \
        class="footnote-ref"><a href="#fn:1" id="fnref:1-2">1</a></sup>.</p>
        <section class="footnotes" aria-label="Footnotes">
        <ol>
        <li id="fn:1">
        <p>First <a class="footnote-back" href="#fnref:1" aria-label="Back to the text">\u{21A9}</a> \
        <a class="footnote-back" href="#fnref:1-2" aria-label="Back to the text">\u{21A9}</a></p>
        </li>
        <li id="fn:2">
        <p>Second <a class="footnote-back" href="#fnref:2" \
        aria-label="Back to the text">\u{21A9}</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func footnotesThatEndWithCodeHaveTheirWayBackBehindIt() {
    let page = html("A[^x]\n\n[^x]: Text\n\n    ```\n    code\n    ```\n")
    #expect(
      page.hasSuffix(
        """
        <pre tabindex="0"><code>code
        </code></pre></div>
        <a class="footnote-back" href="#fnref:1" aria-label="Back to the text">\u{21A9}</a>
        </li>
        </ol>
        </section>

        """), "\(page)")
  }

  @Test(arguments: [
    ("[[note]]", "<a href=\"note\">note</a>"),
    ("[[note|the label]]", "<a href=\"note\">the label</a>"),
    ("[[ a note | b & c ]]", "<a href=\"a%20note\">b &amp; c</a>"),
    ("[[note#Part]]", "<a href=\"note#Part\">note#Part</a>"),
    ("**[[note]]**", "<strong><a href=\"note\">note</a></strong>"),
    ("x[[a]][[b]]", "x<a href=\"a\">a</a><a href=\"b\">b</a>"),
  ])
  func wikilinksAreLinks(markdown: String, shown: String) {
    #expect(html(markdown) == "<p>\(shown)</p>\n")
    #expect(document(markdown).hasWikilinks)
  }

  @Test(arguments: [
    "`[[note]]`", "\\[[note]]", "[\\[note]]", "[[]]", "[[ ]]", "[[a\nb]]", "[[a]", "[[a[b]]]",
    "<code>x</code> [ [note]]",
  ])
  func whatOnlyLooksLikeAWikilinkStaysText(markdown: String) {
    #expect(document(markdown).links == [])
    #expect(document(markdown).problems == [])
  }

  @Test func wikilinksInTablesKeepTheirLabel() {
    let found = document("| a |\n|---|\n| [[note\\|label]] |\n")
    #expect(found.links.map(\.destination) == ["note"])
    #expect(found.links.map { found.text($0.label) } == ["label"])
  }
}
