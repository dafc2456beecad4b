extension FindingList {
  /// The findings as workflow commands, which GitHub Actions shows beside the lines of a change.
  public var annotations: String {
    findings.map { finding in
      var properties = "file=\(Self.property(path(of: finding.place)))"
      if finding.place.line > 0 { properties += ",line=\(finding.place.line)" }
      if let column = column(of: finding.place) { properties += ",col=\(column)" }
      properties += ",title=\(Self.property(finding.rule.id))"
      let text = finding.help.map { "\(finding.message)\nhelp: \($0)" } ?? finding.message
      return "::\(Self.command(for: finding.severity)) \(properties)::\(Self.data(text))\n"
    }.joined()
  }

  private static func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// Text behind `::`: no line end may begin another command.
  private static func data(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The value of a property.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
