internal import Diagnostics
internal import Notes

/// A build's report as a file beside the pages, so that a build with nothing to do can repeat it.
///
/// A line of counts and the last day for which it holds, then a line per finding with its fields
/// between tabs. Nothing in it depends on the time or the machine.
struct StoredReport {
  static let fileName = ".sitegen-report"
  private static let header = "sitegen-report 2"

  let report: BuildReport

  init(_ report: BuildReport) {
    self.report = report
  }

  var bytes: [UInt8] {
    var text = Self.header
    for count in [report.noteCount, report.assetCount, report.wantedCount, report.draftCount] {
      text += "\t\(count)"
    }
    text += "\t\(report.holdsThrough?.description ?? "")\n"
    for finding in report.findings {
      let fields: [String?] = [
        finding.rule.id, finding.severity.rawValue, finding.place.path,
        "\(finding.place.line)", "\(finding.place.column)", finding.message, finding.help,
        finding.target, finding.label,
      ]
      text += fields.map(Self.escaped).joined(separator: "\t")
      text += "\n"
    }
    return Array(text.utf8)
  }

  init?(bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first else { return nil }
    let head = String(decoding: first, as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false)
    let counts = head.dropFirst().prefix(4).compactMap { Int($0) }
    guard head.first.map(String.init) == Self.header, head.count == 6, counts.count == 4 else {
      return nil
    }
    var findings: [Finding] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
      guard fields.count == 9, let rule = fields[0].flatMap(Rule.named),
        let severity = fields[1].flatMap(Severity.init(rawValue:)), let path = fields[2],
        let line = fields[3].flatMap({ Int($0) }), let column = fields[4].flatMap({ Int($0) }),
        let message = fields[5]
      else { return nil }
      var finding = Finding(
        rule, at: Place(path, line: line, column: column), message, help: fields[6],
        target: fields[7], label: fields[8])
      finding.severity = severity
      findings.append(finding)
    }
    report = BuildReport(
      noteCount: counts[0], assetCount: counts[1], wantedCount: counts[2], draftCount: counts[3],
      holdsThrough: CalendarDate(String(head[5])), findings: findings)
  }

  /// A field without tabs and line feeds; `\0` for none.
  private static func escaped(_ field: String?) -> String {
    guard let field else { return "\\0" }
    // Nearly all fields have nothing to escape.
    guard field.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A }) else {
      return field
    }
    var result = ""
    for character in field.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private static func unescaped(_ field: String) -> String? {
    if field == "\\0" { return nil }
    guard field.utf8.contains(UInt8(ascii: "\\")) else { return field }
    var result = String.UnicodeScalarView()
    var isEscape = false
    for character in field.unicodeScalars {
      if isEscape {
        result.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return String(result)
  }
}
