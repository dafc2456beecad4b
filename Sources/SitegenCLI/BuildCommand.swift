internal import ArgumentParser
internal import Building
internal import Diagnostics

/// `sitegen build`: the whole way from notes to site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site (the default).")

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "Files that replace those of the theme (default: Templates beside the notes).")
  var templates: String?

  @Option(help: "Where the site goes.", completion: .directory)
  var output = "Public"

  @Option(
    name: .customLong("site-url"), help: "Where the site will stand, for canonical addresses.")
  var siteURL: String?

  @Flag(help: "End with code 2 where there are warnings or errors.")
  var strict = false

  @Flag(help: "Build even where nothing has changed.")
  var clean = false

  @Flag(name: .customLong("no-cache"), help: "Leave no cache beside the site for the next build.")
  var leavesNoCache = false

  @Flag(name: .customLong("dry-run"), help: "Write nothing; tell the findings.")
  var dryRun = false

  @Flag(help: "Use an output folder with files of others in it; they stay.")
  var force = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if notes != nil, source.content != nil {
      throw ValidationError("name the folder of notes once: as an argument or with --content")
    }
    if let siteURL, !siteURL.hasPrefix("https://"), !siteURL.hasPrefix("http://") {
      throw ValidationError("--site-url takes an address that begins with https:// or http://")
    }
  }

  func run() throws {
    let terminal = global.terminal
    try global.enterDirectory()
    let clock = ContinuousClock()
    let start = clock.now
    let request = request()
    let report: BuildReport
    do throws(BuildError) {
      report = try SiteBuild.run(request) { terminal.progress($0.description) }
    } catch {
      terminal.endProgress()
      throw ExitCode(Failures(terminal: terminal).report(error))
    }
    terminal.endProgress()
    FindingPrinter(terminal: terminal, notes: request.content).print(report.findings)
    FindingReport.annotate(
      FindingList(report.findings, reading: LineReader(folder: request.content)), terminal)
    for path in report.replacedEdits {
      terminal.say("note: '\(Terminal.harmless(path))' had been changed by hand; it was replaced")
    }
    for path in report.strays {
      terminal.say("note: '\(Terminal.harmless(path))' could not be kept in its place")
    }
    if terminal.volume != .quiet {
      terminal.say(summary(of: report, to: request, after: clock.now - start))
    }
    let isBad = report.findings.contains { $0.severity > .info }
    if strict, isBad { throw ExitCode(2) }
  }

  // MARK: - What was asked for

  private func request() -> BuildRequest {
    var request = source.request(for: notes, templates: templates, output: output)
    request.siteURL = siteURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    request.isClean = clean
    request.isDryRun = dryRun
    request.isForced = force
    if leavesNoCache { request.cache = .never }
    request.endsProcess = true
    return request
  }

  // MARK: - What was done

  private func summary(
    of report: BuildReport, to request: BuildRequest, after time: Duration
  ) -> String {
    let verb = request.isDryRun ? "read" : "built"
    var line = "\(verb) \(count(report.noteCount, "note")), \(count(report.assetCount, "asset"))"
    line += " in \(time.inSeconds)"
    if !request.isDryRun { line += " \u{2192} \(request.output)" }
    let counts = [
      (report.findings.count(of: .error), "error"),
      (report.findings.count(of: .warning) - wantedFindings(report), "warning"),
      (wantedFindings(report), "wanted topic"),
      (report.draftCount, "draft left out"),
    ]
    let named = counts.filter { $0.0 > 0 }.map { number, word in
      word.hasSuffix("out") ? "\(number) \(word)" : count(number, word)
    }
    return named.isEmpty ? line : line + " (\(named.joined(separator: ", ")))"
  }

  private func wantedFindings(_ report: BuildReport) -> Int {
    report.findings.reduce(0) { sum, finding in
      sum + (finding.rule == .topicWanted && finding.severity == .warning ? 1 : 0)
    }
  }

  private func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }
}
