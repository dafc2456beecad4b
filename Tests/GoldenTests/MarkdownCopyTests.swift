import Building
import Files
import Testing

/// The Markdown that a site publishes of its notes.
@Suite struct MarkdownCopyTests {
  @Test func aCopyLeadsWhereTheNoteLeads() throws {
    let source = """
      ---
      title: A
      ---
      [b](b.md) [case](B.md) [none](gone.md "t") [gone.md](gone.md) [root](/sub/c.md#part) [stem](b)
      ![p](p.png) <a href="gone.md">x</a> [folder](sub) [ref] [empty]() [anchor](#nowhere)
      [`gone.md`](<gone.md>) [out](https://example.org/gone.md) [[gone]] `[code](gone.md)`
      [home](README.md) [named](named.md)

      [ref]: ../away.md
      """
    let site = try site([
      "README.md": "# Home\n\n[a](a.md)\n", "a.md": source, "b.md": "# B\n",
      "named.md": "---\nslug: other\n---\n# Named\n",
      "sub/c.md": "# C\n\n## Part\n\n[up](../a.md)\n",
    ])
    #expect(
      text(site, "a.md") == """
        ---
        title: A
        ---
        [b](b.md) [case](b.md) [none](# "t") [gone.md](#) [root](sub/c.md#part) [stem](b.md)
        ![p](#) <a href="#">x</a> [folder](sub/index.html) [ref] [empty](#) [anchor](#)
        [`gone.md`](<#>) [out](https://example.org/gone.md) [[gone]] `[code](gone.md)`
        [home](index.md) [named](other.md)

        [ref]: #
        """)
    #expect(text(site, "b.md") == "# B\n")
    #expect(text(site, "index.md") == "# Home\n\n[a](a.md)\n")
    #expect(text(site, "sub/c.md") == "# C\n\n## Part\n\n[up](../a.md)\n")
  }

  @Test func aSiteInMemoryHasTheSameCopies() throws {
    let place = try TemporaryFolder()
    try write(Array("# A\n\n[x](B.md) [y](none.md)\n".utf8), to: "\(place.path)/notes/a.md")
    try write(Array("# B\n".utf8), to: "\(place.path)/notes/b.md")
    let request = BuildRequest(content: "\(place.path)/notes", output: "\(place.path)/Public")
    _ = try SiteBuild.run(request)
    let live = LiveSite(request)
    _ = try live.refresh()
    let written = try tree(below: request.output)
    #expect(text(written, "a.md") == "# A\n\n[x](b.md) [y](#)\n")
    #expect(live.bytes(at: "a.md") == written["a.md"] && live.bytes(at: "b.md") == written["b.md"])
  }

  private func site(_ files: [String: String]) throws -> Tree {
    let place = try TemporaryFolder()
    for (path, text) in files { try write(Array(text.utf8), to: "\(place.path)/notes/\(path)") }
    let request = BuildRequest(content: "\(place.path)/notes", output: "\(place.path)/Public")
    _ = try SiteBuild.run(request)
    return try tree(below: request.output)
  }

  private func text(_ site: Tree, _ path: String) -> String {
    String(decoding: site[path] ?? [], as: UTF8.self)
  }
}
