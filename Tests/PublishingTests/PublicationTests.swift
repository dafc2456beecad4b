import Glibc
import Testing

@testable import Publishing

@Suite struct PublicationTests {
  private let pages = [
    "index.html": "home", "a/b/c.html": "deep", "a/d.html": "d", "style.css": "",
  ]

  @Test func writesAFirstSite() throws {
    let site = try Site()
    let outcome = try site.publish(pages)
    #expect(outcome.written == 4)
    #expect(site.pages == pages.merging(["a/": "", "a/b/": ""]) { $1 })
    #expect(site.siblings == ["Public"])
  }

  @Test func leavesAnUnchangedSiteAsItIs() throws {
    let site = try Site()
    try site.publish(pages)
    chmod(site.output, 0o750)
    let before = pages.keys.sorted().map { site.status($0)?.touched }
    let outcome = try site.publish(pages)
    #expect(outcome.unchanged == 4)
    #expect(outcome.written == 0)
    #expect(outcome.edited.isEmpty && outcome.strays.isEmpty && outcome.removed == 0)
    #expect(pages.keys.sorted().map { site.status($0)?.touched } == before)
    #expect(pages.keys.allSatisfy { site.status($0)?.st_nlink == 1 })
    var status = stat()
    stat(site.output, &status)
    #expect(status.st_mode & 0o777 == 0o750)
  }

  @Test func writesOnlyWhatChanged() throws {
    let site = try Site()
    try site.publish(pages)
    let before = site.status("index.html")?.touched
    let outcome = try site.publish(pages.merging(["a/d.html": "new"]) { $1 })
    #expect(outcome.written == 1)
    #expect(outcome.unchanged == 3)
    #expect(outcome.edited.isEmpty)
    #expect(site.pages["a/d.html"] == "new")
    #expect(site.status("index.html")?.touched == before)
  }

  @Test func removesAPageThatIsGoneAndItsFolder() throws {
    let site = try Site()
    try site.publish(pages)
    let outcome = try site.publish(["index.html": "home"])
    #expect(outcome.removed == 3)
    #expect(site.pages == ["index.html": "home"])
  }

  @Test func followsASymbolicLinkToTheOutputFolder() throws {
    let site = try Site()
    mkdir("\(site.folder)/elsewhere", 0o755)
    symlink("elsewhere", site.output)
    try site.publish(pages)
    try site.publish(["index.html": "new"])
    #expect(Site.tree("\(site.folder)/elsewhere")["index.html"] == "new")
    #expect(site.siblings == ["Public", "elsewhere"])
  }

  @Test func letsAFileBecomeAFolderAndBack() throws {
    let site = try Site()
    try site.publish(["x": "file", "y/z": "inner"])
    try site.publish(["x/inner": "1", "y": "file"])
    #expect(site.pages == ["x/": "", "x/inner": "1", "y": "file"])
    try site.publish(["x": "file", "y/z": "inner"])
    #expect(site.pages == ["x": "file", "y/": "", "y/z": "inner"])
    #expect(site.siblings == ["Public"])
  }

  @Test func copiesAnAssetFromADescriptor() throws {
    let site = try Site()
    let source = "\(site.folder)/asset"
    let descriptor = open(source, O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    _ = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    for round in 0..<3 {
      // The last byte changes in the last round.
      if round == 2 { pwrite(descriptor, "?", 1, 699_999) }
      let publication = try site.begin()
      try publication.copy(fromDescriptor: descriptor, to: "img/asset.bin")
      let outcome = try publication.commit(build: 1)
      #expect(outcome.unchanged == (round == 1 ? 1 : 0))
      #expect(outcome.edited.isEmpty)
    }
    let manifest = try #require(Manifest(reading: site.output))
    #expect(manifest.isIntact(in: site.output, jobs: 1))
    #expect(manifest.entries.map(\.size) == [700_000])
  }

  @Test func writesAFileInPieces() throws {
    let site = try Site()
    var bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    var before: [Int]?
    for round in 0..<3 {
      // The last byte changes in the last round.
      if round == 2 { bytes[699_999] = ~bytes[699_999] }
      let publication = try site.begin()
      try publication.write("data/graph.json", bytes, inPiecesOf: 65_000)
      let outcome = try publication.commit(build: 1)
      #expect(outcome.unchanged == (round == 1 ? 1 : 0))
      #expect(outcome.edited.isEmpty)
      let touched = site.status("data/graph.json")?.touched
      if let before { #expect((touched == before) == (round == 1)) }
      before = touched
    }
    let manifest = try #require(Manifest(reading: site.output))
    #expect(manifest.isIntact(in: site.output, jobs: 1))
    #expect(OpenFolder(at: site.output)?.file(RawPath("data/graph.json"))?.bytes == bytes)
  }

  @Test func refusesPiecesWhereSomethingElseIs() throws {
    let site = try Site()
    try site.publish(["index.html": "1"])
    site.put("graph.json", "mine")
    let publication = try site.begin()
    #expect(throws: PublishingError.wouldOverwrite(path: "graph.json")) {
      try publication.write("graph.json", Array("theirs".utf8), inPiecesOf: 4)
    }
    #expect(throws: PublishingError.unsafePath(path: "../a")) {
      try publication.write("../a", [1], inPiecesOf: 4)
    }
    #expect(throws: PublishingError.writtenTwice(path: "b")) {
      for _ in 0..<2 { try publication.write("b", [1, 2, 3], inPiecesOf: 2) }
    }
    #expect(throws: PublishingError.wouldOverwrite(path: "graph.json")) {
      try publication.commit(build: 2)
    }
    #expect(site.pages == ["index.html": "1", "graph.json": "mine"])
  }

  @Test func isWrittenBySeveralThreadsAtOnce() async throws {
    let site = try Site()
    let publication = try site.begin()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in 0..<8 {
        group.addTask {
          for page in 0..<100 {
            try publication.write("\(page % 30)/\(part % 3)/\(part)-\(page)", "\(part) \(page)")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try publication.commit(build: 1).written == 800)
    #expect(site.pages.filter { !$0.key.hasSuffix("/") }.count == 800)
  }

  @Test(arguments: ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\0b", ".sitegen-manifest"])
  func refusesAPathThatIsNotInTheSite(path: String) throws {
    let site = try Site()
    let publication = try site.begin()
    #expect(throws: PublishingError.unsafePath(path: path)) { try publication.write(path, "x") }
    #expect(throws: PublishingError.unsafePath(path: path)) { try publication.commit(build: 1) }
    #expect(site.siblings.isEmpty)
  }

  @Test func refusesTwoPagesWithOnePath() throws {
    let site = try Site()
    for _ in 0..<2 {
      let publication = try site.begin()
      try publication.write("a", "1")
      #expect(throws: PublishingError.writtenTwice(path: "a")) { try publication.write("a", "1") }
      publication.abandon()
      try site.publish(["a": "1"])
    }
    let publication = try site.begin()
    try publication.write("a", "1")
    #expect(throws: PublishingError.writtenTwice(path: "a")) { try publication.write("a/b", "1") }
  }

  @Test func keepsNormalFormsOfOneNameApart() throws {
    let site = try Site()
    let pages = ["caf\u{E9}", "cafe\u{301}"]
    for _ in 0..<2 {
      let publication = try site.begin()
      for page in pages { try publication.write(page, "\(page.utf8.count)") }
      _ = try publication.commit(build: 1)
    }
    #expect(Manifest(reading: site.output)?.entries.count == 2)
    #expect(Manifest(reading: site.output)?.isIntact(in: site.output, jobs: 1) == true)
  }
}

extension stat {
  /// The file, and when it was written.
  var touched: [Int] { [Int(st_ino), st_mtim.tv_sec, st_mtim.tv_nsec] }
}
