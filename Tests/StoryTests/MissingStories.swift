import Diagnostics
import Testing

/// What leads to nothing: notes to be written, pictures, sections, files.
@Suite struct MissingStories {
  @Test func namesTheNoteThatPointsNowhere() throws {
    let story = try check(
      """
      -- vault.md --
      # Keys
      ## Next Steps
      - [Rotate them](rotation.md)
      - and [more](sub/deep)
      """,
      leads: ["vault.md: wanted rotation.md", "vault.md: wanted sub/deep.md"],
      finds: [
        "vault.md:3:17: warning: 'rotation.md' is not written yet [topic-wanted]",
        "vault.md:4:14: warning: 'sub/deep' is not written yet [topic-wanted]",
      ])
    #expect(story.findings.map(\.target) == ["rotation.md", "sub/deep.md"])
    #expect(story.findings.map(\.label) == ["Rotate them", "more"])
  }

  @Test func suggestsTheNoteThatWasMeant() throws {
    try check(
      """
      -- iam/users.md --
      [roles](iam-role.md) [far](keys.md)
      -- iam/iam-roles.md --
      # Roles
      -- vault/keys.md --
      # Keys
      """,
      finds: [
        "iam/users.md:1:9: warning: 'iam-role.md' is not written yet [topic-wanted]"
          + " did you mean 'iam/iam-roles.md'?",
        "iam/users.md:1:28: warning: 'keys.md' is not written yet [topic-wanted]"
          + " did you mean 'vault/keys.md'?",
      ])
  }

  @Test func findingsOfOneTargetAreOneGroup() throws {
    let story = try Story(
      """
      -- a.md --
      [IAM](iam.md), [Organizations](iam.md#orgs), [IAM](./iam.md)
      -- sub/b.md --
      [Cognito](../iam.md) [Config](config.md)
      """)
    let groups = FindingGroup.grouping(story.findings)
    #expect(groups.map(\.findings.count) == [4, 1])
    #expect(
      groups.map(\.summary) == ["wanted by 3 labels: 'IAM', 'Organizations', 'Cognito'", nil])
    #expect(groups.map { "\($0.first.place)" } == ["a.md:1:7", "sub/b.md:1:31"])
  }

  @Test func missingPicturesAreReportedWithTheNearestName() throws {
    try check(
      """
      -- a.md --
      ![Chart](Images/chart.png) ![Gone](gone.png)
      -- Images/chart.svg --
      """,
      leads: ["a.md: missing Images/chart.png", "a.md: missing gone.png"],
      finds: [
        "a.md:1:10: error: the picture 'Images/chart.png' is not there [image-missing]"
          + " did you mean 'Images/chart.svg'?",
        "a.md:1:36: error: the picture 'gone.png' is not there [image-missing]",
      ])
  }

  @Test func emptyAlternativeTextIsAFindingOfItsOwn() throws {
    let story = try check(
      """
      -- a.md --
      ![](i.png)
      ![ ](gone.png)
      ![](https://example.org/x.png)
      ![Said](i.png)
      -- i.png --
      """,
      finds: [
        "a.md:1:1: warning: the picture 'i.png' has no alternative text [image-alt-empty]"
          + " say in the brackets what the picture shows",
        "a.md:2:1: warning: the picture 'gone.png' has no alternative text [image-alt-empty]"
          + " say in the brackets what the picture shows",
        "a.md:2:6: error: the picture 'gone.png' is not there [image-missing]",
        "a.md:3:1: warning: the picture 'https://example.org/x.png' has no alternative text"
          + " [image-alt-empty] say in the brackets what the picture shows",
      ])
    #expect(
      FindingGroup.grouping(story.findings).compactMap(\.summary)
        == ["3 pictures of this note have none: lines 1, 2, 3"])
  }

  @Test func missingFilesAreNoWantedNotes() throws {
    try check(
      """
      -- a.md --
      [paper](paper.pdf) [odd](www.example.org) [twice](sub/https://example.org)
      -- papers/paper.pdf --
      """,
      leads: [
        "a.md: missing paper.pdf", "a.md: missing www.example.org",
        "a.md: missing sub/https:/example.org",
      ],
      finds: [
        "a.md:1:9: error: no file answers to 'paper.pdf' [link-missing]"
          + " did you mean 'papers/paper.pdf'?",
        "a.md:1:26: error: no file answers to 'www.example.org' [link-missing]",
        "a.md:1:51: error: no file answers to 'sub/https://example.org' [link-missing]"
          + " did you mean 'https://example.org'?",
      ])
  }

  @Test func missingSectionsAreReportedWithTheNearest() throws {
    try check(
      """
      -- a.md --
      # Alpha
      [own](#aplha) [theirs](b.md#next-step) [far](b.md#zzzzzz) [case](b.md#Next-Steps)
      [top](b.md#top) [none](b.md#)
      -- b.md --
      # B
      ## Next steps
      """,
      leads: [
        "a.md: a.md", "a.md: b.md", "a.md: b.md", "a.md: b.md#next-steps", "a.md: b.md",
        "a.md: b.md",
      ],
      finds: [
        "a.md:2:7: warning: this note has no section '#aplha' [anchor-missing]"
          + " did you mean '#alpha'?",
        "a.md:2:24: warning: 'b.md' has no section '#next-step' [anchor-missing]"
          + " did you mean '#next-steps'?",
        "a.md:2:46: warning: 'b.md' has no section '#zzzzzz' [anchor-missing]",
        "a.md:2:66: warning: 'b.md#Next-Steps' differs in upper and lower case from '#next-steps'"
          + " [link-case-mismatch] GitHub would not find it; write it as the file has it",
      ])
  }

  @Test func anchorsAreGitHubsToTheLetter() throws {
    try check(
      """
      -- a.md --
      [a](b.md#8-faq--debug-guide) [b](b.md#日本語-見出し) [c](b.md#dup-1) [d](b.md#here)
      [e](b.md#%E6%97%A5%E6%9C%AC%E8%AA%9E-%E8%A6%8B%E5%87%BA%E3%81%97)
      -- b.md --
      ## 8. FAQ / Debug Guide
      ## 日本語 見出し
      ## Dup
      ## Dup
      <a id="here"></a>
      """,
      leads: [
        "a.md: b.md#8-faq--debug-guide", "a.md: b.md#日本語-見出し", "a.md: b.md#dup-1",
        "a.md: b.md#here", "a.md: b.md#日本語-見出し",
      ],
      finds: [
        "b.md:4:1: info: 'Dup' is a heading of this section already, in line 3 [heading-duplicate]"
          + " links to it need '#dup-1'; another name is easier to find"
      ])
  }

  @Test func undefinedReferencesAndFootnotesAreReported() throws {
    try check(
      """
      -- a.md --
      # A

      See [bad][nope], x[^2] and array[i][j].
      """,
      leads: [],
      finds: [
        "a.md:3:5: warning: no definition for the reference 'nope' [reference-undefined]"
          + " add '[nope]: address' below",
        "a.md:3:19: warning: no definition for the footnote '2' [footnote-undefined]"
          + " add '[^2]: text' below",
      ])
  }

  @Test func dangerousHTMLAndAddressesAreReportedAtTheirLine() throws {
    try check(
      """
      -- a.md --
      # A

      <script>alert(1)</script>

      <p onclick="x()">text</p>

      [x](javascript:alert(1)) and </b>

      - ![y](data:text/html,x)
      """,
      leads: [],
      finds: [
        "a.md:3:1: warning: '<script>alert(1)</script>' is not allowed here and is shown as text"
          + " [html-refused] put it in backticks if it is meant as text",
        "a.md:5:4: info: the attribute onclick on p is left out [html-attribute-refused]",
        "a.md:7:1: error: the address 'javascript:alert(1)' is not allowed [address-refused]"
          + " http, https, mailto, tel and relative addresses are",
        "a.md:7:30: info: '</b>' closes nothing and is shown as text [html-unbalanced]",
        "a.md:9:3: error: the address 'data:text/html,x' is not allowed [address-refused]"
          + " http, https, mailto, tel and relative addresses are",
      ])
  }
}
