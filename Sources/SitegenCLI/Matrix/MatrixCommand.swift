internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Responsibility

/// `sitegen matrix`: who does what.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Tell who does what: the responsibility matrix.",
    subcommands: [MatrixShowCommand.self, MatrixExplainCommand.self, MatrixDiffCommand.self],
    defaultSubcommand: MatrixShowCommand.self)
}

/// The forms in which a matrix is written.
enum MatrixFormat: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, csv
  case wideCSV = "csv-wide"
  case json
}

/// The axes by the names that people type.
enum MatrixAxis: String, CaseIterable, ExpressibleByArgument {
  case model, category, service, activity

  var kind: Axis.Kind {
    switch self {
    case .model: .serviceModel
    case .category: .serviceCategory
    case .service: .service
    case .activity: .activity
    }
  }
}

/// `sitegen matrix show`: the matrix as text or data.
struct MatrixShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Write the matrix (the default).",
    discussion: """
      In text, ? is what no note determines, * what follows from a category or its services, and \
      \u{2020} what depends on a condition; explain tells more.
      """)

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "How to write it: text, markdown, csv, csv-wide or json.")
  var format = MatrixFormat.text

  @Option(help: "Only this axis: model, category, service or activity.")
  var axis: MatrixAxis?

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let studies = try source.studies(for: notes, global)
    let export = MatrixExport(
      studies.matrix, axis: axis?.kind,
      findings: studies.findings.filter { $0.rule.id.hasPrefix("matrix-") })
    switch format {
    case .text: global.terminal.print(Terminal.harmlessLines(export.text()))
    case .markdown: global.terminal.print(Array(export.markdown.utf8))
    case .csv: global.terminal.print(export.csv)
    case .wideCSV: global.terminal.print(export.wideCSV)
    case .json: global.terminal.print(export.json(isIndented: true))
    }
  }
}

extension Terminal {
  /// Lines of text, each without control characters.
  static func harmlessLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless(String($0)) }
      .joined(separator: "\n")
  }
}
