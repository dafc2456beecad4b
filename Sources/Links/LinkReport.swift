public import Diagnostics
public import Files
internal import Markup
public import Notes

/// What there is to say about the links and pictures of a notebook.
public struct LinkReport: Sendable {
  /// What an author can mend.
  public let findings: [Finding]
  /// The files that the notes show or link to, sorted: what is published beside the pages.
  public let assets: [ContentPath]
  /// How many links lead to notes that are not written yet.
  public let wantedCount: Int

  /// Looks at every link of a notebook.
  public init(_ notebook: Notebook) {
    var findings: [Finding] = []
    var assets: Set<ContentPath> = []
    var wantedCount = 0
    // Most notebooks miss nothing; then there is nothing to suggest either.
    lazy var names = MissingNames(notebook)
    for index in notebook.notes.indices {
      for position in notebook.targets[index].indices {
        let target = notebook.targets[index][position]
        switch target.end {
        case .file(let path): assets.insert(path)
        case .wanted: wantedCount += 1
        default: break
        }
        guard
          !target.remarks.isEmpty || target.end.isUnsettled
            || notebook.notes[index].document.links[position].kind.isImage
        else { continue }
        let note = notebook.notes[index]
        let source = LinkSource(note: note, link: note.document.links[position])
        findings += source.findings(for: target, in: notebook, names: names)
      }
      // Few notes have a list of their own contents.
      if notebook.notes[index].document.contentsList != nil,
        let drift = ContentsListCheck(notebook.notes[index]).finding
      {
        findings.append(drift)
      }
    }
    self.findings = findings
    self.assets = assets.sorted()
    self.wantedCount = wantedCount
  }
}
