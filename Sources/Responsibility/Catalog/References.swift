extension Reference {
  /// The models that the program brings along, in its own words.
  static let builtIn = [awsCategories, azureModels]

  /// AWS, by service category.
  ///
  /// P is the provider, C the customer, S both, ? unstated.
  private static let awsCategories = Reference(
    id: "aws-categories", name: "AWS by service category", provider: "aws", axis: .serviceCategory,
    columns: ["infrastructure", "container", "abstracted"],
    lines: """
      facilities                 | P P P |
      hardware                   | P P P |
      global-infrastructure      | P P P |
      software                   | P P P |
      virtualization             | P P P |
      operating-system           | C P P |
      network-configuration      | C P P |
      firewall-configuration     | C C P | for managed platforms: security groups
      platform                   | C P P |
      network-traffic-protection | C C P |
      server-side-encryption     | C ? P | for managed platforms some texts give it to the customer, others say nothing
      client-side-encryption     | C C C |
      customer-data              | C C C |
      identities                 | C C C |
      """)

  /// Azure, by service model.
  private static let azureModels = Reference(
    id: "azure-models", name: "Azure by service model", provider: "microsoft", axis: .serviceModel,
    columns: ["on-premises", "iaas", "paas", "saas"],
    lines: """
      customer-data            | C C C C |
      configuration-management | C C C C |
      identities               | C C C C |
      client-devices           | C C C S |
      applications             | C C S S |
      network-configuration    | C C S P |
      operating-system         | C C P P |
      hardware                 | C P P P | physical hosts
      networking               | C P P P | physical network
      facilities               | C P P P | physical datacenter
      """)

  private init(
    id: String, name: String, provider: String, axis: Axis.Kind, columns: [String], lines: String
  ) {
    self.id = id
    self.name = name
    self.provider = provider
    self.columns = columns.map { Coordinates(provider: provider, axis, $0) }
    self.lines = Catalog.fields(lines).map { fields in
      Line(
        layer: fields[0], shares: fields[1].split(separator: " ").map { Share(letter: $0) },
        remark: fields[2])
    }
  }
}

extension Reference.Share {
  fileprivate init(letter: Substring) {
    self =
      switch letter {
      case "P": .provider
      case "C": .customer
      case "S": .shared
      default: .unstated
      }
  }
}
