internal import ArgumentParser
internal import Building
internal import Files
internal import Markup
internal import Notes
internal import Text
internal import Topics

/// `sitegen path`: what to read from a note on, or how to get from one note to another.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print a learning path.",
    discussion: """
      From one note: everything that its next steps lead to, in the order in which it is best read. To \
      another: the shortest way along next steps; where there is none, along links. Notes are named \
      by path, file name or title.
      """)

  /// How a path is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The note to start at.")
  var from: String

  @Argument(help: "The note to get to.")
  var to: String?

  @Option(help: "The format: text or json.")
  var format = Format.text

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let studies = try source.studies(global)
    let names = NoteNames(studies.notebook, source, nil)
    let start = try names.note(named: from)
    let way: PrintedPath
    if let to {
      let end = try names.note(named: to)
      guard let found = PrintedPath(from: start, to: end, studies) else {
        let titles = [start, end].map { "'\(studies.notebook.notes[$0].title)'" }
        global.terminal.say("no way leads from \(titles[0]) to \(titles[1])")
        throw ExitCode(1)
      }
      way = found
    } else {
      way = PrintedPath(from: start, studies)
    }
    switch format {
    case .text: global.terminal.print(way.text)
    case .json: global.terminal.print(String(decoding: way.json, as: UTF8.self))
    }
  }
}

/// A path, with the links by which each of its notes is reached.
struct PrintedPath {
  /// A link that leads to a note of the path.
  struct Reason {
    let label: String
    let isStep: Bool
    let place: (file: String, line: Int, column: Int)
  }

  private let notebook: Notebook
  private let notes: [(note: Int, reasons: [Reason])]
  private let isCut: Bool
  private let isWay: Bool

  /// Everything that next steps lead to from a note.
  init(from start: Int, _ studies: Studies) {
    notebook = studies.notebook
    let path = LearningPaths.Path(from: start, in: studies.topics)
    isCut = path.isCut
    isWay = false
    notes = path.notes.map { note in
      let reasons = path.notes.flatMap { source in
        source == note ? [] : Self.steps(from: source, to: note, studies)
      }
      return (note, note == start ? [] : reasons)
    }
  }

  /// The shortest way to another note; nil where there is none.
  init?(from start: Int, to end: Int, _ studies: Studies) {
    let steps = studies.topics.noteSteps.shortestPath(from: start, to: end)
    guard let way = steps ?? studies.topics.noteLinks.shortestPath(from: start, to: end) else {
      return nil
    }
    notebook = studies.notebook
    isCut = false
    isWay = true
    notes = way.indices.map { place in
      guard place > 0 else { return (way[0], []) }
      let reasons =
        steps == nil
        ? Self.links(from: way[place - 1], to: way[place], studies)
        : Self.steps(from: way[place - 1], to: way[place], studies)
      return (way[place], reasons)
    }
  }

  private static func steps(from source: Int, to note: Int, _ studies: Studies) -> [Reason] {
    studies.topics.nextSteps(of: source).filter { $0.destination == note }.map { step in
      Reason(
        label: step.label, isStep: true,
        place: (studies.notebook.notes[source].path.string, step.line, step.column))
    }
  }

  private static func links(from source: Int, to note: Int, _ studies: Studies) -> [Reason] {
    let document = studies.notebook.notes[source].document
    return studies.topics.backlinks(to: note).filter { $0.note == source }.map { backlink in
      let link = document.links[backlink.link]
      return Reason(
        label: document.text(link.label), isStep: false,
        place: (studies.notebook.notes[source].path.string, link.line, link.column))
    }
  }

  /// Numbered lines: title and file; below, the labels that lead there.
  var text: String {
    let width = String(notes.count).count
    var text = ""
    for (place, (note, reasons)) in notes.enumerated() {
      let number = String(place + 1)
      let margin = String(repeating: " ", count: width - number.count)
      let name = "\(notebook.notes[note].title)  (\(notebook.notes[note].path))"
      text += "\(margin)\(number). \(Terminal.harmless(name))\n"
      guard let first = reasons.first else { continue }
      let indent = String(repeating: " ", count: width + 2)
      var labels: [String] = []
      for reason in reasons where !labels.contains(reason.label) { labels.append(reason.label) }
      let shown = labels.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      let rest = labels.count > 5 ? " and \(labels.count - 5) more" : ""
      let kind = first.isStep ? "next step" : "link"
      let place = "\(first.place.file):\(first.place.line)"
      text += Terminal.harmless("\(indent)\(kind) \(shown)\(rest), \(place)") + "\n"
    }
    if isCut { text += "The nearest \(notes.count) notes; there are more.\n" }
    return text
  }

  /// One object for the path, with each step's place and reasons.
  var json: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.field("kind", isWay ? "way" : "learning-path")
      json.field("isCut", isCut)
      json.array("steps") { json in
        for (place, (note, reasons)) in notes.enumerated() {
          json.object { json in
            json.field("step", place + 1)
            json.field("title", notebook.notes[note].title)
            json.field("path", notebook.notes[note].path.string)
            json.field("url", notebook.notes[note].page.href(from: .home))
            json.array("because") { json in
              for reason in reasons { Self.write(reason, to: &json) }
            }
          }
        }
      }
    }
    json.endFile()
    return json.bytes
  }

  private static func write(_ reason: Reason, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", reason.isStep ? "next-step" : "link")
      json.field("label", reason.label)
      json.field("file", reason.place.file)
      json.field("line", reason.place.line)
      if reason.place.column > 0 { json.field("column", reason.place.column) }
    }
  }
}
