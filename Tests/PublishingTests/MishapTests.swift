import Glibc
import Testing

@testable import Publishing

@Suite struct MishapTests {
  @Test func tellsTheSecondBuildThatItIsTheSecond() throws {
    let site = try Site()
    let first = try site.begin()
    let error = PublishingError.locked(output: site.output, pid: getpid())
    #expect(throws: error) { try site.begin() }
    #expect(
      error.description
        == "another sitegen build is writing \(site.output) (process \(getpid()))")
    first.abandon()
    #expect(site.siblings.isEmpty)
    try site.publish(["a": "1"])
  }

  @Test func letsGoOfTheLockWhenItIsForgotten() throws {
    let site = try Site()
    _ = try site.begin()
    try site.publish(["a": "1"])
    #expect(site.siblings == ["Public"])
  }

  @Test func sweepsTheStageOfABuildThatDied() throws {
    let site = try Site()
    try site.publish(["a": "1"])
    mkdir("\(site.folder)/.Public.sitegen", 0o755)
    mkdir("\(site.folder)/.Public.sitegen/stage", 0o755)
    mkdir("\(site.folder)/.Public.sitegen/stage/sub", 0o755)
    link("\(site.output)/a", "\(site.folder)/.Public.sitegen/stage/sub/a")
    try site.publish(["a": "2"])
    #expect(site.pages == ["a": "2"])
    #expect(site.siblings == ["Public"])
  }

  @Test func sweepsAFormerSiteWithCareAfterADeathInTheExchange() throws {
    let site = try Site()
    try site.publish(["a": "1", "same": "1"])
    site.put("foreign", "mine")
    // The process dies right after the exchange: what is then in the state folder is laid there.
    let former = try Site()
    try former.publish(["a": "old", "removed": "old"])
    former.put("late", "appeared during the build")
    former.put("foreign", "another one")
    mkdir("\(site.folder)/.Public.sitegen", 0o755)
    rename(former.output, "\(site.folder)/.Public.sitegen/exchange")
    let outcome = try site.publish(["a": "2"])
    #expect(
      site.pages == ["a": "2", "foreign": "mine", "late": "appeared during the build"])
    #expect(outcome.strays == ["\(site.kept)/foreign"])
    #expect(site.siblings == ["Public", "Public.kept"])
  }

  @Test func takesABrokenOffSweepUpAgain() throws {
    let site = try Site()
    try site.publish(["a": "1", "b/c": "1", "b/d": "1", "gone": "1"])
    mkdir("\(site.folder)/.Public.sitegen", 0o755)
    let former = "\(site.folder)/.Public.sitegen/exchange"
    // The former site, of which `a` has been removed already.
    rename(site.output, former)
    unlink("\(former)/a")
    mkdir(site.output, 0o755)
    let outcome = try site.publish(["a": "2", "b/c": "2"])
    #expect(outcome.strays.isEmpty)
    #expect(site.pages == ["a": "2", "b/": "", "b/c": "2"])
    #expect(site.siblings == ["Public"])
  }

  @Test func readsNothingOutsideTheFolder() throws {
    let site = try Site()
    try site.publish(["a": "1", "sub/b": "1"])
    symlink("..", "\(site.output)/up")
    symlink("sub", "\(site.output)/inside")
    close(open("\(site.folder)/secret", O_WRONLY | O_CREAT, 0o644))
    mkfifo("\(site.output)/pipe", 0o644)
    let folder = try #require(OpenFolder(at: site.output))
    for path in ["../secret", "up/secret", "sub/../../secret", "\(site.folder)/secret"] {
      #expect(folder.file(RawPath(path)) == nil)
      #expect(errno == EXDEV)
    }
    for path in ["a", "inside/b"] { #expect(folder.file(RawPath(path)) != nil) }
    for path in ["sub", "pipe", "inside"] { #expect(folder.file(RawPath(path)) == nil) }
  }

  @Test func leavesTheFormerSiteAloneWhenAWriteFails() throws {
    let site = try Site()
    try site.publish(["a": "1", "b/c": "1"])
    let before = site.tree
    let long = String(repeating: "n", count: 300)
    let error = PublishingError.system(path: long, code: ENAMETOOLONG)
    #expect(throws: error) { try site.publish(["a": "2", long: "x"]) }
    #expect(error.description == "\(long): File name too long")
    let publication = try site.begin()
    let writeOnly = open("/dev/null", O_WRONLY)
    defer { close(writeOnly) }
    #expect(throws: PublishingError.self) {
      try publication.copy(fromDescriptor: writeOnly, to: "asset")
    }
    #expect(throws: PublishingError.self) { try publication.commit(build: 1) }
    #expect(site.tree == before)
    #expect(site.siblings == ["Public"])
  }

  @Test(arguments: [ENOSPC, EIO, EACCES])
  func leavesTheFormerSiteAloneWhenTheExchangeFails(code: Int32) throws {
    let site = try Site()
    try site.publish(["a": "1"])
    let before = site.tree
    #expect(throws: PublishingError.system(path: site.output, code: code)) {
      try site.publish(["a": "2"]) { _, _ in -code }
    }
    #expect(site.tree == before)
    #expect(site.siblings == ["Public"])
  }

  @Test func saysWhatIsWrongWithThePlace() throws {
    let site = try Site()
    #expect(throws: PublishingError.system(path: "\(site.folder)/no", code: ENOENT)) {
      try Publication.begin(output: "\(site.folder)/no/Public", force: false)
    }
    symlink("nowhere", site.output)
    #expect(throws: PublishingError.system(path: site.output, code: ENOENT)) { try site.begin() }
    unlink(site.output)
    close(open(site.output, O_WRONLY | O_CREAT, 0o644))
    #expect(throws: PublishingError.system(path: site.output, code: ENOTDIR)) { try site.begin() }
    #expect(site.siblings == ["Public"])
  }
}
