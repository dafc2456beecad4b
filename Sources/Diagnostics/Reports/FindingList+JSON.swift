internal import Text

extension FindingList {
  /// The findings for programs: `{"findings": […], "counts": {…}}`.
  ///
  /// Lines and columns count from 1, columns in UTF-8 bytes; what is not known is left out.
  public var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.field("rule", finding.rule.id)
            json.field("severity", finding.severity.rawValue)
            json.field("file", path(of: finding.place))
            if finding.place.line > 0 { json.field("line", finding.place.line) }
            if finding.place.column > 0 { json.field("column", finding.place.column) }
            json.field("message", finding.message)
            json.field("help", finding.help)
            json.field("target", finding.target)
          }
        }
      }
      json.object("counts") { json in
        json.field("error", findings.count(of: .error))
        json.field("warning", findings.count(of: .warning))
        json.field("info", findings.count(of: .info))
      }
    }
    json.endFile()
    return json.bytes
  }
}
