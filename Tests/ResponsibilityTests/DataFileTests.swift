import Testing

@testable import Responsibility

@Suite struct DataFileTests {
  /// Two notes that contradict each other, and a data file.
  private func story(_ file: String, today: String? = nil) throws -> Story {
    try Story(
      """
      -- one.md --
      # AWS, one
      ## AWS responsibilities
      - facilities
      -- two.md --
      # AWS, two
      ## Red Hat responsibilities
      - facilities
      -- responsibilities.yml --
      \(file)
      """, today: today)
  }

  private let settled = """
    overrides:
      - row: facilities
        provider: aws
        party: aws
        reason: the contract says so
        by: Ann
        date: 2026-01-31
        expires: 2026-12-31
    """

  @Test func aConflictIsToldOnBothSides() throws {
    let story = try story("")
    #expect(story.cells == ["facilities @ -: conflict conflict"])
    #expect(
      story.findings == [
        "one.md:3:1: error: 'Facilities' is given to AWS here and to Red Hat in two.md:3:1"
          + " [matrix-conflict]",
        "two.md:3:1: error: 'Facilities' is given to Red Hat here and to AWS in one.md:3:1"
          + " [matrix-conflict]",
      ])
  }

  @Test func anOverrideWithAReasonSettlesIt() throws {
    let story = try story(settled, today: "2026-12-31")
    #expect(story.cells == ["facilities @ -: refined aws"])
    #expect(story.rules == ["2 matrix-refined"])
    #expect(
      story.claims.last == "responsibilities.yml:2 override: facilities @ -: aws")
    #expect(story.matrix.claims.last?.provenance.text == "the contract says so (Ann, 2026-01-31)")
  }

  @Test func anExpiredOverrideBringsTheConflictBack() throws {
    let story = try story(settled, today: "2027-01-01")
    #expect(story.cells == ["facilities @ -: conflict conflict"])
    #expect(
      story.rules == ["3 matrix-conflict", "2 matrix-override-expired", "3 matrix-conflict"])
  }

  @Test func aSuppressionSilencesARow() throws {
    let story = try story(
      """
      suppressions:
        - rule: matrix-conflict
          row: r-facilities
          reason: both notes are being rewritten
      """)
    #expect(story.cells == ["facilities @ -: conflict conflict"])
    #expect(story.findings == [])
  }

  @Test func namesOfItsOwnAreKnownInNotes() throws {
    let story = try Story(
      """
      -- a.md --
      # Mesh
      | Layer | Responsible |
      |---|---|
      | Sidecars | The Hosters |
      | Hardware | AWS |
      -- responsibilities.yml --
      parties:
        hosters: {name: The Hosters, kind: third-party}
      layers:
        service-mesh: {name: Service mesh, aliases: [sidecar], invariant: provider}
      rows:
        service-mesh: {number: 3}
        vault: {}
      """)
    #expect(
      story.claims == [
        "a.md:4 owner-column: service-mesh @ -: hosters", "a.md:5 owner-column: hardware @ -: aws",
      ])
    #expect(story.matrix.rows.map(\.citation) == ["R-33", "R-03"])
    #expect(story.rules == ["7 matrix-row-vanished"])
  }

  @Test func whatIsWrongWithItHasItsPlace() throws {
    let story = try Story(
      """
      -- a.md --
      # A
      -- responsibilities.yml --
      overides: []
      overrides:
        - {row: a, party: aws}
        - {row: a, party: martians, reason: why not}
        - {party: aws, reason: x}
        - {row: a, service: nonesuch, party: aws, reason: x}
      suppressions:
        - {rule: matrix-conflct, reason: x}
        - {rule: matrix-conflict}
      """)
    #expect(
      story.rules == [
        "1 matrix-file-invalid", "3 matrix-file-invalid", "4 matrix-unknown-party",
        "5 matrix-file-invalid", "6 matrix-file-invalid", "8 matrix-file-invalid",
        "9 matrix-file-invalid",
      ])
  }
}
