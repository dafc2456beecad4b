import Files
import Glibc
import Testing

@testable import Publishing

@Suite struct FileByFileTests {
  @Test(arguments: [EINVAL, ENOSYS, ENOTSUP, EXDEV, EBUSY])
  func publishesWhereFoldersCannotBeExchanged(code: Int32) throws {
    let site = try Site()
    try site.publish([
      "same": "1", "new": "1", "gone/x": "1", "file": "1", "folder/y": "1", "edited": "1",
    ])
    site.put("foreign", "mine")
    site.put("edited", "by hand")
    let before = site.status("same")?.touched
    let outcome = try site.publish([
      "same": "1", "new": "2", "deep/er/x": "2", "file/y": "2", "folder": "2", "edited": "2",
    ]) { _, _ in -code }
    #expect(outcome.written == 5)
    #expect(outcome.edited == ["edited"])
    #expect(outcome.strays.isEmpty)
    #expect(
      site.pages == [
        "same": "1", "new": "2", "deep/": "", "deep/er/": "", "deep/er/x": "2", "file/": "",
        "file/y": "2", "folder": "2", "foreign": "mine", "edited": "2",
      ])
    #expect(site.status("same")?.touched == before)
    #expect(Manifest(reading: site.output)?.isIntact(in: site.output, jobs: 1) == true)
    #expect(site.siblings == ["Public"])
  }

  @Test func putsForeignFilesAsideWhenForced() throws {
    let site = try Site()
    try site.publish(["a": "1"])
    site.put("b", "mine")
    let outcome = try site.publish(["b/c": "2"], force: true) { _, _ in -EINVAL }
    #expect(site.pages == ["b/": "", "b/c": "2"])
    #expect(outcome.strays == ["\(site.kept)/b"])
    #expect(Site.tree(site.kept) == ["b": "mine"])
  }

  @Test func putsABrokenOffOneRight() throws {
    let site = try Site()
    try site.publish(["a": "1", "b": "1"])
    // What is there when the process dies after two of three files.
    site.put("a", "2")
    site.put("new", "2")
    mkdir("\(site.folder)/.Public.sitegen", 0o755)
    let state = try #require(OpenFolder(at: "\(site.folder)/.Public.sitegen"))
    let hash = Array("2".utf8).withUnsafeBytes { Fingerprint.of($0) }
    let journal = Manifest(
      ["a", "b", "new"].map { .init(path: $0, hash: hash, size: 1) }, build: 2)
    #expect(
      createFile(FileByFile.journal, in: state) { descriptor in
        journal.text.withUnsafeBytes { writeAll($0, to: descriptor) }
      })
    let outcome = try site.publish(["a": "3", "new": "3"])
    #expect(outcome.edited.isEmpty)
    #expect(outcome.removed == 1)
    #expect(site.pages == ["a": "3", "new": "3"])
    #expect(site.siblings == ["Public"])
  }
}
