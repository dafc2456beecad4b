internal import Diagnostics
internal import Text

/// What open pages are told: the findings, or why the site could not be made.
struct LiveState {
  /// The most findings that are sent.
  private static let cap = 50

  /// The state as JSON on one line.
  let json: [UInt8]

  init(_ refresh: PreviewedSite.Refresh, pageOf page: (String) -> String?) {
    var json = JSONWriter()
    json.object { json in
      switch refresh {
      case .failed(let reason):
        json.field("failure", reason)
        json.field("more", 0)
        json.array("findings") { _ in }
      case .made(let list):
        let shown = list.findings.filter { $0.severity > .info }
        json.field("more", max(0, shown.count - Self.cap))
        json.array("findings") { json in
          for finding in shown.prefix(Self.cap) {
            Self.write(finding, of: list, page: page(finding.place.path), to: &json)
          }
        }
      }
    }
    self.json = json.bytes
  }

  private static func write(
    _ finding: Finding, of list: FindingList, page: String?, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("rule", finding.rule.id)
      json.field("severity", finding.severity.rawValue)
      json.field("place", list.pathPrefix + finding.place.description)
      json.field("message", finding.message)
      json.field("help", finding.help)
      if let page { json.field("page", "/" + page) }
      guard finding.rule != .secretSuspected, let line = list.line(finding.place) else { return }
      json.field("line", line)
      if finding.place.column > 0 {
        json.field(
          "before", String(decoding: line.utf8.prefix(finding.place.column - 1), as: UTF8.self))
      }
    }
  }
}
