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
      for (position, end) in notebook.linkEnds[index].enumerated()
      where end.wantsLook || end.kind == .file {
        switch notebook.targets[index][position].end {
        case .file(let path): assets.insert(path)
        case .wanted: wantedCount += 1
        default: break
        }
        // Targets and links are large values; reading single fields in place spares copies.
        guard
          !notebook.targets[index][position].remarks.isEmpty
            || notebook.targets[index][position].end.isUnsettled
            || notebook.notes[index].document.links[position].kind.isImage
              && notebook.notes[index].document.links[position].alternative.isBlank
        else { continue }
        let target = notebook.targets[index][position]
        let note = notebook.notes[index]
        let source = LinkSource(note: note, link: note.document.links[position])
        findings += source.findings(for: target, in: notebook, names: names)
      }
      // Few notes have a list of their own contents.
      if notebook.notes[index].document.contentsList != nil,
        let drift = ContentsListCheck.finding(forNote: index, in: notebook)
      {
        findings.append(drift)
      }
    }
    self.findings = findings
    self.assets = assets.sorted()
    self.wantedCount = wantedCount
  }
}

extension String {
  /// True where there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
