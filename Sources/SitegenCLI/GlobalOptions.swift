internal import ArgumentParser
internal import Building
internal import Glibc
internal import Notes

/// Flags that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: "Work in this folder.")
  var directory: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what stopped the work.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show each place, and what is worth knowing.")
  var verbose = false

  @Option(help: "When to use colours: auto, always or never.")
  var color = Terminal.Colours.auto

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  var terminal: Terminal {
    Terminal(volume: quiet ? .quiet : verbose ? .verbose : .normal, colours: color)
  }

  /// Goes to the folder of `--directory`.
  func enterDirectory() throws {
    guard let directory else { return }
    guard chdir(directory) == 0 else {
      // Looking at the terminal sets `errno` anew.
      let reason = String(cString: strerror(errno))
      terminal.say("error: \(directory): \(reason)")
      throw ExitCode(1)
    }
  }
}

extension Terminal.Colours: ExpressibleByArgument {}

/// Says why there is no site, and how the process ends.
struct Failures {
  let terminal: Terminal

  /// An error as plain text, a line for each problem.
  static func text(of error: BuildError) -> String {
    switch error {
    case .files(let message), .theme(let message): message
    case .configuration(let path, let problems):
      problems.map { problem in
        let help = problem.help.map { "\n  help: \($0)" } ?? ""
        return "\(path):\(problem.line):\(problem.column): \(problem.message)\(help)"
      }.joined(separator: "\n")
    }
  }

  /// Prints an error; answers the exit code: 1 for files, 3 for the configuration or the theme.
  func report(_ error: BuildError) -> Int32 {
    let mark = terminal.styled("error:", .red)
    switch error {
    case .files(let message):
      terminal.say("\(mark) \(Terminal.harmless(message))")
      return 1
    case .theme(let message):
      terminal.say("\(mark) \(Terminal.harmless(message))")
      return 3
    case .configuration(let path, let problems):
      for problem in problems {
        let place = "\(path):\(problem.line):\(problem.column)"
        terminal.say("\(Terminal.harmless(place)): \(mark) \(Terminal.harmless(problem.message))")
        if let help = problem.help {
          terminal.say("  \(terminal.styled("help:", .green)) \(Terminal.harmless(help))")
        }
      }
      return 3
    }
  }
}
