internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// "AWS divides services into three:" and then no list.
enum AnnouncedLists {
  static func check(_ text: TextBlock, next: Int?, _ reader: inout NoteReader) {
    guard text.kind == .paragraph, text.endsInColon, reader.isAboutResponsibility,
      text.words.folded.contains(where: numbers.contains)
    else { return }
    if let next, [.list, .table].contains(reader.outline.blocks[next].kind) { return }
    reader.report(
      Finding(
        .matrixAnnouncedListMissing,
        at: Place(
          reader.note.path.string, line: Int(text.block.firstLine), column: Int(text.block.column)),
        "a list is announced here and does not follow", help: "write it as a list or a table"))
  }

  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "2", "3", "4", "5", "6",
    "7", "8", "9", "10", "following", "below",
  ]
}
