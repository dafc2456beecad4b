/// A layer of what is to be secured: what duties are about.
public struct Layer: Sendable, Equatable {
  /// Whom a layer never leaves, whatever the service.
  public enum Invariant: String, Sendable, CaseIterable {
    /// Data and access policies stay the customer's.
    case alwaysCustomer
    /// Buildings and machines stay the provider's, except on premises.
    case alwaysProvider
  }

  /// Lower-case words joined by `-`: `operating-system`.
  public let id: String
  /// How people write it.
  public let name: String
  /// Layers of one group stand together: `data`, `identity`, `workload`, `network`, `operations`,
  /// `provider`.
  public let group: String
  /// The id of the row that stands for the layer as a whole, without `r-`.
  public let row: String
  /// The number of that row; nil for layers of the data file, whose rows get theirs like any other.
  public let number: Int?
  /// Whom it never leaves; nil for most.
  public let invariant: Invariant?
  /// What else notes call it; one that begins with `=` counts only where it says all there is.
  public let aliases: [String]
  /// Topics whose notes explain how it is done.
  public let topics: [String]
}
