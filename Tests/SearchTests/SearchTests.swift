import Testing
import Workers

@testable import Search

@Suite struct SearchTests {
  /// Documents written as `title: text`, with sections as `## heading: text`.
  private static let documents: [SearchDocument] = {
    let pages = [
      ("keys.html", "Rotating keys", ["", "How to rotate a key. Security of the cloud."]),
      (
        "trail.html", "Audit",
        ["", "Who did what.", "CloudTrail logs", "Use s3:PutObject, 新幹線, naïve."]
      ),
      (
        "iam.html", "IAM policies",
        ["", "Security in the cloud for AWS.", "Least privilege", "Grant little."]
      ),
      ("net/lb.html", "Traffic", ["", "A load balancer spreads requests."]),
      ("net/nlb.html", "Layer four", ["", "LoadBalancers of another kind."]),
    ]
    return pages.map { address, title, parts in
      var document = document(address, title, parts)
      if address.hasPrefix("net/") { document.facets = [.init(.folder, "Network")] }
      if address == "keys.html" { document.facets = [.init(.tag, "Key care")] }
      return document
    }
  }()

  private static func document(
    _ address: String, _ title: String, _ parts: [String]
  ) -> SearchDocument {
    var text: [UInt8] = []
    var sections: [SearchDocument.Section] = []
    for index in stride(from: 0, to: parts.count, by: 2) {
      let start = text.count
      text += Array("\(parts[index + 1])\n".utf8)
      let anchor = parts[index].lowercased().replacing(" ", with: "-")
      sections.append(
        .init(heading: parts[index], anchor: anchor, level: 2, text: start..<text.count))
    }
    return SearchDocument(address: address, title: title, sections: sections, text: text)
  }

  private static let engine = SearchEngine(SearchIndex(documents, workers: Workers(width: 1)))

  private static func addresses(_ query: String) throws -> [String] {
    try #require(engine).search(query).results.map(\.address)
  }

  @Test(arguments: [
    ("cloudtrial", ["trail.html"]),
    ("aws iam polices", ["iam.html"]),
    ("how do I rotate keys", ["keys.html"]),
    ("load balancer", ["net/lb.html", "net/nlb.html"]),
    ("loadbalancer", ["net/nlb.html", "net/lb.html"]),
    ("s3:PutObject", ["trail.html"]),
    ("新幹線", ["trail.html"]), ("naïve", ["trail.html"]), ("naive", ["trail.html"]),
    ("\"security in the cloud\"", ["iam.html"]), ("\"security of the cloud\"", ["keys.html"]),
    ("security -aws", ["keys.html"]), ("security -\"in the cloud\"", ["keys.html"]),
    ("in:network", ["net/lb.html", "net/nlb.html"]), ("tag:\"key care\"", ["keys.html"]),
    ("security tag:key-care", ["keys.html"]), ("least priv", ["iam.html"]),
    ("kyes", ["keys.html"]), ("requestsspreads", ["net/lb.html"]),
    ("__proto__", []), ("constructor", []), ("<img onerror=alert(1)>", []), ("😀 👍", []), ("", []),
    ("-", []), ("\"", []), ("tag:", []), ("-tag:x", []), ("the of to", ["keys.html"]),
  ])
  func findsWhatAPersonWouldExpect(query: String, addresses: [String]) throws {
    #expect(
      try Self.addresses(query).prefix(addresses.isEmpty ? 9 : addresses.count) == addresses[...])
  }

  @Test func saysWhatItTookAQueryFor() throws {
    let answer = try #require(Self.engine).search("cloudtrial zzzzzz")
    #expect(answer.correction == "cloudtrail zzzzzz")
    #expect(answer.notFound == ["zzzzzz"])
    #expect(
      answer.results.map(\.sections) == [
        [.init(anchor: "cloudtrail-logs", title: "CloudTrail logs")]
      ])
    #expect(answer.results.map(\.excerpt) == ["Use s3:PutObject, 新幹線, naïve."])
  }

  /// A note, a topic that it treats, and a row of the matrix about it.
  private static let kinds: SearchEngine? = {
    var note = SearchDocument(
      address: "patching.html", title: "Patching",
      sections: [.init(heading: "", anchor: "", level: 0, text: 0..<22)],
      text: Array("Patch the guest often.".utf8))
    note.facets = [.init(.topic, "AWS Patch Manager"), .init(.service, "Amazon EC2")]
    var topic = SearchDocument(
      kind: .topic, address: "patching.html#manager", title: "Patching",
      text: "Treated in: Patching.")
    topic.aliases = ["Patch Manager"]
    topic.facets = [.init(.topic, "AWS Patch Manager")]
    var row = SearchDocument(
      kind: .control, address: "matrix/rows/r-guest-os.html", title: "Guest operating system",
      text: "Customer: Patching the guest")
    row.keywords = ["R-05", "r-guest-os"]
    row.facets = [
      .init(.party, "Customer"), .init(.layer, "Guest operating system"),
      .init(.service, "Amazon EC2"),
    ]
    return SearchEngine(SearchIndex([note, topic, row], workers: Workers(width: 1)))
  }()

  @Test(arguments: [
    // The note comes before the topic of the same name.
    ("patching", [0, 1, 2]), ("patch manager", [1, 0, 2]), ("guest operating system", [2, 0]),
    ("r-guest-os", [2, 0]), ("R-05", [2]),
    ("topic:aws-patch-manager", [0, 1]), ("topic:\"patch manager\"", [0, 1]),
    ("topic:patch guest", [0]), ("topic:atch", []),
    ("party:customer", [2]), ("patch -party:Customer", [0, 1]), ("layer:system", [2]),
    ("SERVICE:EC2 layer:guest", [2]), ("service:ec2", [0, 2]), ("service:amazon ec2", []),
  ])
  func findsTopicsAndRowsAndNarrowsDownToThem(query: String, pages: [Int]) throws {
    #expect(try #require(Self.kinds).search(query).results.map(\.page) == pages)
  }

  /// A page whose title is a word of other pages' headings.
  private static let headed: SearchEngine? = {
    let pages = [
      ("run.html", "Run", ["", "Run a container, then run it again."]),
      (
        "wait.html", "Waiting",
        [
          "", "Wait for the server, which may take a while, or may not.", "Run the example",
          "Start the server.", "What else there is", "More of the same.",
        ]
      ),
      ("plan.html", "Plan", ["", "An example of a plan."]),
      ("stop.html", "Stop", ["", "Stop a container."]),
      ("ready.html", "Ready", ["", "Ready to go."]),
    ]
    return SearchEngine(SearchIndex(pages.map(document), workers: Workers(width: 1)))
  }()

  @Test(arguments: [
    // A heading that is what was asked for, and nothing else, comes before a title that is a part of it.
    ("run the example", "wait.html"), ("example run", "wait.html"),
    ("run", "run.html"), ("run a container", "run.html"), ("example run container", "run.html"),
  ])
  func aQueryThatIsAHeadingFindsItsSection(query: String, address: String) throws {
    #expect(try #require(Self.headed).search(query).results.first?.address == address)
  }

  @Test(arguments: [(0, 0), (1, 0), (5, 40), (9_000, 20_000)])
  func everyResultHasItsPlace(notes: Int, others: Int) {
    let shelves = ResultShelves(notes: notes, pages: notes + others)
    #expect(shelves.fileCount <= 2_100)
    let pages = (0..<shelves.fileCount).flatMap { shelves.pages(ofFile: $0) }
    #expect(pages == Array(0..<(notes + others)))
    let isRight = pages.allSatisfy { page in
      let (file, place) = shelves.place(of: page)
      return shelves.pages(ofFile: file).lowerBound + place == page
    }
    #expect(isRight)
  }

  @Test func readsAQueryOfAnyLength() throws {
    let long = String(repeating: "key -\"a b\" tag:x \u{1F600} ", count: 2_000)
    #expect(try Self.addresses(long).isEmpty)
    #expect(try Self.addresses(String(repeating: "rotate ", count: 2_000)) == ["keys.html"])
  }

  @Test func anyNumberOfThreadsMakesTheSameFiles() {
    let scripts = [1, 2, 5].map { width in
      SearchIndex(Self.documents, workers: Workers(width: width)).files.map(\.script)
    }
    #expect(scripts[0] == scripts[1] && scripts[0] == scripts[2])
  }

  @Test func anIndexOfNothingFindsNothing() throws {
    let engine = try #require(SearchEngine(SearchIndex([])))
    #expect(engine.search("key \"a b\" -c tag:d").results.isEmpty)
  }

  /// What may happen to a file on its way.
  enum Mishap: CaseIterable { case missing, empty, cut, changed, other }

  @Test(arguments: Mishap.allCases)
  func survivesAnyFileThatIsNotWhatItShouldBe(mishap: Mishap) throws {
    let index = SearchIndex(Self.documents)
    let queries = [
      "rotate keys", "cloudtrial", "\"security in the cloud\" -aws", "in:network load",
    ]
    for victim in index.files {
      var script = victim.script
      switch mishap {
      case .missing, .empty: script = []
      case .cut: script.removeLast(script.count / 2)
      case .changed: script[script.count / 2] ^= 1
      case .other: script = try #require(index.files.last).script
      }
      let spoilt = script
      let engine = SearchEngine { name in
        if name == victim.name { return mishap == .missing ? nil : spoilt }
        return index.files.first { $0.name == name }?.script
      }
      #expect((engine == nil) == (victim.name == "index.js"))
      for query in queries { _ = engine?.search(query) }
    }
  }

  @Test func tellsWhenAFileIsMissing() throws {
    let index = SearchIndex(Self.documents)
    let engine = try #require(
      SearchEngine { name in
        name.contains("/h") ? nil : index.files.first { $0.name == name }?.script
      })
    let answer = engine.search("rotate")
    #expect(answer.results.isEmpty && !answer.isComplete)
  }
}
