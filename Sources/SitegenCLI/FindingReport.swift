internal import Building
internal import Diagnostics
internal import Files
internal import Glibc
internal import Notes

/// Tells findings in one of the formats.
struct FindingReport {
  let list: FindingList
  let files: [String]
  let content: String
  let terminal: Terminal

  /// Makes a report on the findings of a notebook that lies in a folder.
  init(_ findings: [Finding], of notebook: Notebook, in content: String, terminal: Terminal) {
    let lines = LineReader(folder: content)
    list = FindingList(findings, reading: lines)
    files = notebook.notes.map(\.path.string)
    self.content = content
    self.terminal = terminal
  }

  /// Writes text to the error stream, anything else to the output.
  func write(as format: FindingFormat, failingAt threshold: Severity?) {
    switch format {
    case .text:
      FindingPrinter(terminal: terminal, notes: content).print(list.findings)
      Self.annotate(list, terminal)
    case .json: terminal.print(list.json)
    case .sarif: terminal.print(list.sarif(version: Version.current))
    case .github: terminal.print(list.annotations)
    case .junit: terminal.print(list.junit(failingAt: threshold, files: files))
    }
  }

  /// Under GitHub Actions, findings are annotations as well: the runner reads both streams.
  static func annotate(_ list: FindingList, _ terminal: Terminal) {
    guard let value = getenv("GITHUB_ACTIONS"), String(cString: value) == "true" else { return }
    var shown = list
    shown.findings.removeAll { $0.severity == .info }
    terminal.print(shown.annotations)
  }
}

extension FindingList {
  /// Findings with their lines from a folder of notes.
  init(_ findings: [Finding], reading lines: LineReader) {
    self.init(findings, pathPrefix: lines.pathPrefix) { lines.line(at: $0) }
  }
}
