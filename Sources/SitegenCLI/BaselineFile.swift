internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import Glibc

/// The file of a baseline.
struct BaselineFile {
  /// Where it is unless an option says otherwise.
  static let usualPath = "sitegen-baseline.txt"

  let path: String
  let terminal: Terminal

  /// Reads it; throws an `ExitCode` once the terminal was told why it cannot be used.
  func read() throws -> Baseline {
    let bytes = try contents()
    do throws(Baseline.Problem) {
      return try Baseline(reading: bytes)
    } catch {
      terminal.say(
        "\(Terminal.harmless(path)):\(error.line): \(terminal.styled("error:", .red))"
          + " this is no line of a baseline")
      terminal.say("  \(terminal.styled("help:", .green)) --update-baseline writes one")
      throw ExitCode(3)
    }
  }

  /// Writes it beside, and puts it in its place.
  func write(_ baseline: Baseline) throws {
    let beside = path + ".new"
    let bytes = baseline.bytes
    guard let file = fopen(beside, "we") else { throw failure() }
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten, rename(beside, path) == 0 else {
      let error = failure()
      unlink(beside)
      throw error
    }
    if terminal.volume != .quiet {
      let count = baseline.count
      terminal.say(
        "\(count) \(count == 1 ? "finding" : "findings") accepted in \(Terminal.harmless(path))")
    }
  }

  private func contents() throws -> [UInt8] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = String(path.dropLast(name.utf8.count))
    do {
      guard let file = ContentPath(name) else { throw FileProblem.notAFile(path: path) }
      return try Folder(at: parent.isEmpty ? "." : parent).source().read(file, 64 << 20)
    } catch {
      terminal.say("\(terminal.styled("error:", .red)) \(Terminal.harmless("\(error)"))")
      throw ExitCode(1)
    }
  }

  private func failure() -> ExitCode {
    let reason = String(cString: strerror(errno))
    terminal.say("\(terminal.styled("error:", .red)) \(Terminal.harmless(path)): \(reason)")
    return ExitCode(1)
  }
}
