import Markup
import Testing

@Suite struct AnchorTests {
  @Test(arguments: [
    ("8. FAQ / Debug Guide", "8-faq--debug-guide"),
    ("日本語 見出し", "日本語-見出し"),
    ("Ready 🚀 steady", "ready--steady"),
    ("🚀", ""),
    ("C++ & C#", "c--c"),
    ("`code` in heading", "code-in-heading"),
    ("*Emphasis* and **strong**", "emphasis-and-strong"),
    ("naïve café", "naïve-café"),
    ("ÄÖÜ GROSS", "äöü-gross"),
    ("snake_case and __init__.py", "snake_case-and-initpy"),
    ("`__init__` kept", "__init__-kept"),
    ("What now?!", "what-now"),
    ("Ends with dots...", "ends-with-dots"),
    ("a - b", "a---b"),
    ("two  spaces", "two--spaces"),
    ("[a link](x.md) inside", "a-link-inside"),
    ("![alt](x.png) picture", "-picture"),
    ("Q&amp;A", "qa"),
    ("50 % of 1/2", "50--of-12"),
    ("Привет мир", "привет-мир"),
    ("x² and ½", "x-and-"),
  ])
  func isGitHubsForAHeading(heading: String, anchor: String) {
    #expect(document("## \(heading)\n").headings.map(\.anchor) == [anchor])
  }

  @Test func numbersHeadingsOfOneName() {
    let found = document("# Dup\n## dup\n### DUP\n## Other\n## dup!\n").headings
    #expect(found.map(\.anchor) == ["dup", "dup-1", "dup-2", "other", "dup-3"])
  }

  @Test func stepsAsideWhereANumberIsTakenByAName() {
    #expect(
      document("# dup\n# dup-1\n# dup\n# dup-1\n").headings.map(\.anchor)
        == ["dup", "dup-1", "dup-2", "dup-1-1"])
    #expect(
      document("# dup\n# dup\n# dup-1\n").headings.map(\.anchor) == ["dup", "dup-1", "dup-1-1"])
  }

  @Test func knowsHeadingsOfBothKindsAndInContainers() {
    let found = document("Title\n=====\n\n> ## Quoted\n\n- ### In a list\n\nSecond\n---\n")
    #expect(
      found.headings.map { "\($0.line):\($0.column) \($0.level) \($0.anchor)" }
        == ["1:1 1 title", "4:3 2 quoted", "6:3 3 in-a-list", "8:1 2 second"])
    #expect(found.title == "Title")
    #expect(found.hasTitleHeading)
  }

  @Test func isInThePageWithALinkToItself() {
    #expect(
      html("# One\n\n## Two &lt;three&gt;\n") == """
        <h1 id="one">One</h1>
        <div class="heading"><h2 id="two-three">Two &lt;three&gt;</h2><a class="anchor" \
        href="#two-three" aria-label="Link to the section Two &lt;three&gt;">#</a></div>

        """)
  }

  @Test func isGivenByRawHTMLToo() {
    let found = document("<a id=\"here\"></a>\n\n<a name=\"there\"></a>\n\n## Heading\n")
    #expect(found.rawAnchors == ["here", "there"])
    #expect(found.hasAnchor("here") && found.hasAnchor("there") && found.hasAnchor("heading"))
    #expect(!found.hasAnchor("nowhere"))
  }
}
