import Testing

@testable import Responsibility

/// Where the duties of a party begin and end.
@Suite struct ScopeTests {
  /// The claims without file and rule: `line rows @ columns: parties`.
  private func claims(_ text: String) throws -> [String] {
    try Story(text).claims.map { claim in
      let parts = claim.split(separator: " ", maxSplits: 2)
      return "\(parts[0].dropFirst("note.md:".count)) \(parts[2])"
    }
  }

  @Test func theNextStrongParagraphEndsAScope() throws {
    #expect(
      try claims(
        """
        # AWS
        **AWS responsibilities**
        - hardware

        **Pricing**
        - facilities
        """) == ["3 hardware @ -: aws"])
  }

  @Test func aHeadingEndsAScope() throws {
    #expect(
      try claims(
        """
        # AWS
        ## What AWS is responsible for
        - hardware
        ### Buildings
        - facilities
        ## Pricing
        - virtualization
        """) == ["3 hardware @ -: aws", "5 facilities @ -: aws"])
  }

  @Test func anUnrelatedParagraphEndsAScope() throws {
    #expect(
      try claims(
        """
        # AWS
        ## AWS responsibilities
        Among others:
        - hardware

        AWS also has three kinds of services:
        - facilities
        """) == ["4 hardware @ -: aws"])
  }

  @Test(arguments: [
    ("## AWS Responsibility (Security OF the Cloud)", "aws"),
    ("**Customer Responsibility** - Security **IN** the Cloud", "customer"),
    ("## Security 'in' the cloud", "customer"), ("### 3.1 Security of the Cloud:", "aws"),
    ("## Responsibilities of the customer", "customer"), ("## You are responsible for", "customer"),
    ("## Managed by AWS", "aws"), ("**Customer's responsibilities:**", "customer"),
    ("## What the cloud provider is responsible for", "aws"),
    ("## Your responsibilities", "customer"),
    ("## Verantwortung des Kunden", "customer"), ("## Pflichten des Anbieters", "aws"),
    ("## Responsabilités du client", "customer"), ("## Responsabilidades del cliente", "customer"),
  ])
  func knowsPartyHeadings(heading: String, party: String) throws {
    #expect(try claims("# AWS\n\n\(heading)\n\n- guest OS") == ["5 guest-os @ -: \(party)"])
  }

  @Test(arguments: [
    "## Shared controls", "## Shared responsibilities", "## AWS and customer responsibilities",
    "## Security of the cloud and security in the cloud", "## Who is responsible for what?",
    "## What AWS is not responsible for", "## Customer", "## AWS services", "## Customer stories",
    "## AWS-managed policies", "## Customer managed keys", "## The customer's account",
  ])
  func otherHeadingsAreNone(heading: String) throws {
    #expect(try claims("# AWS\n\n\(heading)\n\n- guest OS") == [])
  }

  @Test func barePartiesCountUnderAHeadingAboutResponsibility() throws {
    #expect(
      try claims(
        """
        # Shared responsibility on AWS
        - **AWS:** hardware, facilities
        - **Customer**
          - guest OS
        - Scope
          - identities
        """) == ["2 hardware+facilities @ -: aws", "4 guest-os @ -: customer"])
  }

  @Test func aWrapperIsNoRowAndItsChildrenAre() throws {
    #expect(
      try claims(
        """
        # AWS
        **Security in the cloud**
        - You look after:
            - guest OS
              of every instance
            - [ ] customer data
                - its classification
            - [x] IAM
        """) == [
          "4-5 guest-os @ -: customer", "6 customer-data @ -: customer",
          "8 identities @ -: customer",
        ])
  }

  @Test func readsNotesWithOtherLineEndsAndAByteOrderMark() throws {
    #expect(
      try claims("\u{FEFF}# AWS\r\n\r\n## AWS responsibilities\r\n\r\n- hardware\r\n") == [
        "5 hardware @ -: aws"
      ])
  }

  @Test func frontMatterSaysWhatItHoldsFor() throws {
    #expect(
      try claims(
        """
        ---
        responsibility: {provider: aws, customer: us, services: [rds]}
        ---
        # Databases
        ## Our responsibilities
        - customer data
        """) == ["6 customer-data @ rds: customer"])
    #expect(
      try claims("---\nresponsibility: false\n---\n# AWS\n## AWS responsibilities\n- hardware")
        == [])
  }

  @Test func aProvidersOwnDocumentSaysWe() throws {
    let note = "# Terms of AWS\n## Our responsibilities\n- hardware"
    #expect(try claims(note) == [])
    #expect(
      try claims("---\nresponsibility: {provider: us}\n---\n\(note)") == ["6 hardware @ -: aws"])
  }

  @Test func commentsPinAndIgnore() throws {
    let story = try Story(
      """
      # AWS
      ## AWS responsibilities

      <!-- responsibility: row=guest-os party=customer id=R-907 -->
      - the thing in the machine

      <!-- responsibility: ignore reason="being rewritten" -->
      - hardware
      - facilities <!-- responsibility: row=buildings -->
      """)
    #expect(
      story.claims == [
        "note.md:5 duty-bullet: guest-os @ -: customer",
        "note.md:9 duty-bullet: buildings @ -: aws",
      ])
    #expect(story.matrix.rows.map(\.citation).first == "R-907")
    #expect(story.rules.filter { $0.contains("pin") } == [])
  }
}
