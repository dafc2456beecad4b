import Notes
import Testing

@testable import Topics

@Suite struct TopicNameTests {
  private let reader = LabelReader()

  private func key(_ label: String) -> String {
    reader.name(label).key.joined(separator: " ")
  }

  @Test(arguments: [
    ("  Route\u{A0}tables ", "route tables"), ("What’s next?", "whats next"),
    ("Überblick", "uberblick"), ("U\u{308}berblick", "uberblick"), ("Straße", "strasse"),
    ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"), ("ﬁle", "file"), ("Łódź", "lodz"), ("日本語 見出し", "日本語 見出し"),
    ("Ελληνικά", "ελληνικά"), ("Q&A", "q and a"), ("🙂", "🙂"), ("TLS 1.2", "tls 1.2"),
    ("C", "c"), ("C++", "c++"), ("C#", "c#"), (".NET", ".net"), ("End.", "end"),
    ("multi-factor_login", "multi factor login"),
  ])
  func foldsSpellings(label: String, folded: String) {
    #expect(key(label) == folded)
  }

  @Test(arguments: [
    ("AWS Systems Manager (SSM)", "systems manager"), ("SSM", "systems manager"),
    ("Key Management Service - KMS", "key management service"),
    ("AWS KMS", "key management service"), ("Simple Storage Service (S3)", "s3"),
    ("Backup plans (BP)", "backup plans"), ("DNS (Domain Name System)", "domain name system"),
    ("Storage (EBS)", "storage ebs"), ("Storage (cold)", "storage cold"),
    ("NACLs", "network access control list"),
  ])
  func readsShortForms(label: String, name: String) {
    #expect(key(label) == name)
  }

  @Test(arguments: [
    ("AWS Config", "config", Vendor.aws), ("Amazon Web Services", "amazon web services", .aws),
    ("Microsoft Azure Monitor", "monitor", .azure),
    ("Google Cloud Storage", "google cloud storage", .google),
    ("GCS", "google cloud storage", .google), ("Google Cloud SQL", "cloud sql", .google),
    ("S3", "s3", .aws), ("Azure", "azure", nil), ("Config", "config", nil),
    ("IAM", "identity and access management", nil),
  ])
  func tellsTheVendor(label: String, name: String, vendor: Vendor?) {
    #expect(key(label) == name)
    #expect(reader.name(label).vendor == vendor)
  }

  @Test(arguments: [
    ("policies", "policy"), ("groups", "group"), ("boxes", "box"), ("classes", "class"),
    ("apis", "api"), ("access", "access"), ("status", "status"), ("windows", "windows"),
    ("kubernetes", "kubernetes"), ("redis", "redis"), ("gas", "gas"), ("hosts", "host"),
  ])
  func makesPlainPluralsSingular(word: String, singular: String) {
    #expect(Singular.of(word) == singular)
  }

  @Test func plainAndOtherLabelsAreReadAlike() {
    var numbers = SeededNumbers(state: 5)
    let letters = Array("aBcD19 -_(),:;/!?* ")
    for _ in 0..<2000 {
      let label = String((0..<12).compactMap { _ in letters.randomElement(using: &numbers) })
      #expect(WordScanner.plainWords(label) == WordScanner.scannedWords(label), "\(label)")
    }
  }

  @Test func everyNameOfTheTableMeansOneService() {
    var owner: [String: String] = [:]
    for line in AliasTable.data.split(separator: "\n") {
      let fields = line.split(separator: "|").map { field in
        WordScanner.words(of: String(field)).map(\.text).joined(separator: " ")
      }
      #expect(fields.count > 1 && ["any", "aws", "azure", "google"].contains(fields[0]))
      for name in fields.dropFirst() {
        #expect(owner[name] == nil, "'\(name)' stands twice in the table")
        owner[name] = fields[1]
      }
    }
  }

  @Test func configuredAliasesGoFirst() {
    let reader = LabelReader([
      Configuration.TopicAlias(label: "Tresor", topic: "AWS KMS", line: 1),
      Configuration.TopicAlias(label: "SSM", topic: "Site survey map", line: 2),
      Configuration.TopicAlias(label: "AWS Config", topic: "AWS Config", line: 3),
    ])
    #expect(reader.name("tresor").key == ["key", "management", "service"])
    #expect(reader.name("SSM").key == ["site", "survey", "map"])
    #expect(reader.name("AWS Config").key == ["aws", "config"])
    #expect(reader.name("Amazon Config").key == ["config"])
  }
}
