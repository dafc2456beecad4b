internal import Bytes
internal import Files
internal import Markup
public import Notes
internal import Text

/// `notes.json`: what there is to know of each note, for other programs, as `docs/notes.schema.json`
/// describes it.
public struct NoteTable {
  /// Where it goes, unless a file of the notes has that place.
  public static let name = "notes.json"

  private let site: Site

  init(_ site: Site) {
    self.site = site
  }

  /// Writes it piece by piece.
  func write(to take: StudyFile.Take) {
    let notebook = site.notebook
    let paths = JSONTexts(notebook.notes.count, reserving: notebook.notes.count * 64) { note in
      notebook.notes[note].path.string
    }
    var json = JSONWriter()
    // For each note, the last one that a link to it was found in.
    var linking = [Int32](repeating: -1, count: notebook.notes.count)
    json.object { json in
      json.field("version", 1)
      json.field("title", site.identity.title)
      json.field("url", site.identity.url)
      json.array("notes") { json in
        for index in notebook.readingOrder {
          write(index, paths, &linking, to: &json)
          json.drainPiece(take)
        }
      }
    }
    json.endFile()
    json.drain(take)
  }

  private func write(
    _ index: Int, _ paths: JSONTexts, _ linking: inout [Int32], to json: inout JSONWriter
  ) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let notes = site.notebook.notes
    json.object { json in
      let path = notes[index].path
      json.field("id", "note:\(path)")
      json.field("path", index, of: paths)
      json.field("url", notes[index].page.href(from: .home))
      json.field("title", notes[index].title)
      let summary = notes[index].summary
      if !summary.isEmpty { json.field("description", summary) }
      let tags = notes[index].frontMatter.tags
      if !tags.isEmpty { json.field("tags", tags) }
      json.field("date", notes[index].frontMatter.date?.description)
      json.field("changed", site.studies.changes[path]?.description)
      if let language = notes[index].frontMatter.language { json.field("lang", language) }
      json.field("words", notes[index].document.wordCount)
      json.array("headings") { json in
        let headings = notes[index].document.headings
        for heading in headings.indices {
          json.object { json in
            json.field("level", headings[heading].level)
            json.field("text", headings[heading].text)
            if !headings[heading].anchor.isEmpty { json.field("anchor", headings[heading].anchor) }
          }
        }
      }
      writeLinks(from: index, paths, &linking, to: &json)
    }
  }

  /// The other notes that a note links to, each once, in the order of the links.
  private func writeLinks(
    from index: Int, _ paths: JSONTexts, _ linking: inout [Int32], to json: inout JSONWriter
  ) {
    var linked: [Int] = []
    let note = Int32(clamping: index)
    linking[index] = note
    for end in site.notebook.linkEnds[index]
    where end.kind == .note && linking[end.number] != note {
      linking[end.number] = note
      linked.append(end.number)
    }
    guard !linked.isEmpty else { return }
    json.array("links") { json in for other in linked { json.string(other, of: paths) } }
  }

  /// A table with what it says of the text of one note as it is now; nil where it does not have the
  /// note as it was.
  public static func following(_ table: [UInt8], from former: Note, to note: Note) -> [UInt8]? {
    let (old, new) = (former.document.wordCount, note.document.wordCount)
    if old == new { return table }
    var head = JSONWriter()
    head.object { $0.field("id", "note:\(note.path)") }
    let record = head.bytes.dropLast() + [UInt8(ascii: ",")]
    // No text of JSON has a quotation mark without a backslash before it.
    let key = Array(",\"words\":".utf8)
    guard let start = table.firstOffset(of: Array(record)),
      let place = table.firstOffset(of: key, from: start + record.count)
    else { return nil }
    let number = place + key.count
    let digits = Array("\(old)".utf8)
    let end = number + digits.count
    guard end < table.count, table[number..<end].elementsEqual(digits), table[end] == 0x2C else {
      return nil
    }
    return table[..<number] + Array("\(new)".utf8) + table[end...]
  }
}
