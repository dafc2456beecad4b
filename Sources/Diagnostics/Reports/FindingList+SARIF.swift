internal import Bytes
internal import Files
internal import Text

extension FindingList {
  /// The findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.
  ///
  /// - Parameter version: the version of sitegen.
  /// - Returns: a file in UTF-8.
  public func sarif(version: String) -> [UInt8] {
    let rules = Set(findings.map(\.rule)).sorted { $0.id < $1.id }
    let indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.field("name", "sitegen")
              json.field("semanticVersion", version)
              json.array("rules") { json in
                for rule in rules { Self.write(rule, to: &json) }
              }
            }
          }
          json.field("columnKind", "utf16CodeUnits")
          json.array("results") { json in
            var known: [UInt64: Int] = [:]
            for finding in findings {
              let print = Self.fingerprint(of: finding)
              known[print, default: 0] += 1
              write(
                finding, ruleIndex: indices[finding.rule.id] ?? -1,
                fingerprint: "\(String(print, radix: 16)):\(known[print] ?? 1)", to: &json)
            }
          }
        }
      }
    }
    json.endFile()
    return json.bytes
  }

  private static func write(_ rule: Rule, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", rule.id)
      json.object("shortDescription") { $0.field("text", rule.summary) }
      json.object("fullDescription") {
        $0.field("text", RuleBook.wrapped("\(rule.summary) \(rule.why)", width: .max))
      }
      json.object("help") {
        $0.field("text", RuleBook.wrapped(rule.mending, width: .max))
      }
      json.object("defaultConfiguration") { $0.field("level", level(of: rule.severity)) }
    }
  }

  /// The same finding keeps its fingerprint when lines above it come and go.
  private static func fingerprint(of finding: Finding) -> UInt64 {
    var hash = Fingerprint()
    for text in [finding.rule.id, finding.place.path, finding.message] { hash.append(text) }
    return hash.value
  }

  private func write(
    _ finding: Finding, ruleIndex: Int, fingerprint: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("ruleId", finding.rule.id)
      json.field("ruleIndex", ruleIndex)
      json.field("level", Self.level(of: finding.severity))
      json.object("message") { json in
        json.field("text", finding.help.map { "\(finding.message); \($0)" } ?? finding.message)
      }
      json.array("locations") { json in
        json.object { json in
          json.object("physicalLocation") { json in
            json.object("artifactLocation") { $0.field("uri", uri(of: finding.place)) }
            if finding.place.line > 0 {
              json.object("region") { json in
                json.field("startLine", finding.place.line)
                json.field("startColumn", column(of: finding.place))
              }
            }
          }
        }
      }
      json.object("partialFingerprints") { $0.field("sitegen/v1", fingerprint) }
    }
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A relative reference (RFC 3986), or a file's address where the path is absolute.
  private func uri(of place: Place) -> String {
    let path = path(of: place)
    return (path.hasPrefix("/") ? "file://" : "") + path.escaped(allBut: .unreservedAndSlash)
  }
}
