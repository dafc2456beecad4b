/// Findings on their way out: as JSON, SARIF, annotations or JUnit.
///
/// Whoever writes one of the formats sees paths as they can be opened from where the command ran, and
/// columns as other programs count them.
public struct FindingList: Sendable {
  /// In the order of their places.
  public var findings: [Finding]
  /// What stands before each path: the folder of notes, with a slash at its end.
  public var pathPrefix: String
  /// The text of a line; nil where there is none.
  public var line: @Sendable (Place) -> String?

  /// Makes a list.
  public init(
    _ findings: [Finding], pathPrefix: String = "",
    line: @escaping @Sendable (Place) -> String? = { _ in nil }
  ) {
    self.findings = findings
    self.pathPrefix = pathPrefix
    self.line = line
  }

  /// The path of a place, as it can be opened.
  func path(of place: Place) -> String { pathPrefix + place.path }

  /// A place's column from 1 in UTF-16 code units, as editors count; nil where there is none.
  func column(of place: Place) -> Int? {
    guard place.column > 0 else { return nil }
    guard let line = line(place) else { return place.column }
    return String(decoding: line.utf8.prefix(place.column - 1), as: UTF8.self).utf16.count + 1
  }

  /// The findings' number at each level, the worst first.
  var counts: [(severity: Severity, count: Int)] {
    Severity.allCases.reversed().map { ($0, findings.count(of: $0)) }
  }
}
