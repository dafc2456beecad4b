import Files
import Glibc
import Testing
import Workers

@testable import Publishing

@Suite struct BuildCacheTests {
  private func head(_ manifest: UInt64) -> (name: String, bytes: [UInt8], others: Set<String>) {
    ("head", Array("of \(manifest)".utf8), ["rows"])
  }

  @Test func staysBesideTheSiteForTheNextBuild() throws {
    let site = try Site()
    let first = try site.begin()
    #expect(first.cache.read("head") == nil)
    try first.write("index.html", "home")
    first.cache.add("rows", [1, 2])
    first.cache.add("stale", [3])
    _ = try first.commit(build: 1, caching: head)
    #expect(site.siblings == [".Public.sitegen", "Public"])

    let next = try site.begin()
    let manifest = try #require(next.formerManifestHash)
    #expect(next.cache.read("head") == Array("of \(manifest)".utf8))
    #expect(next.cache.read("rows") == [1, 2])
    #expect(next.cache.read("stale") == nil)
    #expect(next.cache.read("../lock") == nil)
    next.abandon()
    #expect(site.siblings == [".Public.sitegen", "Public"])

    // A build without one leaves nothing.
    try site.publish(["index.html": "home"])
    #expect(site.siblings == ["Public"])
  }

  @Test func isTheFormerOneWhereABuildIsGivenUp() throws {
    let site = try Site()
    let first = try site.begin()
    try first.write("index.html", "home")
    first.cache.add("rows", [1, 2])
    _ = try first.commit(build: 1, caching: head)
    let next = try site.begin()
    let before = next.cache.read("head")
    next.cache.add("other", [4])
    next.abandon()
    let last = try site.begin()
    #expect(last.cache.read("head") == before && before != nil)
    #expect(last.cache.read("rows") == [1, 2])
  }

  @Test func followsNoLinkOutOfIt() throws {
    let site = try Site()
    mkdir("\(site.folder)/.Public.sitegen", 0o755)
    mkdir("\(site.folder)/elsewhere", 0o755)
    symlink("../elsewhere", "\(site.folder)/.Public.sitegen/cache")
    let publication = try site.begin()
    publication.cache.add("rows", [1])
    #expect(publication.cache.read("rows") == nil)
    #expect(OpenFolder(at: "\(site.folder)/elsewhere")?.entries()?.isEmpty == true)
  }

  @Test func keepsFilesAsTheyLie() throws {
    let site = try Site()
    try site.publish(["a/b.html": "b", "a/c.html": "c", "d.html": "d"])
    let before = site.status("a/b.html")?.touched
    let next = try site.begin()
    let manifest = try #require(next.formerManifest)
    try next.keep(manifest.entries.filter { $0.path != "d.html" }, workers: Workers(width: 2))
    try next.write("d.html", "new")
    let outcome = try next.commit(build: 2)
    #expect((outcome.written, outcome.unchanged, outcome.removed) == (1, 2, 0))
    #expect(site.pages == ["a/": "", "a/b.html": "b", "a/c.html": "c", "d.html": "new"])
    #expect(site.status("a/b.html")?.touched == before)
    #expect(site.status("a/b.html")?.st_nlink == 1)
  }

  @Test func sweepsManyFoldersAtOnceAndLosesNothingOfOthers() throws {
    let site = try Site()
    let pages = Dictionary(uniqueKeysWithValues: (0..<40).map { ("f\($0)/p.html", "\($0)") })
    try site.publish(pages)
    for number in 0..<40 { site.put("f\(number)/own.txt", "own \(number)") }
    let next = try site.begin()
    try next.write("index.html", "home")
    _ = try next.commit(build: 2, workers: Workers(width: 4))
    let own = Dictionary(uniqueKeysWithValues: (0..<40).map { ("f\($0)/own.txt", "own \($0)") })
    let files = site.pages.filter { !$0.key.hasSuffix("/") }
    #expect(files == own.merging(["index.html": "home"]) { $1 })
    #expect(site.siblings == ["Public"])
  }
}
