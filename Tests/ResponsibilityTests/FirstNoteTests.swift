import Testing

@testable import Responsibility

@Suite struct FirstNoteTests {
  @Test func gives() throws {
    let story = try Story(
      """
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
      """)
    for x in story.claims { print(x) }
    for x in story.cells { print(x) }
    for x in story.findings { print(x) }
  }
}
