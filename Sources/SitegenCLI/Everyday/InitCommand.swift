internal import ArgumentParser
internal import Glibc

/// `sitegen init`: a small site that builds at once, with what CI needs.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a site: a few notes, a configuration, and what CI needs.",
    discussion: "A file that is there already is left alone, and told.")

  @Argument(help: "The folder of the site.", completion: .directory)
  var folder = "."

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let terminal = global.terminal
    try global.enterDirectory()
    for (path, text) in Scaffold.files {
      let file =
        folder == "."
        ? path : "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(path)"
      for end in file.indices.dropFirst() where file[end] == "/" {
        mkdir(String(file[..<end]), 0o777)
      }
      let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno == EEXIST {
        terminal.say("note: '\(Terminal.harmless(file))' is there already; it stays as it is")
        continue
      }
      let isWritten =
        descriptor >= 0
        && Array(text.utf8).withUnsafeBytes {
          write(descriptor, $0.baseAddress, $0.count) == $0.count
        }
      guard isWritten, close(descriptor) == 0 else {
        let reason = String(cString: strerror(errno))
        terminal.say("\(terminal.styled("error:", .red)) \(Terminal.harmless(file)): \(reason)")
        throw ExitCode(1)
      }
      terminal.print("\(Terminal.harmless(file))\n")
    }
    guard terminal.volume != .quiet else { return }
    let go = folder == "." ? "" : " -C \(Terminal.harmless(folder))"
    terminal.say("next: sitegen serve\(go) --open")
  }
}
