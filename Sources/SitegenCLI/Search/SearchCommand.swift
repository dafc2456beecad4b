internal import ArgumentParser
internal import Building
internal import Search
internal import Text

/// The command `search`: finds pages as the search of the site does.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find notes, as the search of the site does.",
    discussion: """
      Any word may match; pages with more of them come first. "Quoted words" must stand together, \
      -word must not be there; tag:, in:, topic:, party:, layer: and service: narrow the results down.
      """)

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var query: [String]

  @Option(help: "How many results to show.")
  var limit = 10

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var notes: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...1_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 1000")
    }
  }

  func run() throws {
    let studies = try notes.studies(global)
    guard let engine = studies.searchEngine(jobs: notes.jobs) else { throw ExitCode(1) }
    let answer = engine.search(query.joined(separator: " "), limit: limit)
    if json {
      print(Self.json(of: answer))
    } else {
      show(answer)
    }
    if answer.results.isEmpty { throw ExitCode(1) }
  }

  private func show(_ answer: SearchEngine.Answer) {
    let terminal = global.terminal
    if let correction = answer.correction {
      print("Results for \(Terminal.harmless(correction))")
    }
    for result in answer.results {
      let place = result.trail.map { "\($0) › " }.joined()
      print(Terminal.harmless("\(place)\(result.title)"))
      print("  \(Terminal.harmless(result.address))")
      for section in result.sections {
        print("  # \(Terminal.harmless(section.title))")
      }
      if !result.excerpt.isEmpty { print("  \(Terminal.harmless(result.excerpt))") }
    }
    for word in answer.notFound {
      terminal.say("'\(Terminal.harmless(word))' is in no note, nor anything like it")
    }
    let shown = answer.results.count
    if shown < answer.total {
      terminal.say("\(shown) of \(answer.total) pages; --limit shows more")
    } else if answer.total == 0 {
      terminal.say("nothing found")
    }
  }

  private static func json(of answer: SearchEngine.Answer) -> String {
    var json = JSONWriter()
    json.object { json in
      json.array("results") { json in
        for result in answer.results {
          json.object { json in
            json.field("url", result.address)
            json.field("title", result.title)
            json.field("score", result.score)
            json.array("sections") { json in
              for section in result.sections {
                json.object { json in
                  json.field("anchor", section.anchor)
                  json.field("title", section.title)
                }
              }
            }
            json.field("excerpt", result.excerpt)
          }
        }
      }
      json.field("total", answer.total)
      if let correction = answer.correction { json.field("correction", correction) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
