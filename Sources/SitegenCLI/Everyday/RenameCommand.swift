internal import ArgumentParser
internal import Building
internal import Editing
internal import Files

/// `sitegen rename`: moves a note, and every link to it with it.
struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Move a note, and rewrite every link to it.",
    discussion: """
      The note's former address leads on to it: it becomes one of its aliases. Nothing is written \
      where a link would no longer lead where it led.
      """)

  @Argument(help: "The note, by its path in the folder of notes.", completion: .file())
  var old: String

  @Argument(help: "Its new path; a folder keeps the name, and the ending may be left out.")
  var new: String

  @Flag(name: .customLong("dry-run"), help: "Write nothing; tell what would change.")
  var dryRun = false

  @Flag(name: .customLong("no-redirect"), help: "Add no alias for the former address.")
  var noRedirect = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let terminal = global.terminal
    try global.enterDirectory()
    do throws(Renaming.Refusal) {
      let renaming = try Renaming(source.request(), from: old, to: new, leadsOn: !noRedirect)
      if !dryRun { try renaming.carryOut() }
      tell(renaming.move, terminal)
    } catch {
      throw refused(error, terminal)
    }
  }

  private func tell(_ move: NoteMove, _ terminal: Terminal) {
    let verb = dryRun ? "would move" : "moved"
    terminal.print(
      "\(verb) \(Terminal.harmless("\(move.old)")) to \(Terminal.harmless("\(move.new)"))\n")
    for edit in move.edits where edit.linkCount > 0 {
      let path = edit.path == move.old ? move.new : edit.path
      let links = edit.linkCount == 1 ? "1 link" : "\(edit.linkCount) links"
      terminal.print("  \(Terminal.harmless("\(path)")): \(links)\n")
    }
  }

  private func refused(_ refusal: Renaming.Refusal, _ terminal: Terminal) -> ExitCode {
    let mark = terminal.styled("error:", .red)
    switch refusal {
    case .failed(let error): return ExitCode(Failures(terminal: terminal).report(error))
    case .paths(let sentence, let help):
      terminal.say("\(mark) \(Terminal.harmless(sentence))")
      if let help {
        terminal.say("  \(terminal.styled("help:", .green)) \(Terminal.harmless(help))")
      }
    case .strays(let link):
      terminal.say("\(mark) \(Terminal.harmless(link)) would no longer lead where it leads")
      terminal.say(
        "  \(terminal.styled("help:", .green)) nothing was written; change that link by hand first")
    }
    return ExitCode(1)
  }
}
