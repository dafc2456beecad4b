internal import ArgumentParser
internal import Building
internal import Notes
internal import Responsibility

/// `sitegen matrix explain`: from the sentence to the cell.
struct MatrixExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell why a cell says what it says, with every sentence.")

  @Argument(help: "The row: its number (R-07) or its id (guest-os).")
  var row: String

  @Argument(help: "The column: a service, category, model or activity, or 'general'.")
  var column: String?

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let terminal = global.terminal
    let matrix = try source.studies(global).matrix
    guard let index = matrix.row(named: row) else {
      let near = EditDistance.nearest(
        to: row.lowercased(),
        in: matrix.rows.flatMap { [String($0.id.dropFirst(2)), $0.citation.lowercased()] })
      terminal.say(
        "error: no row is called '\(Terminal.harmless(row))'"
          + (near.map { "; did you mean '\($0)'?" } ?? ""))
      throw ExitCode(1)
    }
    let explanation = MatrixExplanation(matrix)
    var columns: [Coordinates]?
    if let column {
      let found = explanation.columns(named: column).filter {
        matrix.cell(row: index, at: $0) != nil
      }
      guard !found.isEmpty else {
        let names = matrix.cells(ofRow: index).map {
          $0.coordinates.isGeneral ? "general" : $0.coordinates.member
        }
        terminal.say(
          "error: the row has no column '\(Terminal.harmless(column))'; its columns are \(names.joined(separator: ", "))"
        )
        throw ExitCode(1)
      }
      columns = found
    }
    terminal.print(Terminal.harmlessLines(explanation.text(row: index, columns: columns)))
  }
}
