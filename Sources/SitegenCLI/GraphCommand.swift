internal import ArgumentParser
internal import Building
internal import Rendering
internal import Topics

/// `sitegen graph`: the topic graph in a format that other programs read.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Print the topic graph.",
    discussion: """
      What notes name as next steps, what treats it, and what is still to be written; as a whole or \
      in part. Draw it with: sitegen graph | dot -Tsvg > graph.svg
      """)

  /// The formats, by the names that they have in `GraphExport`.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case dot, json, graphml, mermaid, csv

    var ofExport: GraphExport.Format {
      switch self {
      case .dot: .dot
      case .json: .json
      case .graphml: .graphml
      case .mermaid: .mermaid
      case .csv: .csv
      }
    }
  }

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "The format: dot, json, graphml, mermaid or csv.")
  var format = Format.dot

  @Option(help: ArgumentHelp("Only what can be reached from a note.", valueName: "note"))
  var from: String?

  @Option(help: "With --from: the most steps; a topic on the way counts as one.")
  var depth: Int?

  @Flag(help: "Only notes that are not written yet, and who asks for them.")
  var wanted = false

  @Flag(help: "Only notes whose next steps lead round in a circle.")
  var cycles = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if [from != nil, wanted, cycles].count(where: { $0 }) > 1 {
      throw ValidationError("--from, --wanted and --cycles exclude each other")
    }
    guard let depth else { return }
    if from == nil { throw ValidationError("--depth belongs to --from") }
    if depth < 0 { throw ValidationError("--depth takes a number from 0 on") }
  }

  func run() throws {
    let studies = try source.studies(for: notes, global)
    let graph = studies.topics
    let selection: GraphSelection
    if let from {
      let note = try NoteNames(studies.notebook, source, notes).note(named: from)
      selection = GraphSelection(of: graph, around: note, depth: depth)
    } else if wanted {
      selection = GraphSelection(wantedIn: graph)
    } else if cycles {
      selection = GraphSelection(circlesOf: studies.paths, in: graph)
    } else {
      selection = GraphSelection(allOf: graph)
    }
    let export = GraphExport(studies.notebook, graph, selection)
    global.terminal.print(String(decoding: export.bytes(as: format.ofExport), as: UTF8.self))
  }
}
