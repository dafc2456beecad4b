extension Catalog {
  /// One line for each layer, from what lies on top to what lies below: group, number of its row, id,
  /// row, name, invariant, then what else it is called, and behind `>` the topics that explain it.
  ///
  /// An alias that begins with `=` counts only where it says all there is: "data" alone is the
  /// customer's data, "data centre" is not. Numbers are never reused; a new layer takes the next.
  static let layerLines = """
    data       | 1  | customer-data              | customer-data | Customer data | alwaysCustomer | customer data; customer's data; =data; your data; =their data; data classification; classification of data; customer content; =content; information and data; data and its classification; data ownership; data governance; data stored | data classification; Macie; data protection
    identity   | 2  | identities                 | identities | Identities, roles and permissions | alwaysCustomer | identity and access management; identities and permissions; identities and users; identity; IAM; access management; access control; access policy; user access; user account; accounts and identities; accounts; users and roles; roles and permissions; permission; credential; account and access management; user management; authentication and authorization; identity and directory infrastructure | IAM; Identity and Access Management; Organizations; Cognito; identity federation; directory services
    data       | 3  | client-side-encryption     | client-side-encryption | Client-side encryption and integrity | alwaysCustomer | client side encryption; client side data encryption; client side data encryption and integrity authentication; data integrity authentication; client side encryption and integrity; encryption decryption on the client | client-side encryption
    devices    | 4  | client-devices             | client-devices | Client devices | | client device; endpoint device; devices; mobile and pc; client endpoint; endpoint protection; client and endpoint protection; workstation; laptop | endpoint protection
    workload   | 5  | applications               | application-software | Application software | | application software; application; application code; application security; application level control; customer application; function code; code; workload; application configuration; software on the instance; deployed software; software installed on it | application security; secure coding; dependency scanning
    workload   | 6  | platform                   | platform | Platform and runtime | | platform; platform management; platform and application management; runtime; runtime management; middleware; database engine; database software; engine patching; managed service; software service; runtime patching; language runtime; control plane; kubernetes control plane; cluster control plane | runtime patching
    workload   | 7  | operating-system           | guest-os | Guest operating system | | guest os; guest operating system; operating system; os; os patching; host os on the instance; guest; instance operating system; node operating system; worker node operating system; operating system patching | Systems Manager; Patch Manager; operating system hardening; patching
    network    | 8  | network-configuration      | network-configuration | Network configuration | | network configuration; network control; network settings; virtual network; vpc configuration; subnet; route table; routing; network and firewall configuration; operating system network and firewall configuration; network access control; network segmentation; virtual networking | VPC; network configuration; subnets
    network    | 9  | firewall-configuration     | firewall-configuration | Firewall configuration | | firewall configuration; security group firewall; security group; firewall; security group configuration; firewall rule; network acl; nacl; web application firewall rules | NACLs and Security Groups; Security Groups; Network Firewall; NACL
    network    | 10 | network-traffic-protection | network-traffic-protection | Network traffic protection | | network traffic protection; networking traffic protection; encryption in transit; traffic protection; protection of traffic; tls configuration; data in transit; encryption of data in transit | encryption in transit; Certificate Manager; TLS
    data       | 11 | server-side-encryption     | server-side-encryption | Server-side encryption | | server side encryption; encryption at rest; encryption of data at rest; data at rest; storage encryption; volume encryption; file system encryption; disk encryption | encryption at rest; KMS; Key Management Service; server-side encryption
    data       | 12 | key-management             | key-management | Encryption keys | | key management; encryption key; key used for encryption; data key; key rotation; management of encryption key; customer managed key; key policy; cryptographic key; certificate management; certificate | KMS; Key Management Service; key rotation; CloudHSM
    operations | 13 | backup                     | backup | Backup and recovery | | backup; data backup; backup and restore; backup and recovery; snapshot; disaster recovery; restore; recovery | backup; disaster recovery
    operations | 14 | logging-monitoring         | logging | Logging and monitoring | | logging and monitoring; logging; monitoring; log; audit log; audit logging; log management; security monitoring; log retention | CloudTrail; CloudWatch; logging; monitoring
    operations | 15 | patching                   | patching | Patching | | =patching; =patch management; =patch; =security patch; =updates; =software update; vulnerability and patch management | Patch Manager; patching
    operations | 16 | configuration-management   | configuration | Configurations and settings | | configuration management; configurations and settings; =configuration; =settings; service configuration; resource configuration; account configuration; secure configuration | AWS Config; configuration management
    operations | 17 | vulnerability-management   | vulnerabilities | Vulnerability management | | vulnerability management; vulnerability scanning; image scanning; vulnerability | Inspector; vulnerability management
    operations | 18 | incident-response          | incident-response | Incident response | | incident response; security incident; incident management; forensics; incident and operations management | incident response
    operations | 19 | awareness-training         | training | Awareness and training | | awareness and training; training; security awareness | training
    operations | 20 | compliance                 | compliance | Compliance | | compliance; compliance of workload; regulatory compliance; compliance evidence; audit evidence | Artifact; compliance
    workload   | 21 | container-images           | container-images | Container images | | container image; image; base image; image provenance | container images
    workload   | 24 | worker-nodes               | worker-nodes | Worker nodes | | worker node; =nodes; cluster node; compute node |
    operations | 22 | availability               | availability | Availability and scaling | | availability; high availability; capacity; scaling; capacity management; auto scaling; multi az; replication; durability | scaling; high availability
    operations | 23 | upgrades                   | upgrades | Upgrades | | =upgrade; cluster upgrade; version upgrade; engine version upgrade; minor version upgrade; major version upgrade; change management | upgrades
    provider   | 30 | virtualization             | virtualization | Virtualization | | virtualization; virtualisation; virtualization layer; hypervisor; host operating system; host os; virtualization infrastructure; host operating system and virtualization layer | virtualization
    provider   | 31 | software                   | foundation-software | Foundation software | alwaysProvider | =software; foundation service; foundation services; compute, storage, database, networking; compute, storage, database and networking; foundational service; service software | foundation services
    provider   | 32 | networking                 | networking | Physical network | alwaysProvider | =networking; =network; physical network; network infrastructure; network hardware; network equipment; backbone; physical networking; networking infrastructure | physical network
    provider   | 33 | hardware                   | hardware | Hardware | alwaysProvider | hardware; physical host; physical hardware; physical server; server hardware; host infrastructure; physical machine; storage hardware; decommissioning of storage device; storage decommissioning; media disposal | hardware
    provider   | 34 | facilities                 | facilities | Facilities | alwaysProvider | facility; physical security; data centre; data center; datacenter; physical datacenter; physical data center; physical facility; physical access; environmental control; physical and environmental control; building; power and cooling; data center security; physical security of data center | facilities
    provider   | 35 | global-infrastructure      | global-infrastructure | Global infrastructure | alwaysProvider | global infrastructure; infrastructure; cloud infrastructure; region; availability zone; edge location; regions, availability zones and edge locations; regions, availability zones, edge locations; aws global infrastructure; physical infrastructure | global infrastructure
    """

  /// Words that say what is done and not what it is done to: a text of a layer and these is about the
  /// layer as a whole.
  static let fillers: Set<String> = Set(
    Words(
      """
      a an the of in on for to and or with by at from as its their his your our all any every each other
      further own such including include includes this that these those is are be it they which what
      management managing manage manages manager protection protecting protect protects secure
      securing secures security configuration configuring configure configures maintaining maintain
      maintenance maintains operation operating operate operates patch patching patches patched update
      updates updating updated hardening harden hardens responsibility responsible control controls
      run runs running ran offered offer offers service services provide provided provides providing
      used use uses using underlying customer customers user users aws amazon azure microsoft google
      cloud provider instance instances compute resource resources keep keeping keeps up date layer
      physical setup set setting settings choose choosing system systems installed install installing
      deploy deployed deploying correct correctly proper properly safe safely level related
      """
    ).folded)
}
