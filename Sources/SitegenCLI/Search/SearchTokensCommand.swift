internal import ArgumentParser
internal import Search
internal import Text

/// The hidden command `search-tokens`: texts in, tokens out, for the test that compares the analysis
/// of the program with that of the browser.
struct SearchTokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-tokens",
    abstract: "Read JSON strings, one a line, and print their tokens.", shouldDisplay: false)

  func run() throws {
    while let line = readLine() {
      guard let text = JSONString.read(line) else { throw ValidationError("no string: \(line)") }
      var json = JSONWriter()
      json.object { json in
        json.field("text", text)
        json.array("tokens") { json in
          for token in Analysis.tokens(of: text) {
            json.array { json in
              json.string(utf8: token.term)
              json.number(token.position)
            }
          }
        }
      }
      print(String(decoding: json.bytes, as: UTF8.self))
    }
  }
}
