internal import Diagnostics
internal import Files
internal import Glibc
internal import Notes
internal import Rendering
internal import Responsibility

/// What the request, the configuration and the `Templates` folder say together.
struct Settings {
  let configuration: Configuration
  let configurationFingerprint: UInt64
  /// What `responsibilities.yml` in the folder of notes says.
  let responsibilities: ResponsibilityFile
  let theme: Theme
  let selection: Notebook.Selection
  /// The commit that git's days are taken from; empty where they are not asked for.
  let revision: [UInt8]
  let request: BuildRequest

  init(_ request: BuildRequest) throws(BuildError) {
    self.request = request
    var configuration = Configuration()
    var fingerprint: UInt64 = 0
    if let path = request.configuration {
      let bytes = try Failure.files { () throws(FileProblem) in try Self.read(path) }
      let reading = Configuration.read(bytes, knownRules: Rule.all.map(\.id))
      guard reading.problems.isEmpty else {
        throw .configuration(path: path, reading.problems)
      }
      configuration = reading.configuration
      fingerprint = Fingerprint.of(bytes)
    }
    self.configuration = configuration
    (responsibilities, configurationFingerprint) = try Self.responsibilities(
      request, ignoring: configuration, after: fingerprint)
    theme = try Self.theme(in: request.templates)
    revision =
      configuration.readsChangesFromGit ? GitChanges.revision(of: request.content) : []
    let ignored = configuration
    var selection = Notebook.Selection(
      includesDrafts: request.includesDrafts, home: configuration.home,
      ignores: { ignored.ignores($0) })
    selection.marks = ResponsibilityMatrix.marks(responsibilities)
    self.selection = selection
  }

  /// What the site is called, and where it will stand.
  func identity(for notebook: Notebook) -> Site.Identity {
    let home = notebook.folders[0].indexNote.map { notebook.notes[$0] }
    return Site.Identity(
      title: configuration.title ?? home?.title ?? "Notes",
      description: configuration.description ?? "", language: configuration.language, url: siteURL,
      contact: configuration.contact)
  }

  var siteURL: String? { request.siteURL ?? configuration.siteURL }

  /// The notes that are read, with dangerous ones tried first in a process of their own.
  func selection(in folder: Folder) -> Notebook.Selection {
    guard let command = request.trialCommand else { return selection }
    var guarded = selection
    let trial = Trial(command: command, environment: request.trialEnvironment)
    guarded.survives = { path in trial.succeeds(on: path, in: folder) }
    return guarded
  }

  /// The absolute paths of folders below the notes that are none: the output and the theme.
  func excludedFolders(in root: String) -> [String] {
    let name = request.output.split(separator: "/").last.map(String.init) ?? request.output
    let parent = String(request.output.dropLast(name.utf8.count))
    let output = absolutePath(parent.isEmpty ? "." : parent).map { "\($0)/\(name)" }
    return [output, request.output, request.templates].compactMap { path in
      path.flatMap { absolutePath($0) ?? $0 }
    }
  }

  /// The findings at the levels that the configuration gives their rules.
  func levelled(_ findings: [Finding]) -> [Finding] {
    guard !configuration.rules.isEmpty else { return findings.inOrder() }
    return findings.compactMap { finding in
      guard let level = configuration.rules[finding.rule.id] else { return finding }
      guard let severity = Severity(rawValue: level.rawValue) else { return nil }
      var changed = finding
      changed.severity = severity
      return changed
    }.inOrder()
  }

  /// The data file of the matrix, and a hash of all that was configured: what has expired by the day
  /// of the build counts as well.
  private static func responsibilities(
    _ request: BuildRequest, ignoring configuration: Configuration, after fingerprint: UInt64
  ) throws(BuildError) -> (ResponsibilityFile, UInt64) {
    let path = "\(request.content)/\(ResponsibilityFile.name)"
    guard !configuration.ignores(ResponsibilityFile.name), access(path, F_OK) == 0 else {
      return (ResponsibilityFile(), fingerprint)
    }
    let bytes = try Failure.files { () throws(FileProblem) in try read(path) }
    let file = ResponsibilityFile(bytes)
    var hash = Fingerprint()
    hash.append(fingerprint)
    hash.append(Fingerprint.of(bytes))
    hash.append(UInt64(file.expiredCount(on: request.today)))
    return (file, hash.value)
  }

  private static func theme(in templates: String?) throws(BuildError) -> Theme {
    var overrides: [String: [UInt8]] = [:]
    if let templates {
      for name in Theme.fileNames {
        let path = "\(templates)/\(name)"
        guard access(path, F_OK) == 0 else { continue }
        overrides[name] = try Failure.files { () throws(FileProblem) in try read(path) }
      }
    }
    do throws(Theme.Problem) {
      return try Theme(overrides: overrides)
    } catch {
      throw .theme(error.description)
    }
  }

  /// The most bytes of a configuration or a template.
  private static let sizeCap = 1 << 20

  private static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = String(path.dropLast(name.utf8.count))
    guard let file = ContentPath(name) else { throw .notAFile(path: path) }
    return try Folder(at: parent.isEmpty ? "." : parent).source().read(file, sizeCap)
  }
}
