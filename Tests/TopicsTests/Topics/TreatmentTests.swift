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
}
