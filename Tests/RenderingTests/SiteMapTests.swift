import Files
import Markup
import Notes
import Testing
import Topics
import Workers

@testable import Rendering

@Suite struct SiteMapTests {
  private func map(_ files: [String: String], width: Int = 1) throws -> SiteMap {
    let book = try Notebook(reading: .memory(files.mapValues { Array($0.utf8) }))
    let page = SitePath(asset: .root.appending("map").appending("index.html"))
    return SiteMap(
      book, TopicGraph(book), TagIndex(book), at: page, workers: Workers(width: width))
  }

  @Test func putsEachNodeWhereItBelongs() throws {
    let map = try map([
      "a.md": "# A\n## Next\n[Vault](sub/b.md#keys) [Later](sub/deep/later.md)",
      "sub/b.md": "# B\n## Keys", "sub/other.md": "# Other",
    ])
    let places = zip(map.topics.nodes, map.folderOf).map { node, folder in
      "\(node.id) in '\(map.notebook.folders[folder].path)'"
    }
    #expect(
      places == [
        "note:a.md in ''", "note:sub/b.md in 'sub'", "note:sub/other.md in 'sub'",
        // A topic lies with the note that treats it, else with the first that asks for it.
        "topic:later in ''", "topic:vault in 'sub'",
        // A wanted note lies in the nearest folder that there is.
        "wanted:sub/deep/later.md in 'sub'",
      ])
  }

  @Test func writesItsDataAsAScript() throws {
    let map = try map([
      "a.md":
        "---\ntags: [x]\n---\n# A \"1\"\n[B](b c.md) [B](b c.md)\n## Next\n[Keys](<b c.md#keys>)",
      "b c.md": "# B\n[A](a.md)\n## Keys",
    ])
    let data = String(decoding: map.data(siteTitle: "T", workers: Workers(width: 2)), as: UTF8.self)
    #expect(
      data == """
        sitegenMap={folders:[["T",-1,0,0,67,"../index.html"]],nodes:{"notes":2,"topics":1,\
        "titles":["A \\"1\\"","B","Keys"],"folder":[0,0,0],"x":[54,-16,-40],"y":[7,-26,20],\
        "pages":["a.html","b%20c.html"]},topics:[[1,"keys"]],next:[0,1,2],link:[1,1,0],\
        treats:[1,1,2],tags:[["x",0]]};

        """)
  }

  @Test func writesTheSameDataWithAnyNumberOfThreads() throws {
    var files: [String: String] = [:]
    for number in 0..<60 {
      files["\(number % 7)/\(number).md"] =
        "# N\(number)\n[x](../\(number * 3 % 7)/\(number * 3 % 60).md)\n## Next\n[T\(number % 9)](y.md)"
    }
    let data = try [1, 2, 5].map {
      try map(files, width: $0).data(siteTitle: "T", workers: Workers(width: $0))
    }
    #expect(data[0] == data[1] && data[0] == data[2])
  }

  @Test func drawsEveryNodeOfASmallMap() throws {
    let small = try map([
      "a.md": "# A\n## Next\n[Vault](b.md)", "b.md": "# B\n[C](c.md)",
    ]).content(siteTitle: "T").string
    #expect(small.ranges(of: "<circle class=\"map-note\" cx").count == 3)
    #expect(small.ranges(of: "<path class=\"map-topic\" d=\"M").count == 2)
    #expect(small.ranges(of: "<circle class=\"map-wanted\" cx").count == 2)
    #expect(small.contains("All 4, the most asked for first."))
    #expect(small.contains("<p>2 notes, 1 topic and 1 note still to be written."))
  }

  @Test func drawsTheFoldersOfALargeMap() throws {
    var files: [String: String] = [:]
    for number in 0..<400 { files["f\(number % 4)/\(number).md"] = "# Note \(number)" }
    let large = try map(files).content(siteTitle: "T").string
    #expect(large.ranges(of: "<ellipse").count == 4)
    // The legend has one.
    #expect(large.ranges(of: "<circle class=\"map-note\"").count == 1)
    #expect(large.contains("The 200 most asked for of 400."))
    #expect(large.contains("200 notes more in the folders' own pages."))
  }

  @Test(arguments: [
    ("IAM", ["IAM"]), ("AWS Identity and Access Management", ["AWS Identity and", "Access…"]),
    ("Internationalization", ["Internationaliz…"]), ("A B", ["A B"]), ("", [""]),
    ("One two three four five six", ["One two three", "four five six"]),
  ])
  func breaksTitlesIntoTwoShortLines(title: String, lines: [String]) {
    #expect(MapLabel(title).lines == lines)
  }
}
