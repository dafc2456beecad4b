import Building
import Diagnostics
import Files
import Glibc
import Testing

/// Every rule finds something in its failing example and nothing in its passing one.
@Suite struct RuleExampleTests {
  @Test(arguments: Rule.all.filter { $0.failing.test == nil })
  func findsWhatTheFailingExampleShows(rule: Rule) throws {
    let findings = try Self.findings(in: rule.failing)
    #expect(findings.contains { $0.rule == rule })
    #expect(Self.told(findings.filter { $0.rule != rule && $0.severity > .info }) == [])
  }

  @Test(arguments: Rule.all.filter { $0.passing.test == nil })
  func findsNothingInThePassingExample(rule: Rule) throws {
    let findings = try Self.findings(in: rule.passing)
    #expect(Self.told(findings.filter { $0.rule == rule || $0.severity > .info }) == [])
  }

  @Test func whatNoTextCanHoldHasATestOfItsOwn() throws {
    let project = try Folder(at: "\(Self.project)/Tests").source()
    let tests = try project.list().files.filter { $0.fileExtension == "swift" }
    let texts = try tests.map { String(decoding: try project.read($0, 1 << 22), as: UTF8.self) }
    let named = Rule.all.flatMap { [$0.failing.test, $0.passing.test] }.compactMap(\.self)
    let missing = named.filter { name in !texts.contains { $0.contains("func \(name)(") } }
    #expect(missing == [])
  }

  @Test func passesOverALinkThatLeadsOut() throws {
    let place = try TemporaryFolder()
    try place.write("# Start\n", to: "Content/start.md")
    try #require(symlink("/etc/passwd", "\(place.path)/Content/passwords.md") == 0)
    #expect(
      Self.told(try Self.findings(in: place).filter { $0.severity > .info }) == [
        "passwords.md: warning: 'passwords.md' is a symbolic link out of the folder of notes and is"
          + " not read [path-refused]"
      ])
  }

  @Test(arguments: [
    ("rules.md", Array(RuleBook.markdown.utf8)), ("rules.schema.json", RuleBook.schema),
  ])
  func theBookIsMadeOfTheRules(name: String, bytes: [UInt8]) throws {
    if getenv("UPDATE_GOLDEN") != nil { try write(bytes, to: "\(Self.project)/docs/\(name)") }
    let source = try Folder(at: "\(Self.project)/docs").source()
    let file = try #require(ContentPath(name))
    let written = String(decoding: try source.read(file, 1 << 22), as: UTF8.self)
    #expect(
      written == String(decoding: bytes, as: UTF8.self),
      "UPDATE_GOLDEN=1 swift test --filter RuleTests")
  }

  // MARK: - Building an example

  private static let project = String(
    #filePath.prefix(#filePath.utf8.count - "/Tests/RuleTests/RuleExampleTests.swift".utf8.count))

  private static func findings(in example: Example) throws -> [Finding] {
    let place = try TemporaryFolder()
    for (path, text) in files(of: example) {
      try place.write(text, to: path == "sitegen.yml" ? path : "Content/\(path)")
    }
    return try findings(in: place)
  }

  private static func findings(in place: TemporaryFolder) throws -> [Finding] {
    var request = BuildRequest(
      content: "\(place.path)/Content", output: "\(place.path)/Public")
    if access("\(place.path)/sitegen.yml", F_OK) == 0 {
      request.configuration = "\(place.path)/sitegen.yml"
    }
    return try Studies(request).findings
  }

  private static func files(of example: Example) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for line in example.files.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += "\(line)\n"
      }
    }
    return files
  }

  private static func told(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.place): \($0.severity.rawValue): \($0.message) [\($0.rule.id)]" }
  }
}
