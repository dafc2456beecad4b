internal import ArgumentParser
internal import Building
internal import Files
internal import Glibc
internal import Responsibility

/// `sitegen matrix diff`: what moved between two matrices.
struct MatrixDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what moved between two matrices.",
    discussion: "Each is a folder of notes, or a matrix.json that was written on another day.")

  @Argument(help: "The former matrix: a folder of notes, or a JSON file.")
  var old: String

  @Argument(help: "The new one.")
  var new: String

  @Flag(name: .customLong("fail-on-change"), help: "End with code 2 where anything moved.")
  var failOnChange = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let diff = MatrixDiff(from: try snapshot(old), to: try snapshot(new))
    global.terminal.print(Terminal.harmlessLines(diff.text))
    if failOnChange, !diff.isEmpty { throw ExitCode(2) }
  }

  private func snapshot(_ path: String) throws -> MatrixSnapshot {
    var status = stat()
    guard stat(path, &status) == 0 else { throw refusal(path, String(cString: strerror(errno))) }
    if status.st_mode & S_IFMT == S_IFDIR {
      return MatrixSnapshot(try source.studies(for: path, global).matrix)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = String(path.dropLast(name.utf8.count))
    guard let file = ContentPath(name) else { throw refusal(path, "not a file") }
    let bytes: [UInt8]
    do {
      bytes = try Folder(at: parent.isEmpty ? "." : parent).source().read(file, 1 << 28)
    } catch {
      throw refusal(path, "\(error)")
    }
    guard let snapshot = MatrixSnapshot(json: bytes) else {
      throw refusal(path, "no JSON of a responsibility matrix")
    }
    return snapshot
  }

  private func refusal(_ path: String, _ reason: String) -> ExitCode {
    global.terminal.say("error: \(Terminal.harmless(path)): \(reason)")
    return ExitCode(1)
  }
}
