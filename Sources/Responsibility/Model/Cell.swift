/// What all claims about a row at one place come to.
public struct Cell: Sendable, Equatable {
  /// How sure a cell is.
  public enum Status: Sendable, Hashable {
    /// One claim says so.
    case single
    /// Several claims say the same.
    case agreed
    /// The nearest claim differs from one that is farther away.
    case refined
    /// Claims that are equally near differ.
    case conflict
    /// Nothing says anything.
    case undetermined
    /// Nobody has to do it, for this reason.
    case notApplicable(reason: String)

    /// The status's name in data.
    public var name: String {
      switch self {
      case .single: "single"
      case .agreed: "agreed"
      case .refined: "refined"
      case .conflict: "conflict"
      case .undetermined: "undetermined"
      case .notApplicable: "notApplicable"
      }
    }
  }

  /// The index of its row.
  public let row: Int
  /// Its column.
  public let coordinates: Coordinates
  /// How sure it is.
  public let status: Status
  /// Who has which part.
  public let parts: [Part]
  /// What the parts come to.
  public let label: Label
  /// The claims that decide, as indices; in a conflict those on all sides.
  public let claims: [Int]
  /// Claims that were heard and outranked, as indices.
  public let outranked: [Int]
  /// How the deciding claims came to hold here.
  public let modality: Claim.Modality
  /// What explains the customer's part; empty where the customer has none.
  public internal(set) var howTo: [HowTo] = []
  /// True where the customer has a part: something has to explain it.
  public var asksForHowTo: Bool {
    parts.contains { $0.party == Party.customerID && $0.involvement == .responsible }
  }
}

/// What a cell's parts come to, in one word; derived, never stored.
public enum Label: Sendable, Hashable {
  /// One party alone.
  case party(String)
  /// Several, each with its own part.
  case sharedIndependent
  /// Several, and one can act only after another.
  case sharedDependent
  /// The provider supplies it, and the customer switches it on and sets it up.
  case customerConfigured
  /// The claims contradict each other.
  case conflict
  /// Nothing says anything.
  case undetermined
  /// Nobody has to.
  case notApplicable

  /// The label's name in data: the party's id, or words joined by `-`.
  public var name: String {
    switch self {
    case .party(let id): id
    case .sharedIndependent: "shared-independent"
    case .sharedDependent: "shared-dependent"
    case .customerConfigured: "customer-configured"
    case .conflict: "conflict"
    case .undetermined: "undetermined"
    case .notApplicable: "not-applicable"
    }
  }

  /// What parts come to.
  init(_ parts: [Part]) {
    let responsible = Part.responsible(parts)
    guard let first = responsible.first else {
      self = .undetermined
      return
    }
    let supplies = parts.contains {
      $0.involvement == .assists && $0.party != Party.customerID && !$0.duty.isEmpty
    }
    if responsible.count == 1 {
      self = first == Party.customerID && supplies ? .customerConfigured : .party(first)
    } else {
      self = parts.contains { $0.dependsOn != nil } ? .sharedDependent : .sharedIndependent
    }
  }
}

/// A note or topic that explains a duty.
public struct HowTo: Sendable, Equatable {
  /// How well a duty is explained.
  public enum Strength: String, Sendable, Comparable {
    /// Something names the topic, and nothing is written yet; or only words agree.
    case weak
    /// A note or a section treats it.
    case covered

    /// weak < covered.
    public static func < (left: Self, right: Self) -> Bool { left == .weak && right == .covered }
  }

  /// The candidate's id: `topic:systems-manager`, `note:004-AWS/104_aws_iam.md`.
  public let topic: String
  /// How it is called.
  public let title: String
  /// The index of the note that treats it; nil where none is written.
  public let note: Int?
  /// The section's anchor in that note; nil for the note as a whole.
  public let anchor: String?
  /// How well.
  public let strength: Strength
}
