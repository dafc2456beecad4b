internal import ArgumentParser
internal import Building
internal import Diagnostics
internal import Editing
internal import Files
internal import Notes
internal import Text

/// `sitegen list`: the notes, or those that are wanted.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the notes in reading order, or the wanted ones by demand.",
    discussion:
      "A line has the path and the title, or the number of links and the path, between tabs.")

  @Argument(help: "The folder of notes.", completion: .directory)
  var notes: String?

  @Option(help: "Only notes with this tag.")
  var tag: String?

  @Flag(help: "List the notes that links ask for and nobody has written.")
  var wanted = false

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var source: NotesOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if notes != nil, source.content != nil {
      throw ValidationError("name the folder of notes once: as an argument or with --content")
    }
    if tag != nil, wanted { throw ValidationError("wanted notes have no tags yet") }
  }

  func run() throws {
    let notebook = try source.studies(for: notes, global).notebook
    if wanted {
      list(WantedNote.all(in: notebook))
    } else {
      list(
        notebook.readingOrder.map { notebook.notes[$0] }
          .filter { note in tag.map(note.frontMatter.tags.contains) ?? true })
    }
  }

  private func list(_ notes: [Note]) {
    guard json else {
      return global.terminal.print(
        notes.map { "\(Self.field($0.path.string))\t\(Self.field($0.title))\n" }.joined())
    }
    var json = JSONWriter(.indented)
    json.array { json in
      for note in notes {
        json.object { json in
          json.field("path", note.path.string)
          json.field("page", note.page.string)
          json.field("title", note.title)
          json.field("tags", note.frontMatter.tags)
          json.field("date", note.frontMatter.date?.description)
          json.field("draft", note.frontMatter.draft)
        }
      }
    }
    json.endFile()
    global.terminal.print(json.bytes)
  }

  private func list(_ wanted: [WantedNote]) {
    guard json else {
      return global.terminal.print(
        wanted.map {
          "\($0.places.count)\t\(Self.field($0.path.string))\t\(Self.field($0.title))\n"
        }
        .joined())
    }
    var json = JSONWriter(.indented)
    json.array { json in
      for note in wanted {
        json.object { json in
          json.field("path", note.path.string)
          json.field("title", note.title)
          json.array("places") { json in
            for ask in note.places {
              json.object { json in
                json.field("place", ask.place.description)
                json.field("label", ask.label)
              }
            }
          }
        }
      }
    }
    json.endFile()
    global.terminal.print(json.bytes)
  }

  /// Text that neither steers a terminal nor ends a field.
  private static func field(_ text: String) -> String {
    Terminal.harmless(text).replacing("\t", with: " ")
  }
}
