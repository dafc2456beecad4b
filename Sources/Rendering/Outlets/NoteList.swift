internal import Bytes
public import Files
internal import Notes

/// `llms.txt` (llmstxt.org): what the site holds, as Markdown for language models.
///
/// Addresses are whole where the site's own is known, else relative. They lead to the notes' Markdown
/// where it is published, else to their pages.
struct NoteList {
  private let site: Site

  init(_ site: Site) {
    self.site = site
  }

  var bytes: [UInt8] {
    var text = ByteBuffer()
    text.reserve(site.notebook.notes.count * 240 + 1024)
    text.append("# ")
    append(site.identity.title, to: &text)
    text.append("\n")
    if !site.identity.description.isEmpty {
      text.append("\n> ")
      append(site.identity.description, to: &text)
      text.append("\n")
    }
    for folder in site.notebook.folders {
      let own = folder.indexNote.map { [$0] } ?? []
      let notes = own + folder.notes.filter { $0 != folder.indexNote }
      guard !notes.isEmpty else { continue }
      text.append("\n## ")
      append(folder.path.isRoot ? "Notes" : folder.title, to: &text)
      text.append("\n\n")
      for note in notes { append(note, to: &text) }
    }
    return text.take()
  }

  private func append(_ note: Int, to text: inout ByteBuffer) {
    // Notes are large values; reading single fields in place spares copies of the whole.
    let page = site.notebook.notes[note].page
    text.append("- [")
    append(site.notebook.notes[note].title, isEscaped: true, to: &text)
    text.append("](")
    site.identity.url?.withBytes { text.append($0) }
    let path = site.studies.copiesNotes ? page.markdownCopy : page
    path.appendHref(from: .home, to: &text)
    text.append(")")
    let summary = Self.line(site.notebook.notes[note].summary)
    if !summary.isEmpty {
      text.append(": ")
      summary.withBytes { text.append($0) }
    }
    text.append("\n")
  }

  /// Appends text on one line; where it is escaped, with a backslash before each mark.
  private func append(_ line: String, isEscaped: Bool = false, to text: inout ByteBuffer) {
    Self.line(line).withBytes { line in
      guard isEscaped, line.contains(where: Self.isMark) else { return text.append(line) }
      for byte in line {
        if Self.isMark(byte) { text.append(UInt8(ascii: "\\")) }
        text.append(byte)
      }
    }
  }

  /// Text on one line.
  private static func line(_ text: String) -> String {
    // Most titles and summaries are.
    if text.isPlainLine { return text }
    return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\")
  }
}

extension SitePath {
  /// Where the Markdown of the note goes whose page this is: beside it.
  public var markdownCopy: SitePath {
    let ending = ".html".utf8
    let isPage = string.utf8.suffix(ending.count).elementsEqual(ending)
    let stem = string.utf8.dropLast(isPage ? ending.count : 0)
    // A normalised path is one with another ending as well.
    return SitePath(unchecked: "\(Substring(stem)).md")
  }
}
