import Dispatch
import Markup
import Synchronization
import Testing

@Suite struct ParallelParsingTests {
  /// cmark-gfm keeps a table for the whole process; the one lock of the Markup room guards it from
  /// documents that change it while others are read.
  @Test func eightThreadsParseWhatOneParses() {
    let documents = (0..<2_000).map(Self.markdown)
    let alone = documents.map { Self.digest(document($0)) }
    let differing = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      // Each thread begins elsewhere, so that different documents meet.
      for step in documents.indices {
        let index = (step + thread * 251) % documents.count
        let found = MarkdownParser().parse(Array(documents[index].utf8)).map(Self.digest)
        if found != alone[index] { differing.withLock { $0.append(index) } }
      }
    }
    #expect(differing.withLock(\.self) == [])
  }

  /// A document with a table, footnotes, bare addresses, strikethrough and a task list; every third is
  /// one that reads the table only.
  private static func markdown(_ number: Int) -> String {
    number % 3 == 0
      ? """
      # Now \(number)

      How: *stars \(number)*, **both**, `code` and [a link](note-\(number).md), where words follow.

      | a: w | [[wiki \(number)]] |
      |:---|---:|
      | \(String(repeating: "_w_ ", count: number % 5)) | ![](p\(number).png) |
      """
      : """
      # Note \(number)

      Text with ~~struck \(number)~~, *stars*, _lines_, **both** and www.example.com/\(number).

      | a~~b~~ | https://example.com/\(number) |
      |:---|---:|
      | \(number % 7 == 0 ? "`a \\| b`" : "x") | [[wiki \(number)]] |

      - [\(number % 2 == 0 ? "x" : " ")] task[^a], mail@example.com
      - ~one~ [link](note-\(number * 7).md#part) ![](p\(number).png)

      > [!NOTE]
      > \(String(repeating: "*a ~~b~~ ", count: number % 5)) [bad][nope]

      [^a]: Footnote \(number) with https://example.org/~user/
      """
  }

  private static func digest(_ document: MarkdownDocument) -> String {
    """
    \(plainPage(document))
    \(document.links.map { "\($0.line):\($0.column) \($0.destination)" })
    \(document.headings.map(\.anchor)) \(document.problems.map(\.text))
    """
  }
}
