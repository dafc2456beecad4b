public import ArgumentParser
internal import Building
internal import CArena
internal import Glibc

/// The command `sitegen`: turns a folder of notes into a site.
public struct Sitegen: ParsableCommand {
  /// What `--help` says.
  public static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns a folder of Markdown notes into a site.",
    discussion: """
      Without a command it builds: `sitegen` renders Content into Public, `sitegen DIR` any other \
      folder of notes.
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, SearchCommand.self,
      GraphCommand.self, PathCommand.self, HealthCommand.self, MatrixCommand.self,
      InitCommand.self, NewCommand.self, RenameCommand.self, ListCommand.self,
      CompletionsCommand.self,
      TrialCommand.self, SearchTokensCommand.self, SearchResultsCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  /// Makes the command.
  public init() {}
}

/// Runs the command that the process was called with, and ends the process.
public func runSitegen() -> Never {
  sitegen_give_large_blocks_back()
  let names = Sitegen.configuration.subcommands.compactMap { $0.configuration.commandName }
  Sitegen.main(
    ArgumentOrder.commandFirst(
      Array(CommandLine.arguments.dropFirst()), commands: Set(names + ["help"])))
  exit(0)
}
