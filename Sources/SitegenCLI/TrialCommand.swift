internal import ArgumentParser
internal import Building

/// The hidden command `trial`, which parses the note on standard input within limits.
///
/// The build calls it for notes that look dangerous; it is no part of what people use.
struct TrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial", abstract: "Parse standard input within limits.", shouldDisplay: false)

  func run() throws {
    guard TrialParse.run() else { throw ExitCode(1) }
  }
}
