import Notes
import Testing

@testable import Topics

@Suite struct NextStepTests {
  private func steps(_ note: String, headings: [String]? = nil) throws -> [String] {
    var configuration = Configuration()
    configuration.nextStepHeadings = headings
    let found = try graph("-- a.md --\n\(note)\n-- b.md --\n# Second", configuration).nextSteps
    return found.map { "\($0.order). \($0.label) \($0.line):\($0.column)" }
  }

  @Test func readsListsAndSentencesInOrder() throws {
    let found = try steps(
      """
      # First
      A [link](b.md) before.
      ## Next Steps
      - [Rotate *keys*](rotation.md)
      - ![picture](b.png) [](b.md)

      Then read [about `vaults`](b.md#x), or [elsewhere](https://example.org).
      ### Later
      [More](more.md)
      ## Other
      [not this](b.md)
      """)
    #expect(
      found == [
        "1. Rotate keys 4:3", "2. Second 5:21", "3. about vaults 7:11", "4. elsewhere 7:40",
        "5. More 9:1",
      ])
  }

  @Test(arguments: [
    "# next steps", "###### What’s Next?", "## 8. See also:", "## **Further** reading",
    "## RELATED",
    "## 👉 Next", "Next steps\n---",
  ])
  func knowsTheUsualHeadings(heading: String) throws {
    #expect(try steps("\(heading)\n\n[B](b.md)").count == 1)
  }

  @Test(arguments: [
    "## Next.js", "## Related work of others", "## Nextcloud", "Next steps", "## 2",
  ])
  func otherHeadingsAreNone(heading: String) throws {
    #expect(try steps("\(heading)\n\n[B](b.md)") == [])
  }

  @Test func configuredHeadingsGoInPlaceOfTheUsualOnes() throws {
    let note = "# A\n## Weiter geht’s\n[B](b.md)\n## Next steps\n[C](c.md)"
    let found = try steps(note, headings: ["weiter gehts"])
    #expect(found == ["1. B 3:1"])
  }
}
