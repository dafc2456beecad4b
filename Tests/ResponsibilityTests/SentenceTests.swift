import Testing

@testable import Responsibility

/// What single sentences and bullets claim, and what they do not.
@Suite struct SentenceTests {
  private func claims(_ text: String) throws -> [String] {
    try Story("# AWS\n\n\(text)").claims.map { claim in
      String(claim.split(separator: " ", maxSplits: 1)[1])
    }
  }

  @Test(arguments: [
    (
      "The customer is responsible for guest OS patching.",
      ["responsible-sentence: guest-os @ -: customer"]
    ),
    (
      "AWS is responsible for hardware, while customers are responsible for their data.",
      [
        "responsible-sentence: hardware @ -: aws",
        "responsible-sentence: customer-data @ -: customer",
      ]
    ),
    (
      "- **for EC2:** customer is responsible for everything except the hardware",
      ["service-bullet: everything-else @ ec2: customer if except the hardware"]
    ),
    (
      "Guest OS patching is the customer's responsibility.",
      ["responsibility-of: guest-os @ -: customer"]
    ),
    ("Facilities remain the responsibility of AWS.", ["responsibility-of: facilities @ -: aws"]),
    (
      "AWS is not responsible for customer data; the customer is.",
      ["responsible-sentence: customer-data @ -: customer"]
    ),
    ("The hypervisor is managed by AWS.", ["passive-agent: virtualization @ -: aws"]),
    (
      "New agent versions are managed and automatically installed by AWS.",
      ["passive-agent: new-agent-version @ -: aws"]
    ),
    (
      "## Agents\n\nUpdate them. These new versions are managed and automatically installed by AWS.",
      ["passive-agent: new-version-agent @ -: aws"]
    ),
    (
      "The overhead of painting the doors is handled by the server, in this case S3, not by you.",
      ["passive-agent: painting-door @ s3: aws"]
    ),
    (
      "## Key rotation\n\nAWS-managed key:\n\n- Everything is handled by AWS\n- Every year",
      ["everything-handled: key-management @ -: aws if AWS-managed key"]
    ),
    (
      "## Scaling\n\nAll of this is fully managed by the provider.",
      ["everything-handled: availability @ -: aws"]
    ),
    ("AWS patches the hypervisor.", ["active-agent: virtualization @ -: aws"]),
    ("Key rotation is on the customer side", ["on-side: key-management @ -: customer"]),
    (
      "**SSE-S3**\n\n- Encryption keys are managed by Amazon S3",
      ["passive-agent: key-management @ s3: aws if SSE-S3"]
    ),
  ])
  func sentencesThatClaim(text: String, expected: [String]) throws {
    if text.contains("SSE-S3") {
      #expect(try claims("## S3 encryption\n\n\(text)") == expected)
    } else {
      #expect(try claims(text) == expected)
    }
  }

  @Test(arguments: [
    // Tenancy, classes, definitions.
    "- **AWS KMS**\n    - Multi-tenant\n    - Shared service",
    "- Standalone policy created and managed by AWS", "Keys can be managed by AWS or by customers.",
    "- Resources managed by .ebextensions are deleted",
    "Everything is handled by AWS", "## Scaling\n\n- Everything is handled by AWS or by you",
    "## Scaling\n\n- Everything is handled by AWS but the limits of the account",
    "## Scaling\n\n- Everything is handled by the pipeline",
    "## Agents\n\nThese are managed by AWS.", "This is handled by the provider.",
    "Doors are handled by the server, in this case Nginx.",
    "Reports are reviewed and then published by AWS.",
    "- These instances are not managed by Elastic Beanstalk",
    // Bindings and announcements.
    "AWS is responsible for the security \"of\" the cloud.",
    "Security is a shared responsibility between AWS and the customer.",
    // Nobody is named, or it is denied, or asked.
    "Guest OS patching is handled.", "Customer data is encrypted.",
    "AWS does not manage the guest OS.",
    "AWS is no longer responsible for hardware.", "AWS is not responsible for hardware.",
    "Who is responsible for hardware?", "If AWS is responsible for hardware, ask them.",
    "The recorder is responsible for recording all changes.", "It is everyone's responsibility.",
    // Code, diagrams, quizzes.
    "```\nAWS is responsible for hardware.\n```", "    AWS is responsible for hardware.",
    "What is the customer's?\n\n- AWS is responsible for hardware",
    "## Quiz\n\nAWS is responsible for hardware.",
    "## Security of the Cloud\n\n```\n+-----+\n| AWS |  hardware\n+-----+\n```",
  ])
  func sentencesThatDoNot(text: String) throws {
    #expect(try claims(text) == [])
  }

  @Test func denialsUnderAHeadingClaimNothing() throws {
    #expect(
      try claims(
        """
        ## Customer responsibilities
        - AWS does not patch the guest OS
        - Do not share accounts
        - Keeping firewalls closed that are not needed
        - configuration of the AWS provided security group firewall
        """) == [
          "duty-bullet: do-not-share-account @ -: customer",
          "duty-bullet: firewall-closed-not-needed @ -: customer",
          "duty-bullet: firewall-configuration @ -: customer",
        ])
  }

  @Test func threeWordingsAreOneRow() throws {
    let story = try Story(
      """
      -- a.md --
      # AWS, a
      ## Customer responsibilities
      - Patching the guest operating system
      -- b.md --
      # AWS, b
      ## Customer responsibilities
      - guest OS of your instances
      -- c.md --
      # AWS, c
      The customer is responsible for operating system updates.
      """)
    #expect(story.cells == ["guest-os @ -: agreed customer"])
    #expect(story.matrix.claims.count == 3)
  }

  @Test func aDutyUnderBothHeadingsIsSharedAndNoConflict() throws {
    let story = try Story(
      """
      # AWS
      ## AWS responsibilities
      - Configuration management: of the infrastructure
      ## Customer responsibilities
      - **Configuration management:** of guests and applications
      - Guest OS, after AWS has released the image
      ## Managed by AWS
      - guest OS
      """)
    #expect(
      story.cells == [
        "guest-os @ -: single shared-dependent", "configuration @ -: single shared-independent",
      ])
    #expect(
      story.matrix.cells[1].parts.map(\.duty) == [
        "Configuration management: of the infrastructure",
        "Configuration management: of guests and applications",
      ])
    #expect(!story.rules.contains { $0.hasSuffix("matrix-conflict") })
  }

  @Test func suppliedByOneAndSwitchedOnByTheOtherIsCustomerConfigured() throws {
    let story = try Story(
      """
      # S3
      | Duty | AWS | Customer |
      |---|---|---|
      | Server-side encryption | Offers it with keys of its own | Switches it on for each bucket |
      """)
    #expect(story.determined.contains("server-side-encryption @ s3: single customer-configured"))
  }
}
