internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Files
internal import Notes

/// `sitegen check`: all findings, and nothing is written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell all findings; write nothing.",
    discussion: """
      Ends with code 2 where there are findings at or above the level of --fail-on. Text goes to the \
      error stream, the other formats to the output.
      """)

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "How to tell them: \(FindingFormat.names).")
  var format = FindingFormat.text

  @Option(
    name: .customLong("fail-on"),
    help: "The lowest level that ends with code 2: error, warning, info or never.")
  var failOn = FailureLevel.error

  @Option(help: "A file of accepted findings; only others are told.", completion: .file())
  var baseline: String?

  @Flag(
    name: .customLong("update-baseline"),
    help: "Accept today's findings: write them to the baseline (default: sitegen-baseline.txt).")
  var updateBaseline = false

  @Option(
    help: ArgumentHelp("Explain a rule, or 'all' for a list of them.", valueName: "rule"),
    completion: .list(["all"] + Rule.all.map(\.id)))
  var explain: String?

  @OptionGroup var external: ExternalOptions
  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if notes != nil, source.content != nil {
      throw ValidationError("name the folder of notes once: as an argument or with --content")
    }
    if let explain, explain != "all", Rule.named(explain) == nil {
      let nearest = EditDistance.nearest(to: explain, in: Rule.all.map(\.id))
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? "; --explain all lists them"
      throw ValidationError("no rule is called '\(explain)'\(hint)")
    }
  }

  func run() throws {
    let terminal = global.terminal
    if let explain {
      terminal.print(RuleExplanation(explain).text)
      return
    }
    let studies = try source.studies(for: notes, global)
    let findings = studies.findings(adding: external.findings(in: studies.notebook, terminal))
    let files = BaselineFile(path: baseline ?? BaselineFile.usualPath, terminal: terminal)
    if updateBaseline {
      try files.write(Baseline(accepting: findings))
      return
    }
    let accepted = baseline == nil ? Baseline(accepting: []) : try files.read()
    let compared = accepted.comparing(findings)
    let report = FindingReport(
      compared.new, of: studies.notebook, in: source.request(for: notes).content,
      terminal: terminal)
    report.write(as: format, failingAt: failOn.severity)
    if terminal.volume != .quiet {
      terminal.say(summary(of: compared, noteCount: studies.notebook.notes.count))
    }
    let isBad = compared.new.contains { finding in
      failOn.severity.map { finding.severity >= $0 } ?? false
    }
    if isBad { throw ExitCode(2) }
  }

  /// `checked 214 notes: 1 error, 4 warnings, 22 notices`, always in this form.
  private func summary(of compared: Baseline.Comparison, noteCount: Int) -> String {
    let counts = [
      (compared.new.count(of: .error), "error"), (compared.new.count(of: .warning), "warning"),
      (compared.new.count(of: .info), "notice"),
    ].map { count($0, $1) }
    var line = "checked \(count(noteCount, "note")): \(counts.joined(separator: ", "))"
    guard baseline != nil else { return line }
    line += "; \(compared.acceptedCount) in the baseline"
    if compared.goneCount > 0 {
      line += ", \(compared.goneCount) of it no longer there (--update-baseline)"
    }
    return line
  }

  private func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }
}

/// How findings are told.
enum FindingFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, sarif, github, junit

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// From which level on findings end a command with code 2.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// The level; nil for never.
  var severity: Severity? { Severity(rawValue: rawValue) }
}
