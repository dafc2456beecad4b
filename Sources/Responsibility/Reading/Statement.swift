internal import Files

/// What one place of a note says, before it is known which rows it belongs to.
struct Statement: Sendable, Equatable {
  /// The text that names the duty.
  var subject: String
  /// The id of the row that a pin names; nil to find it by the subject.
  var row: String?
  /// The number that a pin gives the row.
  var number: Int?
  /// True where the subject stands in a place for layers: a name that is none is worth a finding.
  var expectsLayer = false
  var coordinates: [Coordinates]
  var parts: [Part]
  var condition: String?
  var notApplicable: String?
  var modality = Claim.Modality.stated
  var precedence: Claim.Precedence
  var provenance: Provenance
  var rule: String
  var isBareShared = false
  /// What holds claims together that say one thing: two parts of a duty under two headings of a note.
  var source: String
}
