internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import ExternalLinks
internal import Glibc
internal import Notes

/// Whether links to other sites are looked at, and how.
struct ExternalOptions: ParsableArguments {
  @Flag(help: "Look at links to other sites as well; uses the network.")
  var external = false

  @Flag(
    name: .customLong("allow-private"),
    help: "With --external: look at addresses of this machine and of private networks, too.")
  var allowPrivate = false

  @Option(
    help: "With --external: remember living links in this file (default: .Public.sitegen/links).",
    completion: .file())
  var cache: String?

  @Option(
    name: .customLong("cache-age"),
    help: ArgumentHelp(
      "With --external: how long they are not looked at again; 0 looks at all.", valueName: "hours")
  )
  var cacheAge = 24

  func validate() throws {
    if !external, allowPrivate || cache != nil {
      throw ValidationError("--allow-private and --cache say how --external works: add it")
    }
    if !(0...87_600).contains(cacheAge) {
      throw ValidationError("--cache-age takes hours from 0 to 87600")
    }
  }

  /// What there is to say of the links to other sites; nothing where they were not asked for.
  func findings(in notebook: Notebook, _ terminal: Terminal) -> [Finding] {
    guard external else { return [] }
    var settings = ExternalLinkSettings()
    settings.allowsPrivate = allowPrivate
    settings.cacheAge = cacheAge * 3600
    settings.userAgent = "sitegen/\(Version.current) (link check)"
    if let cache {
      settings.cache = cache
    } else {
      mkdir(Self.folder, 0o777)
      settings.cache = "\(Self.folder)/links"
    }
    terminal.progress("looking at links to other sites")
    let report = ExternalLinkReport(notebook, settings)
    terminal.endProgress()
    return report.findings
  }

  /// Where builds keep what is no part of the site; it may be thrown away.
  private static let folder = ".Public.sitegen"
}
