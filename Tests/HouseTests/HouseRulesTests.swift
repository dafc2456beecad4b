import Diagnostics
import Rendering
import Testing

@Suite struct HouseRulesTests {
  @Test func nobodyPrintsButTheCommandLine() throws {
    let rooms = try House.files(below: "Sources", endingIn: ["swift"])
      .filter { $0.room != "SitegenCLI" }
    #expect(House.places(of: { Self.calls("print", in: $0) }, in: rooms) == [])
  }

  @Test func nobodyImportsFoundation() throws {
    let guests = try House.files(below: "Sources", endingIn: ["swift"]).filter { file in
      file.imports.contains { $0.hasPrefix("Foundation") }
    }
    #expect(guests.map(\.path) == [])
  }

  @Test(arguments: ["fatalError(", "preconditionFailure(", "try!", "as!"])
  func nothingEndsTheProgramByAccident(word: String) throws {
    let files = try House.files(below: "Sources", endingIn: ["swift"])
    #expect(House.places(of: { $0.contains(word) }, in: files) == [])
  }

  @Test func neitherClockNorEnvironmentIsReadBelowTheThirdFloor() throws {
    let upper: Set = [
      "Building", "DevServer", "ExternalLinks", "Publishing", "Rendering", "SitegenCLI", "sitegen",
    ]
    let words = ["getenv(", "Clock()", "clock_gettime(", "gettimeofday("]
    let rooms = try House.files(below: "Sources", endingIn: ["swift"])
      .filter { !upper.contains($0.room) }
    #expect(
      House.places(of: { line in words.contains { line.contains($0) } }, in: rooms) == [])
  }

  @Test func noPartOfThePagesHasInlineScriptOrStyle() throws {
    let files =
      try House.files(below: "Templates") + House.files(below: "Sources/Rendering")
      + House.files(below: "Sources/CLive")
    #expect(House.places(of: { Self.isInline($0) }, in: files) == [])
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", true), ("<script defer>", true), ("<style>", true),
    ("<p style=\"color: red\">", true), ("<p style=\\\"color: red\\\">", true),
    ("x.innerHTML = y", true), ("<a href=\"#\" onclick=\"x()\">", true),
    ("document.write(x)", true),
    ("<script src=\"a.js\">", false), ("<script defer src=\\\"", false), ("let style = 1", false),
    ("const on = \"x\"", false), ("<p class=\"style\">", false),
  ])
  func knowsInlineScriptAndStyle(line: String, isInline: Bool) {
    #expect(Self.isInline(line[...]) == isInline)
  }

  @Test func everyFileOfTheThemeIsEmbedded() throws {
    let lying = try House.files(below: "Templates").map { String($0.path.dropFirst(10)) }
    // The files of a folder become one script of its name.
    let names = Set(
      lying.map { $0.split(separator: "/").count > 1 ? "\($0.prefix { $0 != "/" }).js" : $0 })
    #expect(Theme.fileNames.sorted() == names.sorted())
    let embedding = try House.files(below: "Sources/CTheme", endingIn: ["c"]).map(\.text).joined()
    #expect(lying.filter { !embedding.contains("#embed \"../../Templates/\($0)\"") } == [])
  }

  @Test func everyScriptOfTheThemeCanBeCondensedLineByLine() throws {
    let scripts = try House.files(below: "Templates", endingIn: ["js"])
    #expect(House.places(of: { $0.count { $0 == "`" } % 2 == 1 }, in: scripts) == [])
    #expect(
      House.places(of: { $0.contains(/\S.*\/\*/) && !$0.contains(/["'\/].*\/\*/) }, in: scripts)
        == [])
  }

  @Test func everyRuleIsDocumented() throws {
    let documents = try? House.files(below: "docs", endingIn: ["md"])
    let rules = try #require(
      documents?.first { $0.path == "docs/rules.md" }, "docs/rules.md is missing")
    let words = Set(
      rules.text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    #expect(Rule.all.map(\.id).filter { !words.contains($0) } == [])
  }

  @Test func everyRuleHasItsOwnIdInItsPlace() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    #expect(ids.allSatisfy { Rule.named($0)?.id == $0 })
    #expect(ids.allSatisfy { id in id.allSatisfy { $0.isLowercase || $0 == "-" } })
    #expect(Rule.named("no-such-rule") == nil)
  }

  // MARK: - Words

  /// True where a function of this name is called, and not one whose name ends so or a method.
  private static func calls(_ name: String, in line: Substring) -> Bool {
    line.ranges(of: "\(name)(").contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || before == "_" || before == ".")
    }
  }

  private static func isInline(_ line: Substring) -> Bool {
    let banned = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "<style", " style=",
    ]
    if banned.contains(where: { line.contains($0) }) { return true }
    let scripts = line.ranges(of: "<script")
    if scripts.contains(where: { !line[$0.upperBound...].prefix { $0 != ">" }.contains("src=") }) {
      return true
    }
    return line.ranges(of: " on").contains { range in
      let name = line[range.upperBound...].prefix(while: \.isLowercase)
      return !name.isEmpty && line[name.endIndex...].hasPrefix("=\"")
    }
  }
}
