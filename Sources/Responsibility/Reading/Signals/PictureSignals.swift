internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// Pictures without alternative text where responsibility is spoken of: what they say, nothing can read.
enum PictureSignals {
  static func find(in reader: inout NoteReader) {
    let document = reader.note.document
    for link in document.links where link.kind.isImage {
      let alternative = link.alternative.utf8.filter { $0 > 0x20 }
      guard alternative.isEmpty, isNear(link, document) else { continue }
      reader.report(
        Finding(
          .matrixPictureOnly,
          at: Place(reader.note.path.string, line: link.line, column: link.column),
          "who does what stands in a picture without text here",
          help: "say it in a list or a table, or at least in the picture's alternative text",
          target: reader.note.path.string, label: link.destination))
    }
  }

  /// True where the picture's own name, or a heading that it stands under, speaks of responsibility.
  private static func isNear(_ link: Link, _ document: MarkdownDocument) -> Bool {
    if Vocabulary.speaksOfResponsibility(Words(link.destination).folded) { return true }
    var section = link.section
    var level = 7
    while section >= 0 {
      let heading = document.headings[section]
      if heading.level < level {
        level = heading.level
        if Vocabulary.speaksOfResponsibility(Words(heading.text).folded) { return true }
      }
      section -= 1
    }
    return false
  }
}
