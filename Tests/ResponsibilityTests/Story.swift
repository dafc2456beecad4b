import Diagnostics
import Files
import Notes

@testable import Responsibility

/// A folder of notes in one text, `-- path --` before each, and its matrix as one reads it.
struct Story {
  let matrix: ResponsibilityMatrix

  init(_ text: String, today: String? = nil, candidates: [HowToCandidate] = []) throws {
    let contents = Self.contents(text)
    let file = contents[ResponsibilityFile.name].map { ResponsibilityFile($0) }
    matrix = ResponsibilityMatrix(
      try Notebook(reading: .memory(contents)), file: file ?? ResponsibilityFile(),
      today: today.flatMap { CalendarDate($0) }
    ) { HowToTitles(candidates) }
  }

  /// The notes of a text.
  static func notebook(_ text: String) throws -> Notebook {
    try Notebook(reading: .memory(contents(text)))
  }

  private static func contents(_ text: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    var path = "note.md"
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = String(line.dropFirst(3).dropLast(3))
        contents[path] = []
      } else {
        contents[path, default: []] += Array("\(line)\n".utf8)
      }
    }
    return contents
  }

  /// The claims: `place rule: rows @ columns: parties "duty" if condition`.
  var claims: [String] {
    matrix.claims.map { claim in
      let rows = claim.rows.map { String(matrix.rows[$0].id.dropFirst(2)) }
      let columns = claim.coordinates.map { $0.isGeneral ? "-" : $0.member }
      let parts = claim.parts.map { part in
        part.party + (part.involvement == .responsible ? "" : "(\(part.involvement.rawValue))")
          + (part.dependsOn.map { " after \($0)" } ?? "")
      }
      let lines =
        claim.provenance.firstLine == claim.provenance.lastLine
        ? "\(claim.provenance.firstLine)"
        : "\(claim.provenance.firstLine)-\(claim.provenance.lastLine)"
      return "\(claim.provenance.file):\(lines) \(claim.rule): \(rows.joined(separator: "+"))"
        + " @ \(columns.joined(separator: "+")): "
        + (claim.notApplicable.map { "nobody (\($0))" } ?? parts.joined(separator: ", "))
        + (claim.condition.map { " if \($0)" } ?? "")
    }
  }

  /// The cells: `row @ column: status label`.
  var cells: [String] {
    matrix.cells.map { cell in
      let column = cell.coordinates.isGeneral ? "-" : cell.coordinates.member
      return "\(matrix.rows[cell.row].id.dropFirst(2)) @ \(column): \(cell.status.name)"
        + " \(cell.label.name)"
    }
  }

  /// The cells that something determines.
  var determined: [String] { cells.filter { !$0.hasSuffix("undetermined undetermined") } }

  /// The findings: `place: level: message [rule]`.
  var findings: [String] {
    matrix.findings.map {
      "\($0.place): \($0.severity.rawValue): \($0.message) [\($0.rule.id)]"
    }
  }

  /// The ids of the rules that found something, with the lines.
  var rules: [String] { matrix.findings.map { "\($0.place.line) \($0.rule.id)" } }
}
