import Notes
import Testing

@testable import Topics

@Suite struct WordSketchTests {
  private let reader = LabelReader([
    Configuration.TopicAlias(label: "Door policy", topic: "AWS IAM", line: 1),
    Configuration.TopicAlias(label: "Tresor", topic: "Vault", line: 2),
  ])

  private func mayHold(_ heading: String, _ label: String) -> Bool {
    WordSketch(of: heading, reader.aliasWords).mayHold(WordSketch(asking: reader.name(label)))
  }

  @Test(arguments: [
    ("AWS KMS", "Key Management Service"), ("Key Management Service - KMS", "KMS"),
    ("Guard Duty findings", "GuardDuty"), ("NACLs and groups", "Network ACL"),
    ("Security Hubs", "AWS Security Hub"), ("Policies of old", "Policy"), ("C++ for all", "C++"),
    ("Door policies", "Door policies"), ("Door policy", "IAM"), ("Le tresor", "Vault"),
    ("Über Straßen", "Strassen"), ("What's TLS 1.2?", "TLS 1.2"), ("On .NET", ".NET"),
    ("8. FAQ / Debug Guide", "Debug guide"), ("Web services by Amazon", "AWS"),
  ])
  func neverDeniesAHeadingThatNamesTheTopic(heading: String, label: String) {
    #expect(mayHold(heading, label))
  }

  @Test(arguments: [
    ("Backup plans", "Key rotation"), ("Keyboard", "Key rotation"), ("1. Overview", "Secrets"),
    ("C", "C++"), ("", "Vault"),
  ])
  func mostlyDeniesOthers(heading: String, label: String) {
    #expect(!mayHold(heading, label))
  }

  @Test func whateverMatchesIsNotDenied() {
    var numbers = SeededNumbers(state: 11)
    let words = [
      "AWS", "Amazon", "Azure", "Key", "keys", "Management", "Service", "KMS", "IAM", "Identity",
      "and", "Access", "Cloud", "Trail", "CloudTrail", "policy", "policies", "(SSM)", "Systems",
      "Manager", "Parameter", "Store", "vs.", "1.2", "Überblick", "uberblick", "Door", "Tresor",
      "NACLs", "Security", "Groups", "Hub", "hubs", "C++", "Shield", "&", "–", "what's", "whats",
      "GuardDuty", "Guard", "Duty", "S3", "glacier", "Simple", "Storage",
    ]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &numbers))
        .compactMap { _ in words.randomElement(using: &numbers) }.joined(separator: " ")
    }
    var matches = 0
    for _ in 0..<40_000 {
      let (heading, label) = (text(5), text(3))
      guard HeadingMatch(reader.name(label), reader.name(heading)) != nil else { continue }
      matches += 1
      #expect(mayHold(heading, label), "'\(label)' in '\(heading)'")
    }
    #expect(matches > 500)
  }
}
