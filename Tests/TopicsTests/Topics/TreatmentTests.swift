import Notes
import Testing

@testable import Topics

@Suite struct TreatmentTests {
  /// Where next steps with these labels lead, all of which point at a note with these headings.
  private func ways(_ labels: [String], to note: String, others: String = "") throws -> [String] {
    let list = labels.map { "- [\($0)](b.md)" }.joined(separator: "\n")
    let story = "-- a.md --\n# Next steps\n\(list)\n-- b.md --\n\(note)\n\(others)"
    return try graph(story).ways(of: 0)
  }

  @Test func labelsLeadToTheSectionsOfOneNote() throws {
    let found = try ways(
      [
        "AWS IAM", "Amazon Macie", "Key Management Service", "Amazon Cognito",
        "NACLs and Security Groups", "AWS Shield Advanced", "AWS Systems Manager (SSM)",
      ],
      to: """
        # Protection
        ## Identity and Access Management
        ## AWS Macie
        ## Macie findings
        ## AWS KMS
        ## AWS WAF, Shield, and Shield Advanced
        ### AWS Shield and Shield Advanced
        ## NACLs vs. Security Groups
        ## AWS Cognito and web identities
        ## Systems Manager
        """)
    #expect(
      found == [
        "AWS IAM -> note:b.md#identity-and-access-management alias",
        "Amazon Macie -> note:b.md#aws-macie exact",
        "Key Management Service -> note:b.md#aws-kms alias",
        "Amazon Cognito -> note:b.md#aws-cognito-and-web-identities phrase",
        "NACLs and Security Groups -> note:b.md#nacls-vs-security-groups phrase",
        "AWS Shield Advanced -> note:b.md#aws-shield-and-shield-advanced phrase",
        "AWS Systems Manager (SSM) -> note:b.md#systems-manager exact",
      ])
  }

  @Test func aHeadingThatSharesSomeWordsIsNotTheTopics() throws {
    let found = try ways(
      ["Identity Federation", "Directory Services", "Azure Monitor", "AWS Config"],
      to: """
        # Notes
        ## Active Directory Federation within AWS
        ## AWS Monitor
        ## Configuration
        """)
    #expect(
      found == [
        "Identity Federation -> ?", "Directory Services -> ?", "Azure Monitor -> ?",
        "AWS Config -> ?",
      ])
  }

  @Test func theHeadingWithTheFewestOtherWordsIsBest() throws {
    let found = try ways(
      ["Key rotation"],
      to:
        "# N\n## Key rotation for beginners and experts\n## Key rotation basics\n## Rotation of keys"
    )
    #expect(found == ["Key rotation -> note:b.md#key-rotation-basics phrase"])
  }

  @Test func wordsInAnotherOrderCountWhereNoPhraseDoes() throws {
    let found = try ways(["Key rotation"], to: "# N\n## Rotation of keys")
    #expect(found == ["Key rotation -> note:b.md#rotation-of-keys words"])
  }

  @Test func anAuthorsAnchorDecides() throws {
    let found = try graph(
      "-- a.md --\n# Next\n[Keys](b.md#locks)\n-- b.md --\n# B\n## Keys\n## Locks\n")
    #expect(found.ways(of: 0) == ["Keys -> note:b.md#locks anchor"])
  }

  @Test func elseTheOneNoteOfThatTitle() throws {
    let found = try ways(
      ["Vaults", "Keys"], to: "# Notes",
      others: "-- c.md --\n# Vault\n-- d.md --\n# Keys\n-- e.md --\n# Keys")
    #expect(found == ["Vaults -> ?", "Keys -> ?"])
    let one = try ways(["Vaults"], to: "# Notes", others: "-- c.md --\n# Vaults")
    #expect(one == ["Vaults -> note:c.md exact"])
  }

  @Test func aHeadingThatSaysNextStepsTreatsNothing() throws {
    #expect(try ways(["Related"], to: "# B\n## Related\n") == ["Related -> ?"])
  }

  /// The rivals of the first next step: `note#anchor`.
  private func rivals(_ story: String) throws -> [String] {
    let found = try graph(story)
    return (found.rivals[0] ?? []).map { rival in
      "\(found.nodes[rival.note].id)\(rival.anchor.map { "#\($0)" } ?? "")"
    }
  }

  @Test func sectionsThatAnswerEquallyWellAreRivals() throws {
    let step = "-- a.md --\n# Next\n[Keys](b.md)\n-- b.md --\n"
    #expect(
      try rivals("\(step)# B\n## Keys\n### Keys\n## Locks\n### Keys") == ["note:b.md#keys-2"])
    #expect(try rivals("\(step)# Keys\n## Keys") == [])
    #expect(try rivals("\(step)# B\n## Keys of old\n## Keys of new") == [])
  }

  @Test func notesWithTheSameTitleAreRivals() throws {
    let story = "-- a.md --\n# Next\n[Keys](x.md)\n-- b.md --\n# Keys\n-- c.md --\n# AWS Keys"
    #expect(try rivals(story) == ["note:b.md", "note:c.md"])
    #expect(try graph(story).nextSteps.first?.destination == nil)
  }

  @Test func theReaderComesToTheNoteThatIsWritten() throws {
    let found = try graph(
      """
      -- a.md --
      # Next
      [Keys](x.md), [Locks](b.md), [Doors](z.md)
      -- b.md --
      # Keys
      """)
    #expect(found.nextSteps.map(\.destination) == [1, 1, nil])
    #expect(
      found.nextSteps.map { $0.end.map { found.nodes[$0].id } } == [
        "wanted:x.md", "note:b.md", "wanted:z.md",
      ])
  }
}
