internal import ArgumentParser
internal import Files
internal import Search
internal import Text

/// The hidden command `search-results`: queries in, results out, for the tests that compare the
/// program's answers with those of the browser.
struct SearchResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-results",
    abstract: "Read queries as JSON strings, one a line, and print their results.",
    shouldDisplay: false)

  @Option(help: "The site.")
  var site = "Public"

  func run() throws {
    let folder = try Folder(at: "\(site)/\(SearchIndex.folder)").source()
    let engine = SearchEngine { name in
      ContentPath(name).flatMap { try? folder.read($0, 1 << 28) }
    }
    guard let engine else { throw ValidationError("\(site) has no index that can be read") }
    while let line = readLine() {
      guard let query = JSONString.read(line) else { throw ValidationError("no string: \(line)") }
      let answer = engine.search(query)
      var json = JSONWriter()
      json.object { json in
        json.field("query", query)
        json.field("total", answer.total)
        json.array("results") { json in
          for result in answer.results {
            json.array { json in
              json.number(result.page)
              json.number(result.score)
              json.string(result.address)
            }
          }
        }
      }
      print(String(decoding: json.bytes, as: UTF8.self))
    }
  }
}
