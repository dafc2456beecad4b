internal import Text

extension FindingList {
  /// The findings in the form that JUnit's reports have, which most CI systems read.
  ///
  /// Each finding is a test case: it fails at `threshold` and above, and is passed over below. A file
  /// without findings is a test case that passes.
  ///
  /// - Parameters:
  ///   - threshold: the lowest level that fails; nil where none does.
  ///   - files: all files that were looked at, relative to the folder of notes.
  /// - Returns: a file in UTF-8.
  public func junit(failingAt threshold: Severity?, files: [String]) -> [UInt8] {
    let isFailure = { (finding: Finding) in threshold.map { finding.severity >= $0 } ?? false }
    let troubled = Set(findings.map(\.place.path))
    let silent = files.filter { !troubled.contains($0) }
    let failures = findings.reduce(0) { $0 + (isFailure($1) ? 1 : 0) }
    var xml = XML()
    xml.declaration()
    xml.markup("<testsuites>\n<testsuite name=\"sitegen check\"")
    xml.attribute("tests", findings.count + silent.count)
    xml.attribute("failures", failures)
    xml.attribute("errors", 0)
    xml.attribute("skipped", findings.count - failures)
    xml.markup(">\n")
    for finding in findings {
      let path = path(of: finding.place)
      let place = "\(pathPrefix)\(finding.place)"
      begin("\(finding.rule.id) \(place)", of: path, line: finding.place.line, in: &xml)
      xml.markup(">\n")
      let text = finding.help.map { "\(finding.message)\nhelp: \($0)" } ?? finding.message
      if isFailure(finding) {
        xml.markup("<failure")
        xml.attribute("type", finding.rule.id)
        xml.attribute("message", finding.message)
        xml.markup(">")
        xml.text("\(place): \(finding.severity.rawValue): \(text)")
        xml.markup("</failure>\n")
      } else {
        xml.markup("<skipped")
        xml.attribute("message", "\(finding.severity.rawValue): \(finding.message)")
        xml.markup("/>\n")
      }
      xml.markup("</testcase>\n")
    }
    for file in silent {
      begin("no findings", of: pathPrefix + file, line: 0, in: &xml)
      xml.markup("/>\n")
    }
    xml.markup("</testsuite>\n</testsuites>\n")
    return xml.bytes
  }

  private func begin(_ name: String, of path: String, line: Int, in xml: inout XML) {
    xml.markup("<testcase")
    xml.attribute("name", name)
    xml.attribute("classname", path)
    xml.attribute("file", path)
    if line > 0 { xml.attribute("line", line) }
  }
}
