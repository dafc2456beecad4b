internal import Files
internal import Markup
internal import Notes

/// Collects the next steps of all notes.
struct NextStepReader {
  let notebook: Notebook
  let sections: NextStepSections

  /// The next steps, note by note, each in its order.
  func steps() -> [NextStep] {
    notebook.notes.indices.flatMap(steps)
  }

  private func steps(of note: Int) -> [NextStep] {
    let document = notebook.notes[note].document
    return sections.links(in: document).enumerated().map { place, link in
      let target = notebook.targets[note][link]
      let words = document.plain[document.links[link].label].split { $0 == 0x20 || $0 == 0x0A }
      let label = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
      return NextStep(
        note: note, link: link, order: place + 1,
        label: label.isEmpty ? title(of: target, document.links[link]) : label, target: target,
        line: document.links[link].line, column: document.links[link].column)
    }
  }

  private func title(of target: LinkTarget, _ link: Link) -> String {
    switch target.end {
    case .note(let note): notebook.notes[note].title
    case .folder(let folder): notebook.folders[folder].title
    case .wanted(let path), .missing(let path), .file(let path):
      Note.title(ofFileNamed: path.stem)
    case .outside, .external, .nowhere: link.destination
    }
  }
}
