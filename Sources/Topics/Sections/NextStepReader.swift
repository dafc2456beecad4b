internal import Bytes
internal import Files
internal import Markup
internal import Notes

/// Collects the next steps of all notes.
struct NextStepReader {
  /// The next steps, note by note, each in its order.
  private(set) var steps: [NextStep] = []
  /// For each note that has any, the headings of its sections that say what comes next.
  private(set) var ranges: [Int: [Range<Int>]] = [:]

  init(_ notebook: Notebook, _ sections: NextStepSections) {
    for note in notebook.notes.indices {
      let found = sections.ranges(in: notebook.notes[note].document.headings)
      guard !found.isEmpty else { continue }
      ranges[note] = found
      var order = 0
      // Links stand in the order of the sections, and what comes next is said at the end.
      let links = notebook.notes[note].document.links
      for sections in found {
        let first = links.indices.partitionPoint { links[$0].section >= sections.lowerBound }
        for link in links[first...].indices {
          // Links are large values; reading single fields in place spares copies of the whole.
          guard links[link].section < sections.upperBound else { break }
          guard !links[link].kind.isImage else { continue }
          order += 1
          let label = Self.label(notebook.notes[note].document.plain, links[link].label)
          steps.append(
            NextStep(
              note: note, link: link, order: order,
              label: label.isEmpty ? Self.title(ofLink: link, in: note, notebook) : label,
              line: links[link].line, column: links[link].column))
        }
      }
    }
  }

  /// The label on one line, without space around it.
  private static func label(_ plain: [UInt8], _ range: Range<Int>) -> String {
    let label = plain[range]
    var former: UInt8 = 0x20
    var isTidy = true
    for byte in label {
      if byte == 0x0A || byte == 0x20 && former == 0x20 {
        isTidy = false
        break
      }
      former = byte
    }
    if isTidy, former != 0x20 || label.isEmpty { return String(decoding: label, as: UTF8.self) }
    let words = label.split { $0 == 0x20 || $0 == 0x0A }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  private static func title(ofLink link: Int, in note: Int, _ notebook: Notebook) -> String {
    switch notebook.targets[note][link].end {
    case .note(let end): notebook.notes[end].title
    case .folder(let folder): notebook.folders[folder].title
    case .wanted(let path), .missing(let path), .file(let path):
      Note.title(ofFileNamed: path.stem)
    case .outside, .external, .nowhere: notebook.notes[note].document.links[link].destination
    }
  }
}
