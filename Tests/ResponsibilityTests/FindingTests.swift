import Testing

@testable import Responsibility

@Suite struct FindingTests {
  @Test func aReviewOfMoreThanAYearAgoIsStale() throws {
    let note = """
      ---
      responsibility: {services: [rds], reviewed: 2025-03-31}
      ---
      # RDS
      """
    #expect(try Story(note, today: "2026-03-28").rules == [])
    #expect(try Story(note, today: "2026-03-29").rules == ["2 matrix-review-stale"])
    #expect(try Story(note).rules == [])
  }

  @Test func picturesWithoutTextAreFindings() throws {
    let story = try Story(
      """
      # Clouds
      ![](shared-responsibility.png)
      ## Shared responsibility
      ![a chart of it](a.png) ![](b.png)
      ## Elsewhere
      ![](c.png)
      """)
    #expect(story.rules == ["2 matrix-picture-only", "4 matrix-picture-only"])
  }
}
