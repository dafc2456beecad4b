internal import ArgumentParser
internal import Building
internal import DevServer
internal import Diagnostics
internal import Files
internal import Glibc
internal import Synchronization

/// `sitegen serve`: the site in a browser while its notes are written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site, and again with every change.",
    discussion: """
      Nothing is written. Pages that are open load themselves again when their notes change, where \
      the reader was, and show what was found in them. Only this machine can ask.
      """)

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "Files that replace those of the theme (default: Templates beside the notes).")
  var templates: String?

  @Option(help: "The port; the next one where it is taken, and any for 0.")
  var port: UInt16 = 4000

  @Option(help: "The address: 127.0.0.1 or localhost.")
  var host = "127.0.0.1"

  @Flag(help: "Open the home page in a browser.")
  var open = false

  @Flag(help: "Look for changes now and then, where the system cannot tell of them.")
  var poll = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if notes != nil, source.content != nil {
      throw ValidationError("name the folder of notes once: as an argument or with --content")
    }
    guard host == "127.0.0.1" || host == "localhost" else {
      throw ValidationError("--host takes 127.0.0.1 or localhost: the preview is for this machine")
    }
  }

  func run() throws {
    let terminal = global.terminal
    try global.enterDirectory()
    let request = source.request(for: notes, templates: templates)
    let lines = LineReader(folder: request.content)
    let live = CurrentSite(request) { [source, notes, templates] in
      source.request(for: notes, templates: templates)
    }
    let clock = ContinuousClock()
    let start = clock.now
    let site = PreviewedSite(
      bytes: { live.site.bytes(at: $0) }, page: { live.site.page(ofNote: $0) },
      look: { live.site.look() },
      refresh: {
        do throws(BuildError) {
          return .made(FindingList(try live.refresh().findings, reading: lines.anew()))
        } catch {
          return .failed(Failures.text(of: error))
        }
      })
    let server: DevServer
    do throws(ServerProblem) {
      server = try DevServer(site, watching: watched(request), polls: poll, port: port)
    } catch {
      terminal.say("\(terminal.styled("error:", .red)) \(error)")
      throw ExitCode(1)
    }
    let first: BuildReport
    do throws(BuildError) {
      first = try live.refresh()
    } catch {
      throw ExitCode(Failures(terminal: terminal).report(error))
    }
    FindingPrinter(terminal: terminal, notes: request.content).print(first.findings)
    announce(server, first, after: clock.now - start, terminal)
    let printer = ChangePrinter(first.findings, notes: request.content, terminal)
    do throws(ServerProblem) {
      try server.run(
        showing: .made(FindingList(first.findings, reading: lines)),
        refreshed: { printer.print($0) })
    } catch {
      terminal.say("\(terminal.styled("error:", .red)) \(error)")
      throw ExitCode(1)
    }
  }

  private func announce(
    _ server: DevServer, _ report: BuildReport, after time: Duration, _ terminal: Terminal
  ) {
    let address = "http://\(host):\(server.port)/"
    if terminal.volume != .quiet {
      if port != 0, server.port != port {
        terminal.say("note: port \(port) is taken; this is \(server.port)")
      }
      let count = report.noteCount == 1 ? "1 note" : "\(report.noteCount) notes"
      terminal.say("serving \(count) at \(address) (read in \(time.inSeconds)); Ctrl-C ends it")
    }
    if open { Self.openBrowser(at: address) }
  }

  private func watched(_ request: BuildRequest) -> DevServer.Watched {
    let beside = ["Templates", "sitegen.yml"].map {
      NotesOptions.parentPrefix(of: request.content) + $0
    }
    let content = absolutePath(request.content) ?? request.content
    let output = absolutePath(request.output).map { [$0] } ?? []
    return DevServer.Watched(
      folders: [content, request.templates ?? beside[0]],
      files: [request.configuration ?? beside[1], "\(request.content)/sitegen.yml", beside[0]],
      excluded: output)
  }

  private static func openBrowser(at address: String) {
    let command = ["xdg-open", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for each in arguments { free(each) } }
    var process: pid_t = 0
    posix_spawnp(&process, "xdg-open", nil, nil, arguments, environ)
  }
}

/// The site in memory; another one where a configuration or templates come or go.
private final class CurrentSite: Sendable {
  private let current: Mutex<(request: BuildRequest, site: LiveSite)>
  private let request: @Sendable () -> BuildRequest

  init(_ first: BuildRequest, request: @escaping @Sendable () -> BuildRequest) {
    current = Mutex((first, LiveSite(first)))
    self.request = request
  }

  var site: LiveSite { current.withLock { $0.site } }

  func refresh() throws(BuildError) -> BuildReport {
    let wanted = request()
    let (former, site) = current.withLock { $0 }
    if former.configuration == wanted.configuration, former.templates == wanted.templates {
      return try site.refresh()
    }
    let other = LiveSite(wanted)
    let report = try other.refresh()
    current.withLock { $0 = (wanted, other) }
    return report
  }
}

/// Tells on the terminal what came of a change: what is new among the findings, and one line.
private final class ChangePrinter: Sendable {
  private let known: Mutex<[Finding]>
  private let content: String
  private let terminal: Terminal

  init(_ findings: [Finding], notes content: String, _ terminal: Terminal) {
    known = Mutex(findings)
    self.content = content
    self.terminal = terminal
  }

  func print(_ refresh: PreviewedSite.Refresh) {
    guard terminal.volume != .quiet else { return }
    switch refresh {
    case .failed(let text):
      terminal.say("\(terminal.styled("error:", .red)) \(Terminal.harmless(text))")
      terminal.say("the former site stays")
    case .made(let list):
      let former = known.withLock { known in
        defer { known = list.findings }
        return Baseline(accepting: known)
      }
      FindingPrinter(terminal: terminal, notes: content)
        .print(former.comparing(list.findings).new)
      let counts = Severity.allCases.reversed().map { level in
        let count = list.findings.count(of: level)
        let word = level == .info ? "notice" : level.rawValue
        return count == 1 ? "1 \(word)" : "\(count) \(word)s"
      }
      terminal.say("made anew: \(counts.joined(separator: ", "))")
    }
  }
}
