/// One way of telling apart what a responsibility depends on.
public struct Axis: Sendable, Equatable {
  /// What the members of an axis are.
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    /// IaaS, PaaS, SaaS, FaaS, on premises.
    case serviceModel
    /// AWS's infrastructure, container and abstracted services.
    case serviceCategory
    /// EC2, RDS and so on.
    case service
    /// What is done rather than what it is done to.
    case activity

    /// The order in which axes are shown.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .serviceModel: 0
      case .serviceCategory: 1
      case .service: 2
      case .activity: 3
      }
    }

    /// In words.
    public var name: String {
      switch self {
      case .serviceModel: "Service models"
      case .serviceCategory: "Service categories"
      case .service: "Services"
      case .activity: "Activities"
      }
    }
  }

  /// A column of the matrix.
  public struct Member: Sendable, Equatable {
    /// Where the column stands.
    public let coordinates: Coordinates
    /// How people write it.
    public let name: String
  }

  /// What its members are.
  public let kind: Kind
  /// The columns that occur, in order.
  public let members: [Member]
}

/// What a claim or a cell holds for.
public struct Coordinates: Sendable, Hashable, Comparable {
  /// The id of the provider; nil where nothing says which one.
  public let provider: String?
  /// The axis; nil for what is said in general.
  public let axis: Axis.Kind?
  /// The id of the axis's member; empty for what is said in general.
  public let member: String

  /// A place on an axis.
  public init(provider: String? = nil, _ axis: Axis.Kind, _ member: String) {
    self.provider = provider
    self.axis = axis
    self.member = member
  }

  /// What is said in general, of a provider or of all.
  public init(general provider: String? = nil) {
    self.provider = provider
    axis = nil
    member = ""
  }

  /// True for what is said in general.
  public var isGeneral: Bool { axis == nil }

  /// `service=ec2` and the like, for commands and anchors.
  ///
  /// `general` without an axis; behind an `@` the provider.
  public var key: String {
    let place = axis.map { "\($0.rawValue)=\(member)" } ?? "general"
    return provider.map { "\(place)@\($0)" } ?? place
  }

  /// General first, then by axis, provider and member.
  public static func < (left: Self, right: Self) -> Bool {
    if left.axis != right.axis {
      guard let first = left.axis else { return true }
      guard let second = right.axis else { return false }
      return first < second
    }
    if left.provider != right.provider { return (left.provider ?? "") < (right.provider ?? "") }
    return left.member < right.member
  }
}
