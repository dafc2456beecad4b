/// Somebody who can have a duty.
public struct Party: Sendable, Equatable {
  /// What a party is to the others.
  public enum Kind: String, Sendable, CaseIterable {
    /// Who runs the cloud.
    case provider
    /// Who uses it.
    case customer
    /// Somebody between or beside them.
    case thirdParty
  }

  /// Lower-case words joined by `-`: `aws`, `customer`, `red-hat`.
  public let id: String
  /// How people write it.
  public let name: String
  /// What it is to the others.
  public let kind: Kind
  /// What else notes call it.
  public let aliases: [String]

  /// Makes a party.
  public init(id: String, name: String, kind: Kind, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
  }

  /// The id of the customer.
  public static let customerID = "customer"
  /// The id that stands for the provider where nothing says which one.
  public static let providerID = "provider"
}
