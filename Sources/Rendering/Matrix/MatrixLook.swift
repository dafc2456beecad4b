internal import Markup
internal import Responsibility

/// How a cell shows: a class that gives it shape and colour, and words that say the same.
struct MatrixLook: Equatable {
  /// What a cell comes to, as its shape tells.
  enum Shape: Equatable {
    case provider, customer, thirdParty, shared, configured, conflict, undetermined, notApplicable

    /// Names a shape in the style sheet.
    var className: StaticString {
      switch self {
      case .provider: "who provider"
      case .customer: "who customer"
      case .thirdParty: "who third"
      case .shared: "who shared"
      case .configured: "who configured"
      case .conflict: "who conflict"
      case .undetermined: "who unknown"
      case .notApplicable: "who nobody"
      }
    }
  }

  let shape: Shape
  let words: String

  /// The look of a cell.
  init(_ cell: Cell, in matrix: ResponsibilityMatrix) {
    self.init(cell.label, cell.parts, in: matrix)
  }

  /// The look of what parts come to.
  init(_ label: Label, _ parts: [Part], in matrix: ResponsibilityMatrix) {
    switch label {
    case .party(let id):
      shape = Self.shape(of: id, in: matrix)
      words = matrix.name(ofParty: id)
    case .sharedIndependent, .sharedDependent:
      shape = .shared
      words = Self.names(of: parts, in: matrix)
    case .customerConfigured:
      shape = .configured
      words = "Customer sets up"
    case .conflict:
      shape = .conflict
      words = "Conflict"
    case .undetermined:
      shape = .undetermined
      words = "Undetermined"
    case .notApplicable:
      shape = .notApplicable
      words = "Not applicable"
    }
  }

  /// The look of a reference's share.
  init(_ share: Reference.Share) {
    switch share {
    case .provider: (shape, words) = (.provider, "Provider")
    case .customer: (shape, words) = (.customer, "Customer")
    case .shared: (shape, words) = (.shared, "Shared")
    case .unstated: (shape, words) = (.undetermined, "Unstated")
    }
  }

  /// The look of a party.
  init(party id: String, in matrix: ResponsibilityMatrix) {
    shape = Self.shape(of: id, in: matrix)
    words = matrix.name(ofParty: id)
  }

  private static func shape(of party: String, in matrix: ResponsibilityMatrix) -> Shape {
    switch matrix.party(party)?.kind {
    case .customer: .customer
    case .thirdParty: .thirdParty
    default: .provider
    }
  }

  /// The parties that act, joined by "and"; by "then" where one acts only after another.
  private static func names(of parts: [Part], in matrix: ResponsibilityMatrix) -> String {
    var first: [String] = []
    var later: [String] = []
    for part in parts where part.involvement == .responsible || part.involvement == .accountable {
      let name = matrix.name(ofParty: part.party)
      if first.contains(name) || later.contains(name) { continue }
      if part.dependsOn == nil { first.append(name) } else { later.append(name) }
    }
    let joined = [first.joined(separator: " and "), later.joined(separator: " and ")]
      .filter { !$0.isEmpty }
    return joined.isEmpty ? "Shared" : joined.joined(separator: ", then ")
  }
}

extension HTML {
  /// Appends a mark of who it is: a shape, and words.
  mutating func who(_ look: MatrixLook) {
    markup("<span class=\"")
    markup(look.shape.className)
    markup("\">")
    text(look.words)
    markup("</span>")
  }
}
