internal import ArgumentParser
internal import Building
internal import Editing
internal import Files
internal import Glibc
internal import Notes

/// `sitegen new`: begins a note.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a note; a wanted one with its title and who asks for it.",
    discussion: """
      With --from-wanted and no name it is the note that most links ask for. A note that is there is \
      never written over.
      """)

  @Argument(help: "The note's path in the folder of notes; the ending may be left out.")
  var note: String?

  @Option(help: "Its title (default: what links call it, else its file's name).")
  var title: String?

  @Flag(name: .customLong("from-wanted"), help: "Begin a note that links ask for.")
  var fromWanted = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if note == nil, !fromWanted { throw ValidationError("name the note, or ask for --from-wanted") }
  }

  func run() throws {
    let terminal = global.terminal
    let studies = try source.studies(global)
    let wanted = WantedNote.all(in: studies.notebook)
    let content = source.request().content
    let path = try path(wanted, content, terminal)
    let asked = wanted.first { $0.path == path }
    if fromWanted, asked == nil {
      let near = EditDistance.nearest(to: path.string, in: wanted.map(\.path.string))
      throw fail("no link asks for '\(path)'", near.map { "did you mean '\($0)'?" }, terminal)
    }
    var text = asked?.text ?? "# \(Note.title(ofFileNamed: path.stem))\n"
    if let title {
      text = "# \(title)\n" + text.drop { !$0.isNewline }.dropFirst()
    }
    let file = "\(content)/\(path)"
    for end in file.indices.dropFirst() where file[end] == "/" {
      mkdir(String(file[..<end]), 0o777)
    }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw fail("\(file): \(String(cString: strerror(errno)))", nil, terminal)
    }
    let isWritten = Array(text.utf8).withUnsafeBytes {
      write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    guard close(descriptor) == 0, isWritten else {
      throw fail("\(file): not written", nil, terminal)
    }
    terminal.print("\(Terminal.harmless(file))\n")
    if let asked, terminal.volume != .quiet {
      let count = asked.places.count
      terminal.say("\(count == 1 ? "1 link asks" : "\(count) links ask") for it")
    }
  }

  private func path(
    _ wanted: [WantedNote], _ content: String, _ terminal: Terminal
  ) throws -> ContentPath {
    guard let note else {
      guard let first = wanted.first else { throw fail("no link asks for a note", nil, terminal) }
      return first.path
    }
    let prefix = content.hasSuffix("/") ? content : content + "/"
    let below = note.hasPrefix(prefix) ? String(note.dropFirst(prefix.utf8.count)) : note
    guard let path = ContentPath(below), !path.isRoot, !path.name.hasPrefix(".") else {
      throw fail("'\(note)' is no path in the folder of notes", nil, terminal)
    }
    return Notebook.isNote(path) ? path : path.folder.appending("\(path.name).md")
  }

  private func fail(_ sentence: String, _ help: String?, _ terminal: Terminal) -> ExitCode {
    terminal.say("\(terminal.styled("error:", .red)) \(Terminal.harmless(sentence))")
    if let help { terminal.say("  \(terminal.styled("help:", .green)) \(Terminal.harmless(help))") }
    return ExitCode(1)
  }
}
