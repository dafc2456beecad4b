/// A published model to compare the notes with; it never fills a cell.
public struct Reference: Sendable, Equatable {
  /// Who has a layer in one column.
  public enum Share: String, Sendable {
    /// The provider.
    case provider
    /// The customer.
    case customer
    /// Both.
    case shared
    /// Texts differ, or say nothing.
    case unstated
  }

  /// A layer with its shares, in the order of the columns.
  public struct Line: Sendable, Equatable {
    /// The layer's id.
    public let layer: String
    /// Who has it, column by column.
    public let shares: [Share]
    /// What is to be said about it; empty for most.
    public let remark: String
  }

  /// `aws-categories`, `azure-models`.
  public let id: String
  /// How it is called.
  public let name: String
  /// The provider's id.
  public let provider: String
  /// The columns.
  public let columns: [Coordinates]
  /// The layers.
  public let lines: [Line]
}

/// What the notes say beside a reference, layer by layer.
public struct Comparison: Sendable, Equatable {
  /// How the notes stand to the reference in one place.
  public enum Outcome: String, Sendable {
    /// They say the same.
    case same
    /// They say something else.
    case different
    /// They say nothing here.
    case unsaid
    /// The reference says nothing.
    case open
  }

  /// One place.
  public struct Entry: Sendable, Equatable {
    /// The column.
    public let column: Coordinates
    /// What the reference says.
    public let expected: Reference.Share
    /// What the notes come to; nil where no row of the layer has a cell here.
    public let found: Label?
    /// The index of that cell; nil likewise.
    public let cell: Int?
    /// How they stand to each other.
    public let outcome: Outcome
  }

  /// A layer.
  public struct Line: Sendable, Equatable {
    /// The layer's id.
    public let layer: String
    /// True where no row of the notes is about the layer at all.
    public let isUnmentioned: Bool
    /// Column by column.
    public let entries: [Entry]
  }

  /// The reference.
  public let reference: Reference
  /// The layers, in the reference's order.
  public let lines: [Line]
}
