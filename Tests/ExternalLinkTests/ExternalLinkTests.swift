import Diagnostics
import Files
import Glibc
import Notes
import Synchronization
import Testing
import Workers

@testable import ExternalLinks

/// Links to other sites, looked at on a server of our own.
@Suite(.serialized) struct ExternalLinkTests {
  private var settings: ExternalLinkSettings {
    var settings = ExternalLinkSettings()
    settings.allowsPrivate = true
    settings.patience.pause = 10
    settings.patience.longestPause = 5000
    settings.patience.page = 100_000
    return settings
  }

  private func verdict(_ address: String, _ settings: ExternalLinkSettings) -> Verdict? {
    ExternalLinkCheck(of: [address], settings).verdicts[address]
  }

  @Test func eachCaseOfTheServerIsAsExpected() throws {
    let server = try Server()
    let root = "http://127.0.0.1:\(server.port)"
    let cases: [(String, Verdict)] = [
      ("/ok", .alive), ("/ok?a=b&c", .dead("answers 404")), ("/404", .dead("answers 404")),
      ("/status/410", .dead("answers 410")), ("/status/204", .alive),
      ("/status/500", .unknown("it answers 500")),
      ("/status/403", .unknown("it answers 403, and lets programs not in")),
      ("/status/999", .unknown("it answers 999")),
      ("/no-head/405", .alive), ("/no-head/501", .alive), ("/no-head/403", .alive),
      ("/no-head/404", .alive),
      ("/moved", .moved(to: "\(root)/ok")), ("/moved-twice", .moved(to: "\(root)/ok")),
      ("/found", .alive),
      ("/moved-to-nothing", .dead("leads on to '\(root)/404', which answers 404")),
      (
        "/to/ftp://example.org/",
        .unknown("it leads on to 'ftp://example.org/': only http and https are looked at")
      ),
      (
        "/to/javascript:1",
        .unknown("it leads on to 'javascript:1': only http and https are looked at")
      ),
      (
        "/to/http://a@127.0.0.1/",
        .unknown("it leads on to 'http://a@127.0.0.1/': it holds a user name")
      ),
      ("/circle/a", .dead("leads round in a circle")),
      ("/cookies", .unknown("it leads round in a circle without its cookies")),
      ("/stairs/0", .dead("leads on more than 10 times")),
      ("/busy/0", .alive), ("/busy/1", .alive), ("/busy/Wed, 21 Oct 2015 07:28:00 GMT", .alive),
      ("/busy/3600", .unknown("it answers 429, and asks to wait 3600 s")),
      ("/always-busy", .unknown("it answers 503")),
      ("/endless", .alive),
      ("/endless#x", .unknown("the part '#x' is not in the first 97 kB of its page")),
      ("/reset", .unknown("it breaks the connection off")),
      ("/hang-up", .unknown("it breaks the connection off")),
      ("/nonsense", .unknown("it breaks the connection off")),
      ("/ok#top-of-it", .alive), ("/ok#old-style", .alive), ("/ok#plain", .alive),
      ("/ok#%22quoted%22", .alive), ("/ok#readme", .alive), ("/ok#%C3%A9t%C3%A9", .alive),
      ("/ok#été", .alive), ("/ok#top", .alive), ("/ok#", .alive), ("/ok#:~:text=Page", .alive),
      ("/ok#L10-L20", .alive), ("/ok#!/route", .alive),
      ("/ok#no-id", .fragmentMissing), ("/ok#fake", .fragmentMissing),
      ("/ok#Plain", .fragmentMissing),
      ("/moved#plain", .moved(to: "\(root)/ok")), ("/moved#gone", .fragmentMissing),
      ("/text#anything", .alive), ("/404#x", .dead("answers 404")),
    ]
    let check = ExternalLinkCheck(of: cases.map { root + $0.0 }, settings)
    for (path, expected) in cases {
      #expect(check.verdicts[root + path] == expected, "\(path)")
    }
    #expect(check.verdicts.count == cases.count)
    // HEAD was enough, or refused and followed by GET; a page was fetched once for all its parts.
    #expect(try server.requests(for: "HEAD /404") > 0 && server.requests(for: "GET /404") > 0)
    #expect(try server.requests(for: "HEAD /found") == 1 && server.requests(for: "GET /found") == 0)
    #expect(try server.requests(for: "GET /busy/3600") == 0)
    #expect(
      try server.requests(for: "GET /always-busy") + server.requests(for: "HEAD /always-busy") == 3)
  }

  @Test func whatDoesNotAnswerInTimeIsUnknown() throws {
    let server = try Server()
    var settings = settings
    settings.patience.request = 200
    settings.patience.repetitions = 0
    for path in ["/slow", "/dripping#x"] {
      #expect(
        verdict("http://127.0.0.1:\(server.port)\(path)", settings)
          == .unknown("it does not answer in time"))
    }
  }

  @Test func aCertificateThatNobodyTrustsIsDead() throws {
    let server = try Server()
    guard case .dead(let reason) = verdict("https://127.0.0.1:\(server.securePort)/ok", settings)
    else {
      Issue.record("it is not dead")
      return
    }
    #expect(reason.hasPrefix("has a certificate that cannot be trusted: "))
    guard case .unknown = verdict("https://127.0.0.1:\(server.port)/ok", settings) else {
      Issue.record("a server without TLS is not unknown")
      return
    }
  }

  @Test func aHostThatNobodyKnowsOrThatAcceptsNoConnectionIsDead() throws {
    let free = try Server().port
    #expect(verdict("http://127.0.0.1:\(free)/", settings) == .dead("accepts no connection"))
    // Where no name at all can be looked up, nothing is known of this one.
    let nobody = "http://no-such-host.invalid/"
    guard case .unknown = verdict(nobody, settings) else {
      Issue.record("it is judged without a network")
      return
    }
    let somebody = "http://localhost:\(free)/"
    let verdicts = ExternalLinkCheck(of: [nobody, somebody], settings).verdicts
    #expect(verdicts[somebody] == .dead("accepts no connection"))
    if case .unknown(let reason) = verdicts[nobody] {
      // The system had nobody to ask.
      #expect(reason.hasPrefix("its host could not be looked up"))
    } else {
      #expect(verdicts[nobody] == .dead("has a host that nobody knows"))
    }
  }

  @Test func aPrivateAddressIsNeverContactedWithoutPermission() throws {
    let server = try Server()
    var settings = settings
    settings.allowsPrivate = false
    let hosts = [
      "127.0.0.1", "127.0.0.2", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
      "2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "0", "0.0.0.0", "127.0.0.1.",
    ]
    let addresses = hosts.map { "http://\($0):\(server.port)/ok" }
    let check = ExternalLinkCheck(of: addresses, settings)
    for address in addresses {
      // Some spellings are no host at all.
      let verdict = try #require(check.verdicts[address])
      let isRefused = "\(verdict)".contains("private address")
      #expect(isRefused || verdict == .dead("has a host that nobody knows"), "\(address)")
    }
    #expect(try server.connections() == 0)
    // The same addresses with permission: the test could have seen a connection.
    settings.allowsPrivate = true
    _ = ExternalLinkCheck(of: addresses, settings)
    #expect(try server.connections(to: "127.0.0.1") > 0 && server.connections(to: "127.0.0.2") > 0)
  }

  @Test func aRedirectionToAPrivateAddressIsNotFollowed() throws {
    let server = try Server()
    var settings = settings
    settings.allowsPrivate = false
    settings.isPermitted = { $0.bytes == [127, 0, 0, 1] }
    let inside = "http://127.0.0.2:\(server.port)/ok"
    #expect(
      verdict("http://127.0.0.1:\(server.port)/to/\(inside)", settings)
        == .unknown(
          "it leads on to '\(inside)': its host has the private address 127.0.0.2; --allow-private looks at it"
        ))
    #expect(try server.connections(to: "127.0.0.2") == 0 && server.connections(to: "127.0.0.1") > 0)
  }

  @Test func noConnectionGoesToAnAddressThatWasNotLookedUp() throws {
    let server = try Server()
    // An address in numbers has no name to pin; only the last gate holds it back.
    let address = try WebAddress("http://[::ffff:127.0.0.1]:\(server.port)/ok")
    let visitor = Visitor(settings: settings, gates: Gates())
    func failure(_ place: [UInt8]) -> Verdict? {
      let request = Request(
        address: address, places: [NetworkAddress(bytes: place)], isHead: true, bodyCap: 0)
      return visitor.failure(of: request.send(settings))
    }
    #expect(
      failure([192, 0, 2, 1]) == .unknown("it would have led to an address that was not looked up"))
    #expect(try server.connections() == 0)
    #expect(failure([UInt8](repeating: 0, count: 10) + [255, 255, 127, 0, 0, 1]) == nil)
    #expect(try server.connections() == 1)
  }

  @Test func hostsAreAskedSideBySideAndEachForOnePageAtATime() throws {
    let server = try Server()
    let paths = (0..<12).map { "/thorough/\($0)" }
    let check = ExternalLinkCheck(
      of: paths.flatMap { path in
        ["127.0.0.1", "127.0.0.2"].map { "http://\($0):\(server.port)\(path)" }
          + ["http://127.0.0.1:\(server.port)/to/http://127.0.0.2:\(server.port)\(path)"]
      }, settings)
    #expect(check.verdicts.count == 36)
    #expect(try server.mostAtOnce(at: "127.0.0.1") == 1 && server.mostAtOnce(at: "127.0.0.2") == 1)
  }

  @Test func livingLinksAreRememberedAndNothingElse() throws {
    let server = try Server()
    let root = "http://127.0.0.1:\(server.port)"
    let addresses = ["/ok", "/ok#plain", "/moved", "/404", "/status/500"].map { root + $0 }
    var settings = settings
    let cache = "/tmp/link-tests-\(getpid())-\(server.port)"
    settings.cache = cache
    defer { unlink(cache) }
    let first = ExternalLinkCheck(of: addresses, settings)
    let connections = try server.connections()
    let second = ExternalLinkCheck(of: addresses, settings)
    #expect(first.verdicts == second.verdicts)
    #expect(first.rememberedCount == 0 && second.rememberedCount == 3)
    // What is dead is asked twice, by HEAD and GET; so is what is in trouble.
    #expect(try server.connections() == connections + 4)
    settings.cacheAge = 0
    #expect(ExternalLinkCheck(of: addresses, settings).rememberedCount == 0)
    settings.cacheAge = 86_400
    let file = try #require(fopen(cache, "w"))
    fputs("sitegen-links 1\nnonsense\n9\t\(root)/ok\t\n99999999999\t\(root)/moved\t\n", file)
    fclose(file)
    #expect(ExternalLinkCheck(of: addresses, settings).rememberedCount == 0)
  }

  @Test func theFindingsNameThePlaces() throws {
    let server = try Server()
    let root = "http://127.0.0.1:\(server.port)"
    let notes = """
      # Links

      [here](\(root)/ok) and [gone](\(root)/404), again [gone too](\(root)/404).
      ![moved](\(root)/moved#plain) <\(root)/status/500> [part](\(root)/ok#none)
      [mail](mailto:a@b.c) [note](other.md)
      """
    let notebook = try Notebook(reading: .memory(["a.md": Array(notes.utf8)]))
    let told = ExternalLinkReport(notebook, settings).findings.map { finding in
      "\(finding.place): \(finding.severity): \(finding.message) [\(finding.rule)]"
        .replacing(root, with: "ROOT").replacing(/:\d+:\d+:/, with: ":")
    }
    #expect(
      told == [
        "a.md: error: 'ROOT/404' answers 404 [external-dead]",
        "a.md: error: 'ROOT/404' answers 404 [external-dead]",
        "a.md: info: 'ROOT/moved#plain' has moved for good [external-redirected]",
        "a.md: info: 'ROOT/status/500' could not be judged: it answers 500 [external-unknown]",
        "a.md: warning: 'ROOT/ok' has no part '#none' [external-anchor-missing]",
      ])
  }
}
