import Glibc
import Testing

@testable import Publishing

@Suite struct ManifestTests {
  private let odd = [
    "new\nline", "escape\u{1B}[0m", "per%cent", "tab\there", "a space", "caf\u{E9}", "cafe\u{301}",
    "🙂", "a/b", "a-b", "a", String(repeating: "x", count: 255), "\u{7F}",
  ]

  @Test func readsBackWhatItWrote() throws {
    let manifest = Manifest(
      odd.enumerated().map { .init(path: $1, hash: .max - UInt64($0), size: $0) },
      build: 0x0123_4567_89ab_cdef)
    let read = try #require(Manifest(parsing: manifest.text))
    #expect(read.entries == manifest.entries)
    #expect(read.build == manifest.build)
    #expect(read.entries.count == odd.count)
  }

  @Test func standsInTheFileAsLinesSortedByBytes() {
    let manifest = Manifest(
      [
        .init(path: "b\n", hash: 2, size: 20), .init(path: "a/b", hash: 1, size: 10),
        .init(path: "a-b%", hash: 0xff, size: 0),
      ], build: 7)
    #expect(
      String(decoding: manifest.text, as: UTF8.self) == """
        sitegen-manifest 1
        build 0000000000000007
        00000000000000ff 0 a-b%25
        0000000000000001 10 a/b
        0000000000000002 20 b%0a

        """)
  }

  @Test(arguments: [
    "", "sitegen-manifest 1\n", "sitegen-manifest 2\nbuild 0000000000000007\n",
    "sitegen-manifest 1\nbuild 7\n", "sitegen-manifest 1\nbuild 0000000000000007",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 10 ../a\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 10 /a\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 10 a%2\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 10 a%2e%2e/%2e%2e\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 10 a%00\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n0000000000000001 -1 a\n",
    "sitegen-manifest 1\nbuild 0000000000000007\n1 10 a\n",
  ])
  func refusesWhatItWouldNotWrite(text: String) {
    #expect(Manifest(parsing: Array(text.utf8)) == nil)
  }

  @Test func knowsWhetherTheFilesAreStillThere() throws {
    let site = try Site()
    var pages: [String: String] = [:]
    for number in 0..<100 { pages["\(number % 7)/\(number).html"] = "page \(number)" }
    try site.publish(pages, build: 99)
    let manifest = try #require(Manifest(reading: site.output))
    #expect(manifest.build == 99)
    #expect(manifest.isIntact(in: site.output, jobs: 4))
    site.put("3/94.html", "page 95")
    #expect(!manifest.isIntact(in: site.output, jobs: 4))
    site.put("3/94.html", "page 94")
    #expect(manifest.isIntact(in: site.output, jobs: 1))
    site.put("3/94.html", "page 94 and more")
    #expect(!manifest.isIntact(in: site.output, jobs: 1))
    unlink("\(site.output)/3/94.html")
    #expect(!manifest.isIntact(in: site.output, jobs: 4))
    #expect(!manifest.isIntact(in: "\(site.output)/nowhere", jobs: 4))
  }

  @Test func isTheSameForTheSameSite() throws {
    let first = try Site()
    let second = try Site()
    let pages = ["a": "1", "b/c": "2", "b/d": "3"]
    try first.publish(["old": "x"])
    try first.publish(pages)
    try second.publish(pages)
    #expect(first.tree == second.tree)
  }
}
