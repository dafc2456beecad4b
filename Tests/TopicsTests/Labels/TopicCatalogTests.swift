import Testing

@testable import Topics

@Suite struct TopicCatalogTests {
  /// The topics of labels as `id: labels`, and what was merged.
  private func catalog(_ labels: [String]) -> (topics: [String], merges: [String]) {
    var unique: [String] = []
    for label in labels where !unique.contains(label) { unique.append(label) }
    let counts = unique.map { label in labels.count { $0 == label } }
    let catalog = TopicCatalog(labels: unique, counts: counts, LabelReader())
    return (
      catalog.topics.map { "\($0.id): \($0.labels.joined(separator: ", "))" },
      catalog.merges.map {
        "\($0.label) = \(catalog.topics[$0.topic].title): \($0.reason.rawValue)"
      }
    )
  }

  @Test func everyMergeHasItsReason() {
    let found = catalog([
      "AWS CloudTrail", "Amazon CloudTrail", "CloudTrail", "AWS CloudTrail", "aws cloudtrail",
      "Cloud Trail", "Route tables", "Route-tables", "Route table", "Bastion host (BH)",
      "Bastion host",
    ])
    #expect(
      found.topics == [
        "bastion-host: Bastion host (BH), Bastion host",
        "cloudtrail: AWS CloudTrail, Amazon CloudTrail, CloudTrail, aws cloudtrail, Cloud Trail",
        "route-table: Route tables, Route-tables, Route table",
      ])
    #expect(
      found.merges == [
        "Bastion host = Bastion host (BH): acronym",
        "Amazon CloudTrail = AWS CloudTrail: vendor prefix",
        "CloudTrail = AWS CloudTrail: vendor prefix",
        "aws cloudtrail = AWS CloudTrail: case", "Cloud Trail = AWS CloudTrail: alias",
        "Route-tables = Route tables: spelling", "Route table = Route tables: plural",
      ])
  }

  @Test func aPluralThatStandsAloneStaysAsItIs() {
    #expect(catalog(["Runbooks"]).topics == ["runbooks: Runbooks"])
  }

  @Test func servicesOfTwoVendorsAreTwoTopics() {
    let found = catalog(["AWS Firewall", "Azure Firewall", "Firewall", "Microsoft Firewall"])
    #expect(
      found.topics == [
        "aws:firewall: AWS Firewall", "azure:firewall: Azure Firewall, Microsoft Firewall",
        "firewall: Firewall",
      ])
    #expect(found.merges == ["Microsoft Firewall = Azure Firewall: vendor prefix"])
  }

  @Test func aNameThatMayMeanAnythingIsNotTheVendors() {
    let found = catalog(["Config", "AWS Config", "GuardDuty", "AWS GuardDuty"])
    #expect(
      found.topics == [
        "aws:config: AWS Config", "config: Config", "guardduty: GuardDuty, AWS GuardDuty",
      ])
  }

  @Test(arguments: [
    ["C", "C++", "C#"], ["Shield", "Shield Advanced"], ["Windows", "Window"], ["NET", ".NET"],
    ["Directory Service", "Active Directory"], ["Storage (S3)", "Storage (EBS)"],
    ["Secrets Manager", "Systems Manager"], ["TLS 1.2", "TLS 12"], ["AWS KMS", "Azure KMS"],
  ])
  func neverTakesOneForAnother(labels: [String]) {
    #expect(catalog(labels).topics.count == labels.count)
    #expect(catalog(labels).merges == [])
  }
}
