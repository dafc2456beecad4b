internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Files
internal import Markup
internal import Notes
internal import Text
internal import Topics

/// `sitegen health`: how well the notes hang together, and which of them want work.
struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "Print orphans, dead ends, wanted notes, stubs, and pictures without text.")

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let studies = try source.studies(for: notes, global)
    let report = HealthReport(
      notebook: studies.notebook, topics: studies.topics, health: studies.health,
      wanted: studies.wanted)
    if json {
      global.terminal.print(String(decoding: report.json, as: UTF8.self))
    } else {
      global.terminal.print(report.text)
    }
  }
}

/// What `sitegen health` prints.
struct HealthReport {
  let notebook: Notebook
  let topics: TopicGraph
  let health: NotebookHealth
  let wanted: WantedNotes

  // MARK: - Text

  /// A heading with a count for each kind of remark, and a line for each place.
  var text: String {
    var text = "\(notebook.notes.count) notes\n"
    text += "\nclicks from home\n" + depths.map { "  \($0)\n" }.joined()
    text += Self.section("orphans: no other note leads to them", health.orphans.map(path))
    text += Self.section(
      "out of reach: no way along links begins at home", health.unreachable.map(path))
    text += Self.section("dead ends: they lead to no other note", health.deadEnds.map(path))
    text += Self.section(
      "stubs: fewer than \(NotebookHealth.stubWords) words",
      health.stubs.map { "\(path($0.note)): \($0.words == 1 ? "1 word" : "\($0.words) words")" })
    text += Self.section(
      "wanted notes: not written yet",
      wanted.byDemand.map { item in
        let node = topics.nodes[item.node]
        let links = node.demand == 1 ? "1 link" : "\(node.demand) links"
        let places = item.requests.prefix(3).map { place(of: $0).description }
        let rest = item.requests.count > 3 ? ", \u{2026}" : ""
        return "\(node.path?.string ?? ""): \(links), \(places.joined(separator: ", "))\(rest)"
      })
    text += Self.section("pictures without text", blemishes(of: .imageAltEmpty))
    text += Self.section("contents that drifted", blemishes(of: .tocDrift))
    return text
  }

  private static func section(_ title: String, _ rows: [String]) -> String {
    guard !rows.isEmpty else { return "" }
    return "\n\(title) (\(rows.count))\n" + rows.map { "  \(Terminal.harmless($0))\n" }.joined()
  }

  private func path(_ note: Int) -> String { notebook.notes[note].path.string }

  private var depths: [String] {
    depthCounts.enumerated().filter { $0.element > 0 }.map { depth, count in
      "\(depth): \(count == 1 ? "1 note" : "\(count) notes")"
    }
  }

  private var depthCounts: [Int] {
    let known = health.depths.compactMap(\.self)
    return (0..<(known.max() ?? -1) + 1).map { depth in known.count { $0 == depth } }
  }

  private func blemishes(of rule: Rule) -> [String] {
    health.blemishes.filter { $0.rule == rule }.map { "\($0.place): \($0.message)" }
  }

  private func place(of request: WantedNotes.Request) -> Place {
    let link = notebook.notes[request.note].document.links[request.link]
    return Place(path(request.note), line: link.line, column: link.column)
  }

  // MARK: - JSON

  /// One object with an array for each kind of remark.
  var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("notes", notebook.notes.count)
      json.array("clicksFromHome") { json in
        for (depth, count) in depthCounts.enumerated() {
          json.object { json in
            json.field("clicks", depth)
            json.field("notes", count)
          }
        }
      }
      write("orphans", health.orphans, to: &json)
      write("unreachable", health.unreachable, to: &json)
      write("deadEnds", health.deadEnds, to: &json)
      json.array("stubs") { json in
        for stub in health.stubs {
          json.object { json in
            writeNote(stub.note, to: &json)
            json.field("words", stub.words)
          }
        }
      }
      json.array("wanted") { json in
        for item in wanted.byDemand { write(item, to: &json) }
      }
      write("picturesWithoutText", .imageAltEmpty, to: &json)
      write("contentsDrifted", .tocDrift, to: &json)
    }
    json.endFile()
    return json.bytes
  }

  private func write(_ name: StaticString, _ notes: [Int], to json: inout JSONWriter) {
    json.array(name) { json in
      for note in notes { json.object { writeNote(note, to: &$0) } }
    }
  }

  private func writeNote(_ note: Int, to json: inout JSONWriter) {
    json.field("file", path(note))
    json.field("title", notebook.notes[note].title)
  }

  private func write(_ item: WantedNotes.Wanted, to json: inout JSONWriter) {
    let node = topics.nodes[item.node]
    json.object { json in
      json.field("path", node.path?.string)
      json.field("title", node.title)
      json.field("demand", node.demand)
      json.field("labels", node.labels)
      json.array("requests") { json in
        for request in item.requests {
          json.object { json in
            write(place(of: request), to: &json)
            let document = notebook.notes[request.note].document
            json.field("label", document.text(document.links[request.link].label))
            json.field("isNextStep", request.isStep)
          }
        }
      }
    }
  }

  private func write(_ name: StaticString, _ rule: Rule, to json: inout JSONWriter) {
    json.array(name) { json in
      for finding in health.blemishes where finding.rule == rule {
        json.object { json in
          write(finding.place, to: &json)
          json.field("message", finding.message)
        }
      }
    }
  }

  private func write(_ place: Place, to json: inout JSONWriter) {
    json.field("file", place.path)
    if place.line > 0 { json.field("line", place.line) }
    if place.column > 0 { json.field("column", place.column) }
  }
}
