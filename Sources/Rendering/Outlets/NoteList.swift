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
    var text = "# \(Self.line(site.identity.title))\n"
    if !site.identity.description.isEmpty {
      text += "\n> \(Self.line(site.identity.description))\n"
    }
    for folder in site.notebook.folders {
      let own = folder.indexNote.map { [$0] } ?? []
      let notes = own + folder.notes.filter { $0 != folder.indexNote }
      guard !notes.isEmpty else { continue }
      text += "\n## \(Self.line(folder.path.isRoot ? "Notes" : folder.title))\n\n"
      for index in notes {
        // Notes are large values; reading single fields in place spares copies of the whole.
        let title = Self.escaped(site.notebook.notes[index].title)
        text += "- [\(title)](\(address(of: site.notebook.notes[index].page)))"
        let summary = Self.line(site.notebook.notes[index].summary)
        text += summary.isEmpty ? "\n" : ": \(summary)\n"
      }
    }
    return Array(text.utf8)
  }

  private func address(of page: SitePath) -> String {
    let path = site.studies.copiesNotes ? page.markdownCopy : page
    return (site.identity.url ?? "") + path.href(from: .home)
  }

  /// Text on one line.
  private static func line(_ text: String) -> String {
    if isOneLine(text) { return text }
    return text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// True for ASCII without any space but single ones between words, as most titles and summaries are.
  private static func isOneLine(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7E || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  private static func escaped(_ text: String) -> String {
    let text = line(text)
    guard text.utf8.contains(where: isMark) else { return text }
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if isMark(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\")
  }
}

extension SitePath {
  /// Where the Markdown of the note goes whose page this is: beside it.
  public var markdownCopy: SitePath {
    let stem = string.hasSuffix(".html") ? String(string.dropLast(5)) : string
    guard let path = ContentPath("\(stem).md") else { return self }
    return SitePath(asset: path)
  }
}
