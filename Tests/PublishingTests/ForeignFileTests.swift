import Glibc
import Testing

@testable import Publishing

@Suite struct ForeignFileTests {
  @Test func keepsWhatItDidNotWrite() throws {
    let site = try Site()
    try site.publish(["index.html": "1", "a/b.html": "1"])
    mkdir("\(site.output)/mine", 0o700)
    mkdir("\(site.output)/mine/empty", 0o711)
    site.put("a/notes.txt", "foreign")
    for number in 0..<500 { site.put("mine/\(number)", "\(number)") }
    symlink("/nowhere", "\(site.output)/a/link")
    symlink("..", "\(site.output)/up")
    mkfifo("\(site.output)/pipe", 0o600)
    let before = site.pages
    for round in 2...4 {
      let outcome = try site.publish(["index.html": "\(round)"])
      #expect(outcome.foreignKept == 505)
      #expect(outcome.strays.isEmpty)
    }
    var expected = before.filter { $0.key != "a/b.html" }
    expected["index.html"] = "4"
    #expect(site.pages == expected)
    #expect((site.status("mine")?.st_mode ?? 0) & 0o777 == 0o700)
    #expect((site.status("mine/empty")?.st_mode ?? 0) & 0o777 == 0o711)
    #expect(site.siblings == ["Public"])
  }

  @Test func keepsNamesThatAreNotUTF8() throws {
    let site = try Site()
    try site.publish(["index.html": "1"])
    let name = RawPath(bytes: [0xFF, 0x0A, 0x25])
    let folder = try #require(OpenFolder(at: site.output))
    #expect(createFile(name, in: folder) { _ in true })
    try site.publish(["index.html": "2"])
    #expect(OpenFolder(at: site.output)?.status(name) != nil)
  }

  @Test func refusesAFolderOfSomebodyElse() throws {
    let site = try Site()
    mkdir(site.output, 0o755)
    site.put("thesis.tex", "years of work")
    #expect(throws: PublishingError.outputNotOurs(path: site.output)) {
      try site.publish(["index.html": "1"])
    }
    #expect(site.tree == ["thesis.tex": "years of work"])
    try site.publish(["index.html": "1"], force: true)
    #expect(site.pages == ["thesis.tex": "years of work", "index.html": "1"])
    #expect(site.siblings == ["Public"])
  }

  @Test func takesAFolderWithDotfilesAndCNAMEForEmpty() throws {
    let site = try Site()
    mkdir(site.output, 0o755)
    site.put("CNAME", "example.org")
    mkdir("\(site.output)/.git", 0o755)
    site.put(".git/HEAD", "ref")
    try site.publish(["index.html": "1"])
    try site.publish(["index.html": "2"])
    #expect(
      site.pages
        == ["CNAME": "example.org", ".git/": "", ".git/HEAD": "ref", "index.html": "2"])
  }

  @Test func replacesAnEditedPageAndSaysSo() throws {
    let site = try Site()
    try site.publish(["a": "1", "b": "1", "c": "1"])
    site.put("a", "edited, then rebuilt the same")
    site.put("b", "edited, then rebuilt anew")
    site.put("c", "edited, then gone from the site")
    let outcome = try site.publish(["a": "1", "b": "2"])
    #expect(outcome.edited == ["a", "b"])
    #expect(outcome.foreignKept == 1)
    #expect(outcome.removed == 0)
    #expect(site.pages == ["a": "1", "b": "2", "c": "edited, then gone from the site"])
    #expect(site.siblings == ["Public"])
  }

  @Test(arguments: ["page", "folder/page", "page/below"])
  func refusesToOverwrite(page: String) throws {
    let site = try Site()
    try site.publish(["index.html": "1"])
    mkdir("\(site.output)/folder", 0o755)
    for path in ["page", "folder/page"] { site.put(path, "mine") }
    let before = site.tree
    let place = page == "page/below" ? "page" : page
    #expect(throws: PublishingError.wouldOverwrite(path: place)) {
      try site.publish(["index.html": "2", page: "theirs"])
    }
    #expect(site.tree == before)
    let outcome = try site.publish(["index.html": "2", page: "theirs"], force: true)
    #expect(site.tree[page] == "theirs")
    #expect(outcome.strays == ["\(site.kept)/\(place)"])
    #expect(Site.tree(site.kept)[place] == "mine")
  }

  @Test func takesOverAForeignFileWithTheSameBytes() throws {
    let site = try Site()
    try site.publish(["a": "1", "b": "2"])
    unlink("\(site.output)/.sitegen-manifest")
    let outcome = try site.publish(["a": "1", "b": "2"], force: true)
    #expect(outcome.unchanged == 2)
    #expect(outcome.strays.isEmpty)
    #expect(site.siblings == ["Public"])
  }

  @Test func keepsWhatAppearsDuringTheBuild() throws {
    let site = try Site()
    try site.publish(["index.html": "1", "a/b": "1", "gone/x": "1"])
    let output = site.output
    // The last moment: just before the exchange.
    let outcome = try site.publish(["index.html": "2", "a/b": "1", "late-and-taken": "page"]) {
      site.put("late", "1")
      site.put("a/late", "2")
      site.put("gone/late", "3")
      site.put("late-and-taken", "4")
      site.put("index.html", "edited late")
      return Publication.realExchange($0, $1)
    }
    #expect(site.pages["late"] == "1")
    #expect(site.pages["a/late"] == "2")
    #expect(site.pages["gone/late"] == "3")
    #expect(site.pages["late-and-taken"] == "page")
    #expect(site.pages["index.html"] == "2")
    #expect(
      outcome.strays == ["\(output).kept/index.html", "\(output).kept/late-and-taken"])
    #expect(Site.tree(site.kept) == ["index.html": "edited late", "late-and-taken": "4"])
  }
}
