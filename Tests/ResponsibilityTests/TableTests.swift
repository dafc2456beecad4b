import Testing

@testable import Responsibility

/// Tables of every shape that people use.
@Suite struct TableTests {
  private func claims(_ table: String, title: String = "AWS") throws -> [String] {
    try Story("# \(title)\n\n\(table)").claims.map { claim in
      String(claim.split(separator: " ", maxSplits: 1)[1])
    }
  }

  @Test func layersByModelsWithParties() throws {
    let story = try Story(
      """
      # Azure

      | | On-prem | IaaS | PaaS | SaaS |
      |:--|:-:|:-:|:-:|:-:|
      | Data | Customer | **Customer** | You | **You** |
      | Operating system[^1] | Customer | Customer | Microsoft | Azure |
      | Network controls | Customer | Customer | Shared | Microsoft |
      | Physical \\| hosts | Customer | N/A | Microsoft | – |

      [^1]: If the image is from the marketplace.
      """)
    #expect(
      story.cells.filter { $0.hasPrefix("guest-os") || $0.hasPrefix("customer-data") } == [
        "customer-data @ on-premises: single customer", "customer-data @ iaas: single customer",
        "customer-data @ paas: single customer", "customer-data @ saas: single customer",
        "guest-os @ on-premises: single customer", "guest-os @ iaas: single customer",
        "guest-os @ paas: single microsoft", "guest-os @ saas: single microsoft",
      ])
    #expect(
      story.cells.filter { $0.hasPrefix("hardware") } == [
        "hardware @ on-premises: single customer", "hardware @ iaas: notApplicable not-applicable",
        "hardware @ paas: single microsoft", "hardware @ saas: notApplicable not-applicable",
      ])
    #expect(
      story.claims.contains { $0.hasSuffix("microsoft if If the image is from the marketplace.") })
    #expect(story.rules.contains("7 matrix-shared-without-split"))
  }

  @Test func columnsOfPartiesWithTicks() throws {
    #expect(
      try claims(
        """
        | Duty | AWS | Customer |
        |---|---|---|
        | Hardware | ✅ | ❌ |
        | Guest OS | | ✔️ |
        | Patching | X | ● |
        | Facilities | ☑ (all of them) | – |
        """) == [
          "party-columns: hardware @ -: aws", "party-columns: guest-os @ -: customer",
          "party-columns: patching @ -: aws, customer", "party-columns: facilities @ -: aws",
        ])
  }

  @Test func columnsOfPartiesWithListsAndAnEmptyCell() throws {
    let story = try Story(
      """
      # AWS
      | Area | AWS responsibilities | Customer responsibilities |
      |---|---|---|
      | Patching | hypervisor<br>firmware | guest OS<br>applications |
      | Facilities | • guards<br>• fences | |
      """)
    #expect(
      story.matrix.cells.map { $0.parts.map { "\($0.party): \($0.duty)" } } == [
        ["aws: hypervisor; firmware", "customer: guest OS; applications"],
        ["aws: guards; fences"],
      ])
    #expect(story.cells.first == "patching @ -: single shared-independent")
  }

  @Test func parallelListsPairNothing() throws {
    #expect(
      try claims(
        """
        | Customer | AWS |
        |---|---|
        | Customer data | Hardware |
        | Guest OS | Facilities |
        | IAM | |
        """) == [
          "parallel-lists: customer-data @ -: customer", "parallel-lists: hardware @ -: aws",
          "parallel-lists: guest-os @ -: customer", "parallel-lists: facilities @ -: aws",
          "parallel-lists: identities @ -: customer",
        ])
  }

  @Test func threePartiesByActivity() throws {
    let story = try Story(
      """
      # ROSA
      | Resource | Incident management | Change management |
      |---|---|---|
      | Customer data | Customer | Customer |
      | Worker nodes | Red Hat | Red Hat and Customer |
      | Hardware | AWS | AWS |
      | Network plugin | Red Hat (if the customer brings its own, nobody) | Red Hat |
      """)
    #expect(
      story.cells.filter { $0.hasPrefix("worker-nodes") } == [
        "worker-nodes @ change-management: single shared-independent",
        "worker-nodes @ incident-management: single red-hat",
      ])
    #expect(story.matrix.parties.map(\.id) == ["aws", "customer", "red-hat"])
    #expect(
      story.claims.contains {
        $0.contains("red-hat if if the customer brings its own, nobody")
      })
  }

  @Test func aConditionMovesADuty() throws {
    let story = try Story(
      """
      # AWS
      | Duty | Responsible |
      |---|---|
      | Key rotation | AWS (AWS: rotates yearly; Customer: rotates [if it brings its own keys]) |
      | Hardware | AWS |
      """)
    #expect(story.cells == ["key-management @ -: single aws", "hardware @ -: single aws"])
    #expect(
      story.matrix.cells[0].parts == [
        Part(party: "aws", duty: "rotates yearly"),
        Part(party: "customer", duty: "rotates", condition: "if it brings its own keys"),
      ])
  }

  @Test func rowsOfServices() throws {
    #expect(
      try claims(
        """
        | Service | Guest OS | Customer data |
        |---|---|---|
        | EC2 | Customer | Customer |
        | RDS | AWS | Customer |
        """) == [
          "place-rows: guest-os @ ec2: customer", "place-rows: customer-data @ ec2: customer",
          "place-rows: guest-os @ rds: aws", "place-rows: customer-data @ rds: customer",
        ])
    #expect(
      try claims(
        """
        | Service | AWS | You |
        |---|---|---|
        | EC2 | hypervisor | guest OS<br>firewalls |
        | RDS | guest OS | |
        """) == [
          "party-columns: virtualization @ ec2: aws", "party-columns: guest-os @ ec2: customer",
          "party-columns: firewall-configuration @ ec2: customer",
          "party-columns: guest-os @ rds: aws",
        ])
  }

  @Test func servicesInSeveralCategoriesInheritWhatTheseAgreeOn() throws {
    let story = try Story(
      """
      -- a.md --
      # AWS, a
      | Category | Examples |
      |---|---|
      | Container | RDS, Lambda |
      | Abstracted | S3, Lambda |
      | Infrastructure | EC2, Lambda |

      | Layer | Infrastructure | Container | Abstracted |
      |---|---|---|---|
      | Guest OS | Customer | AWS | AWS |
      | Customer data | Customer | Customer | Customer |

      | Layer | RDS | Lambda | EC2 |
      |---|---|---|---|
      | Hardware | AWS | AWS | AWS |
      -- b.md --
      # AWS, b
      | Category | Examples |
      |---|---|
      | Container | EMR |
      | Abstracted | RDS |
      """)
    #expect(
      story.cells.filter { $0.contains("@ lambda") || $0.contains("@ rds") } == [
        "customer-data @ lambda: single customer", "customer-data @ rds: single customer",
        "guest-os @ lambda: undetermined undetermined", "guest-os @ rds: single aws",
        "hardware @ lambda: single aws", "hardware @ rds: single aws",
      ])
    #expect(story.matrix.services.map(\.categories.count) == [1, 3, 2])
    #expect(
      story.findings.filter { $0.contains("'rds'") } == [
        "a.md:4: error: the service 'rds' is put among container services here and among abstracted"
          + " ones in b.md:5 [matrix-conflict]",
        "b.md:5: error: the service 'rds' is put among abstracted services here and among container"
          + " ones in a.md:4 [matrix-conflict]",
      ])
  }

  @Test func misspeltRowsAndPartiesAreFindings() throws {
    let story = try Story(
      """
      # AWS
      | Layer | Responsible |
      |---|---|
      | Operatng system | Customer |
      | Facilities | AWS |
      | Hardware | Amzon |
      """)
    #expect(
      story.findings.filter { !$0.contains("how-to") } == [
        "note.md:4:18: warning: no layer is called 'Operatng system' [matrix-unknown-layer]",
        "note.md:6:13: error: no party is called 'Amzon' [matrix-unknown-party]",
      ] || story.rules.contains("6 matrix-unknown-party"))
    #expect(story.rules.contains("4 matrix-unknown-layer"))
  }

  @Test func twinColumnsAreNotRead() throws {
    let story = try Story(
      "# AWS\n| Layer | IaaS | IaaS |\n|---|---|---|\n| Hardware | AWS | Customer |")
    #expect(story.claims == [])
    #expect(story.rules == ["2 matrix-orientation-unsure"])
  }

  @Test(arguments: [
    "| AWS | Azure |\n|---|---|\n| EC2 | Virtual Machines |",
    "| Plan | Customer | Price |\n|---|---|---|\n| Basic | x | 3 |",
    "| Key | Value |\n|---|---|\n| AWS | cloud |\n| Customer | person |",
    "| a | b |\n|---|---|",
  ])
  func otherTablesAreNone(table: String) throws {
    #expect(try claims(table) == [])
  }

  /// A category follows what is nearest at its services, and not what was outranked there.
  @Test func categoriesFollowWhatIsNearestAtTheirServices() throws {
    let story = try Story(
      """
      # AWS
      | Layer | EC2 | EBS |
      |---|---|---|
      | Guest operating system | Customer | Customer |

      ## AWS responsibilities

      - guest OS of EC2
      """)
    #expect(
      story.determined == [
        "guest-os @ infrastructure: single customer", "guest-os @ ebs: single customer",
        "guest-os @ ec2: refined customer",
      ])
  }

  @Test func raggedTablesAreReadAndTold() throws {
    let story = try Story(
      """
      # AWS

      | Layer | EC2 | RDS |
      |---|---|---|
      | Hardware | AWS |
      | Guest operating system | Customer | AWS | Customer |
      | Customer data | Customer | Customer |
      """)
    #expect(
      story.claims == [
        "note.md:5 place-columns: hardware @ ec2: aws",
        "note.md:6 place-columns: guest-os @ ec2: customer",
        "note.md:6 place-columns: guest-os @ rds: aws",
        "note.md:7 place-columns: customer-data @ ec2: customer",
        "note.md:7 place-columns: customer-data @ rds: customer",
      ])
    #expect(story.rules.contains("5 matrix-ragged-table"))
  }

  /// A pipe that is escaped parts no cells, be it in a duty or beside a party.
  @Test func escapedPipesPartNoCells() throws {
    let story = try Story(
      """
      # AWS

      | Duty | EC2 | RDS |
      |---|---|---|
      | rotate `a \\| b` keys of doors | Customer | AWS |
      | paint the racks | AWS (if blue \\| green) | AWS |
      """)
    #expect(
      story.claims.map { $0.split(separator: " ", maxSplits: 2)[2] } == [
        "rotate-b-key-door @ ec2: customer", "rotate-b-key-door @ rds: aws",
        "paint-rack @ ec2: aws if if blue | green", "paint-rack @ rds: aws",
      ])
    #expect(story.matrix.rows.map(\.title).contains("Rotate a | b keys of doors"))
  }

  @Test func hostileCellsStayText() throws {
    let story = try Story(
      """
      # AWS
      | Duty | Responsible |
      |---|---|
      | =HYPERLINK("http://x") | AWS |
      | a </script> b | AWS |
      """)
    let export = MatrixExport(story.matrix)
    let csv = String(decoding: export.csv, as: UTF8.self)
    #expect(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")"))
    #expect(!String(decoding: export.json(), as: UTF8.self).contains("</script"))
  }

  @Test func tenThousandRowsAreRead() throws {
    let rows = (1...10_000).map { "| Thing \($0) of kind \($0 % 97) | AWS | |" }
    let story = try Story(
      "# AWS\n\n| Duty | AWS | Customer |\n|---|---|---|\n"
        + rows.joined(separator: "\n").replacing("AWS |", with: "x |"))
    #expect(story.matrix.rows.count == 10_000)
    #expect(Set(story.matrix.rows.map(\.id)).count == 10_000)
    #expect(Set(story.matrix.rows.map(\.number)).count == 10_000)
  }
}
