internal import ArgumentParser

/// `sitegen completions`: what a shell needs to complete commands, flags and rules.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Write the completions of a shell: bash, zsh or fish.",
    discussion: "For bash: source <(sitegen completions bash)")

  /// The shells that there are completions for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let shell: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    global.terminal.print(Sitegen.completionScript(for: shell))
  }
}
