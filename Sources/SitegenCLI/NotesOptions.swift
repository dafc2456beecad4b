internal import ArgumentParser
internal import Building
internal import Files
internal import Glibc

/// Which notes a command reads, and how: what all commands have that read notes.
struct NotesOptions: ParsableArguments {
  @Option(help: "The folder of notes (default: Content).", completion: .directory)
  var content: String?

  @Option(help: "The configuration (default: sitegen.yml beside or in the notes).")
  var config: String?

  @Flag(help: "Take drafts as well.")
  var drafts = false

  @Option(help: "How many threads work at once (default: one per processor).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  /// The request for a build; `folder` and `templates` go before what is found beside the notes.
  func request(
    for folder: String? = nil, templates: String? = nil, output: String = "Public"
  ) -> BuildRequest {
    let folder = folder ?? content ?? "Content"
    let beside = Self.parentPrefix(of: folder)
    var request = BuildRequest(
      content: folder, output: output,
      templates: templates ?? Self.existing("\(beside)Templates"),
      configuration: config ?? Self.existing("\(beside)sitegen.yml")
        ?? Self.existing("\(folder)/sitegen.yml"))
    request.includesDrafts = drafts
    request.jobs = jobs
    request.today = Today.date
    request.trialCommand = ["/proc/self/exe", TrialCommand.configuration.commandName ?? ""]
    // A crash of the trial is expected now and then; nobody needs a backtrace of it.
    request.trialEnvironment = ["SWIFT_BACKTRACE=enable=no"]
    for name in ["PATH", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) {
        request.trialEnvironment.append("\(name)=\(String(cString: value))")
      }
    }
    return request
  }

  /// What is known of the notes, for commands that write nothing.
  ///
  /// - Throws: `ExitCode` once the terminal was told why there is nothing.
  func studies(for folder: String? = nil, _ global: GlobalOptions) throws -> Studies {
    let terminal = global.terminal
    try global.enterDirectory()
    do throws(BuildError) {
      let studies = try Studies(request(for: folder)) { terminal.progress($0.description) }
      terminal.endProgress()
      return studies
    } catch {
      terminal.endProgress()
      throw ExitCode(Failures(terminal: terminal).report(error))
    }
  }

  private static func existing(_ path: String) -> String? {
    access(path, F_OK) == 0 ? path : nil
  }

  /// What stands before the names beside a folder: empty for a folder right here.
  static func parentPrefix(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    if let name = parts.last, !name.isEmpty, name != ".", name != ".." {
      return parts.dropLast().map { "\($0)/" }.joined()
    }
    guard let whole = absolutePath(path) else { return "" }
    return "/" + whole.split(separator: "/").dropLast().map { "\($0)/" }.joined()
  }
}

extension SiteBuild.Stage {
  /// What the progress line says.
  var description: String {
    switch self {
    case .reading: "reading notes"
    case .linking: "following links"
    case .writing(let pages): "writing \(pages) pages"
    }
  }
}
