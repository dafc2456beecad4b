import Building
import Glibc
import Publishing
import Testing

@Suite struct GoldenTests {
  static let names = ["buried", "everything", "hostile", "matrix", "outlets", "plain"]

  /// `UPDATE_GOLDEN=1 swift test` takes what comes for what is to come; look at it before it goes in.
  @Test(arguments: names)
  func aSiteIsWhatItWas(name: String) throws {
    let golden = Golden(name: name)
    let found = try golden.built()
    if getenv("UPDATE_GOLDEN") != nil { try golden.update(to: found) }
    let expected = try golden.expected()
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in found.sorted(by: { $0.key < $1.key }) {
      guard let wanted = expected[path], wanted != bytes else { continue }
      let diff = lineDiff(
        from: String(decoding: wanted, as: UTF8.self), to: String(decoding: bytes, as: UTF8.self))
      Issue.record("\(name)/\(path) differs:\n\(diff)")
    }
  }

  @Test func everyFolderOfCasesIsACase() throws {
    let folders = Set(try tree(below: Golden.cases).keys.map { $0.prefix { $0 != "/" } })
    #expect(folders.sorted() == Self.names.map { $0[...] })
  }

  @Test(arguments: names)
  func anyNumberOfThreadsMakesTheSameBytes(name: String) throws {
    let golden = Golden(name: name)
    let manifests = try [1, 2, 7].map { jobs in
      let place = try TemporaryFolder()
      var request = golden.request(into: "\(place.path)/Out\(jobs)")
      request.jobs = jobs
      _ = try SiteBuild.run(request)
      return try #require(Manifest(reading: request.output))
    }
    // A manifest has the hash and the size of every file.
    #expect(manifests[0] == manifests[1] && manifests[0] == manifests[2])
  }

  @Test func aBuildWithNothingToDoWritesNothingAndSaysTheSame() throws {
    let place = try TemporaryFolder()
    let request = Golden(name: "everything").request(into: "\(place.path)/Public")
    var first = try SiteBuild.run(request)
    let site = try tree(below: request.output)
    let second = try SiteBuild.run(request)
    #expect(first.writtenCount > 0 && second.writtenCount == 0)
    first.writtenCount = 0
    #expect(first == second)
    #expect(try tree(below: request.output) == site)
  }

  @Test func aFailedBuildLeavesTheFormerSite() throws {
    let place = try TemporaryFolder()
    var request = BuildRequest(content: "\(place.path)/notes", output: "\(place.path)/Public")
    try write(Array("# A\n".utf8), to: "\(request.content)/a.md")
    _ = try SiteBuild.run(request)
    // A page needs the place of a file that is somebody else's.
    try write(Array("mine".utf8), to: "\(request.output)/b.html")
    let site = try tree(below: request.output)
    try write(Array("# A, changed\n".utf8), to: "\(request.content)/a.md")
    try write(Array("# B\n".utf8), to: "\(request.content)/b.md")
    #expect(throws: BuildError.self) { try SiteBuild.run(request) }
    #expect(try tree(below: request.output) == site)
    // A template that is none.
    try write(Array("{{#title}} without end".utf8), to: "\(place.path)/Templates/page.mustache")
    request.templates = "\(place.path)/Templates"
    #expect(throws: BuildError.self) { try SiteBuild.run(request) }
    #expect(try tree(below: request.output) == site)
  }

  @Test func aDryRunWritesNothing() throws {
    let place = try TemporaryFolder()
    var request = Golden(name: "plain").request(into: "\(place.path)/Public")
    request.isDryRun = true
    let report = try SiteBuild.run(request)
    #expect(report.noteCount == 3 && report.writtenCount == 0)
    #expect(try tree(below: place.path) == [:])
  }

  @Test func aDiffNamesTheLines() {
    #expect(lineDiff(from: "a\nb\nc", to: "a\nx\nc\nd") == "-2: b\n+2: x\n+4: d")
    #expect(lineDiff(from: "a", to: "a") == "")
    #expect(lineDiff(from: "a\nb\nc", to: "", limit: 2) == "-1: a\n+1: \nand 2 more")
  }
}
