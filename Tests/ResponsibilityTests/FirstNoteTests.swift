import Testing

@testable import Responsibility

/// What a note like those that people write gives without any configuration.
@Suite struct FirstNoteTests {
  private let note = """
    # AWS Security

    ## AWS Shared Responsibility Model

    ![](model.png)

    Security and compliance is a shared responsibility between AWS and the customer.

    - AWS is responsible for the security "of" the cloud
    - customer is responsible for the security "in" the cloud

    **Security of the Cloud**

    - Protection of infrastructure that run all the offered services
    - Hardware, software, networking, and facilities
    - Software services provided by AWS (Managed services)

    **Security in the Cloud**

    - Responsibility and management of:
        - guest OS of EC2 compute instances
        - other application software
        - configuration of the AWS provided security group firewall

    AWS categorized the services into three:

    ![](categories.png)

    ## Data Control

    - **AWS KMS**
        - Multi-tenant
        - Shared service
    """

  @Test func claimsWhatTheBulletsSay() throws {
    let story = try Story(note)
    #expect(
      story.claims == [
        "note.md:14 duty-bullet: global-infrastructure @ -: aws",
        "note.md:15 duty-bullet: foundation-software+networking+hardware+facilities @ -: aws",
        "note.md:16 duty-bullet: platform @ container+abstracted: aws",
        "note.md:21 duty-bullet: guest-os @ ec2: customer",
        "note.md:22 duty-bullet: application-software @ ec2: customer",
        "note.md:23 duty-bullet: firewall-configuration @ -: customer",
      ])
    #expect(story.matrix.parties.map(\.id) == ["aws", "customer"])
    #expect(
      story.matrix.claims[3].provenance.headings == [
        "AWS Security", "AWS Shared Responsibility Model", "Security in the Cloud",
      ])
  }

  @Test func leavesOpenWhatItDoesNotSay() throws {
    #expect(
      try Story(note).cells == [
        "application-software @ infrastructure: single customer",
        "application-software @ container: undetermined undetermined",
        "application-software @ abstracted: undetermined undetermined",
        "application-software @ ec2: single customer",
        "platform @ infrastructure: undetermined undetermined", "platform @ container: single aws",
        "platform @ abstracted: single aws", "platform @ ec2: undetermined undetermined",
        "guest-os @ infrastructure: single customer",
        "guest-os @ container: undetermined undetermined",
        "guest-os @ abstracted: undetermined undetermined", "guest-os @ ec2: single customer",
        "firewall-configuration @ -: single customer", "foundation-software @ -: single aws",
        "networking @ -: single aws", "hardware @ -: single aws", "facilities @ -: single aws",
        "global-infrastructure @ -: single aws",
      ])
  }

  @Test func findsHowItIsDoneAmongTheNextSteps() throws {
    let steps = [
      "AWS IAM", "AWS Systems Manager (SSM)", "NACLs and Security Groups", "AWS Inspector",
      "Key Management Service",
    ]
    let story = try Story(
      note,
      candidates: steps.map {
        HowToCandidate(id: "topic:\($0)", title: $0, note: nil, anchor: nil, isSure: false)
      })
    let found = story.matrix.cells.filter(\.asksForHowTo).map { cell in
      "\(story.matrix.rows[cell.row].title): \(cell.howTo.map(\.title).joined(separator: ", "))"
    }
    #expect(
      Set(found) == [
        "Application software: ", "Guest operating system: AWS Systems Manager (SSM)",
        "Firewall configuration: NACLs and Security Groups",
      ])
    #expect(
      story.findings == [
        "note.md:5:1: warning: who does what stands in a picture without text here"
          + " [matrix-picture-only]",
        "note.md:22:5: warning: no note says how to do 'Application software'"
          + " [matrix-duty-without-how-to]",
        "note.md:25:1: info: a list is announced here and does not follow"
          + " [matrix-announced-list-missing]",
        "note.md:27:1: warning: who does what stands in a picture without text here"
          + " [matrix-picture-only]",
      ])
  }

  @Test func theReferenceListsWhatIsNotMentioned() throws {
    let comparison = try #require(try Story(note).matrix.comparisons.first)
    #expect(comparison.reference.id == "aws-categories")
    #expect(
      comparison.lines.filter(\.isUnmentioned).map(\.layer) == [
        "virtualization", "network-configuration", "network-traffic-protection",
        "server-side-encryption", "client-side-encryption", "customer-data", "identities",
      ])
    let system = try #require(comparison.lines.first { $0.layer == "operating-system" })
    #expect(system.entries.map(\.outcome) == [.same, .unsaid, .unsaid])
  }
}
