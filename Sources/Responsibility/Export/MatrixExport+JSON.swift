internal import Diagnostics
internal import Files
internal import Text

extension MatrixExport {
  /// The whole matrix as JSON; docs/matrix.schema.json describes it.
  ///
  /// It has no blanks and no ends of lines but the last, unless people are to read it.
  public func json(isIndented: Bool = false) -> [UInt8] {
    var json = JSONWriter(isIndented ? .indented : .compact)
    json.object { json in
      json.field("version", 1)
      json.array("parties") { json in
        for party in matrix.parties {
          json.object { json in
            json.field("id", party.id)
            json.field("name", party.name)
            json.field("kind", party.kind.rawValue)
          }
        }
      }
      writeAxes(&json)
      writeRows(&json)
      json.array("cells") { json in
        for cell in cells { write(cell, &json) }
      }
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.field("rule", finding.rule.id)
            json.field("severity", finding.severity.rawValue)
            json.field("file", finding.place.path)
            json.field("line", finding.place.line)
            json.field("column", finding.place.column)
            json.field("message", finding.message)
          }
        }
      }
    }
    json.endFile()
    return json.take()
  }

  private func writeAxes(_ json: inout JSONWriter) {
    json.array("axes") { json in
      for each in matrix.axes where axis == nil || each.kind == axis {
        json.object { json in
          json.field("kind", each.kind.rawValue)
          json.field("members", each.members.map(\.coordinates.member).unique)
          json.array("columns") { json in
            for member in each.members {
              json.object { json in
                json.field("member", member.coordinates.member)
                json.field("provider", member.coordinates.provider)
                json.field("name", member.name)
              }
            }
          }
        }
      }
    }
    json.array("services") { json in
      for service in matrix.services {
        json.object { json in
          json.field("id", service.id)
          json.field("name", service.name)
          json.field("provider", service.provider)
          json.field("categories", service.categories)
          json.field("model", service.model)
        }
      }
    }
  }

  private func writeRows(_ json: inout JSONWriter) {
    let used = axis == nil ? nil : Set(cells.map(\.row))
    json.array("rows") { json in
      for (index, row) in matrix.rows.enumerated() where used?.contains(index) ?? true {
        json.object { json in
          json.field("id", row.id)
          json.field("number", row.number)
          json.field("title", row.title)
          json.field("layer", row.layer)
          json.field("layers", row.layers)
        }
      }
    }
  }

  private func write(_ cell: Cell, _ json: inout JSONWriter) {
    json.object { json in
      json.field("row", matrix.rows[cell.row].id)
      json.object("coordinates") { json in
        if let axis = cell.coordinates.axis {
          json.key(text: axis.rawValue)
          json.string(cell.coordinates.member)
        }
        json.field("provider", cell.coordinates.provider)
      }
      json.field("status", cell.status.name)
      if case .notApplicable(let reason) = cell.status { json.field("reason", reason) }
      json.field("label", cell.label.name)
      json.field("modality", cell.modality.rawValue)
      json.array("parts") { json in
        for part in cell.parts { write(part, &json) }
      }
      json.array("claims") { json in
        for id in cell.claims { write(matrix.claims[id], &json) }
      }
      json.array("outranked") { json in
        for id in cell.outranked { write(matrix.claims[id], &json) }
      }
      json.array("howTo") { json in
        for howTo in cell.howTo {
          json.object { json in
            json.field("topic", howTo.topic)
            json.field("title", howTo.title)
            json.field("strength", howTo.strength.rawValue)
          }
        }
      }
    }
  }

  private func write(_ part: Part, _ json: inout JSONWriter) {
    json.object { json in
      json.field("party", part.party)
      json.field("involvement", part.involvement.rawValue)
      json.field("duty", part.duty)
      json.field("dependsOn", part.dependsOn)
      json.key("condition")
      if let condition = part.condition { json.string(condition) } else { json.null() }
    }
  }

  private func write(_ claim: Claim, _ json: inout JSONWriter) {
    json.object { json in
      json.field("file", claim.provenance.file.string)
      json.field("line", claim.provenance.firstLine)
      json.field("lastLine", claim.provenance.lastLine)
      json.field("headings", claim.provenance.headings)
      json.field("kind", claim.provenance.kind.rawValue)
      json.field("text", claim.provenance.text)
      json.field("condition", claim.condition)
      json.field("rule", claim.rule)
      json.field("modality", claim.modality.rawValue)
    }
  }
}

extension [String] {
  /// Each once, where it stands first.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
