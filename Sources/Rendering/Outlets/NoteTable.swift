internal import Files
internal import Markup
internal import Notes
internal import Text

/// `notes.json`: what there is to know of each note, for other programs, as `docs/notes.schema.json`
/// describes it.
struct NoteTable {
  private let site: Site

  init(_ site: Site) {
    self.site = site
  }

  var bytes: [UInt8] {
    let notebook = site.notebook
    var json = JSONWriter()
    json.reserve(notebook.notes.count * 640)
    json.object { json in
      json.field("version", 1)
      json.field("title", site.identity.title)
      json.field("url", site.identity.url)
      json.array("notes") { json in
        for index in notebook.readingOrder { write(index, to: &json) }
      }
    }
    json.endFile()
    return json.bytes
  }

  private func write(_ index: Int, to json: inout JSONWriter) {
    let note = site.notebook.notes[index]
    json.object { json in
      json.field("id", "note:\(note.path)")
      json.field("path", note.path.string)
      json.field("url", note.page.href(from: .home))
      json.field("title", note.title)
      let summary = note.summary
      if !summary.isEmpty { json.field("description", summary) }
      if !note.frontMatter.tags.isEmpty { json.field("tags", note.frontMatter.tags) }
      json.field("date", note.frontMatter.date?.description)
      json.field("changed", site.studies.changes[note.path]?.description)
      if let language = note.frontMatter.language { json.field("lang", language) }
      json.field("words", Self.words(in: note.document.plain))
      json.array("headings") { json in
        for heading in note.document.headings {
          json.object { json in
            json.field("level", heading.level)
            json.field("text", heading.text)
            if !heading.anchor.isEmpty { json.field("anchor", heading.anchor) }
          }
        }
      }
      var targets: [String] = []
      var seen: Set<Int> = [index]
      for target in site.notebook.targets[index] {
        if case .note(let other) = target.end, seen.insert(other).inserted {
          targets.append(site.notebook.notes[other].path.string)
        }
      }
      if !targets.isEmpty { json.field("links", targets) }
    }
  }

  /// How many runs of bytes there are that are no white space.
  private static func words(in text: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isSpace = byte <= 0x20
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
