/// A service that a provider offers.
public struct Service: Sendable, Equatable {
  /// Lower-case words joined by `-`: `ec2`.
  public let id: String
  /// How people write it.
  public let name: String
  /// The id of who runs it.
  public let provider: String
  /// What else notes call it.
  public let aliases: [String]
  /// The ids of its categories; several where notes or models disagree.
  public let categories: [String]
  /// The id of its service model; nil where that depends.
  public let model: String?
}
