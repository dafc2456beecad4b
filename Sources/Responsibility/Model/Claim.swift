public import Files

/// What one place says about who does what: immutable, and never thrown away.
public struct Claim: Sendable, Equatable {
  /// How a claim came about.
  public enum Modality: String, Sendable, CaseIterable {
    /// A note says so.
    case stated
    /// It follows from what a note says of a category or model.
    case derived
    /// It follows from what a note says of the services in a category.
    case inferred
    /// A reference template says so.
    case reference
    /// The data file settles it.
    case override
  }

  /// Its index in the matrix's claims.
  public internal(set) var id: Int
  /// The indices of the rows that it is about: several for a list such as "hardware and facilities".
  public internal(set) var rows: [Int]
  /// What it holds for: several columns for "EC2 and EBS"; never empty.
  public let coordinates: [Coordinates]
  /// Who does what; empty where the cell was said to have nobody.
  public let parts: [Part]
  /// What has to be the case, in the note's words; nil without a condition.
  public let condition: String?
  /// Why nobody has the duty; nil where somebody has.
  public let notApplicable: String?
  /// How it came about.
  public let modality: Modality
  /// Where it stands.
  public let provenance: Provenance
  /// The id of the reading rule.
  public let rule: String
  /// How much it weighs against others about the same cell.
  public let precedence: Precedence
  /// True where the note writes "shared" and does not say who does which part.
  public let isBareShared: Bool

  /// What holds claims together that are two parts of one duty: a note, or a row of a table.
  let source: String

  /// How near to the cell a source is; the greatest wins.
  public enum Precedence: Int, Sendable, Comparable {
    /// A sentence.
    case sentence
    /// A bullet below a party's heading.
    case bullet
    /// A cell of a table.
    case table
    /// The data file.
    case dataFile
    /// An override of the data file.
    case override

    /// By weight.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The ids of the parties that are responsible, in order.
  public var responsible: [String] { Part.responsible(parts) }
}

/// A party's part of a duty.
public struct Part: Sendable, Hashable {
  /// What a party has to do with a duty.
  public enum Involvement: String, Sendable, CaseIterable {
    /// Does it.
    case responsible
    /// Answers for it.
    case accountable
    /// Is asked.
    case consulted
    /// Is told.
    case informed
    /// Helps, or supplies what the other switches on.
    case assists
  }

  /// The party's id.
  public let party: String
  /// What it has to do with the duty.
  public let involvement: Involvement
  /// What it does, in the note's words; empty where the note says only who.
  public let duty: String
  /// The id of the party that has to act first; nil where none has.
  public let dependsOn: String?
  /// What has to be the case; nil without a condition.
  public let condition: String?

  /// Makes a part.
  public init(
    party: String, involvement: Involvement = .responsible, duty: String = "",
    dependsOn: String? = nil, condition: String? = nil
  ) {
    self.party = party
    self.involvement = involvement
    self.duty = duty
    self.dependsOn = dependsOn
    self.condition = condition
  }

  static func responsible(_ parts: [Part]) -> [String] {
    var found: [String] = []
    for part in parts where part.involvement == .responsible || part.involvement == .accountable {
      if !found.contains(part.party) { found.append(part.party) }
    }
    return found.sorted()
  }
}

/// Where a claim stands.
public struct Provenance: Sendable, Equatable {
  /// What kind of text it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A paragraph or a sentence in one.
    case paragraph
    /// An item of a list.
    case item
    /// A cell of a table.
    case cell
    /// An entry of the data file.
    case entry
  }

  /// The file.
  public let file: ContentPath
  /// The index of the note; nil for the data file.
  public let note: Int?
  /// From 1.
  public let firstLine: Int
  /// From 1.
  public let lastLine: Int
  /// From 1, in UTF-8 bytes; 0 where that is not known.
  public let column: Int
  /// The headings that it stands under, the note's title first; strong paragraphs count.
  public let headings: [String]
  /// The anchor of the section on the note's page; nil before the first heading.
  public let anchor: String?
  /// What kind of text it is.
  public let kind: Kind
  /// The text without markup.
  public let text: String
}
