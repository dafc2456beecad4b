internal import Diagnostics
internal import Files
internal import Markup
internal import Notes

/// A link in the note it stands in: where its findings point to.
struct LinkSource {
  let note: Note
  let link: Link

  /// What there is to say about where the link leads.
  func findings(
    for target: LinkTarget, in notebook: Notebook, names: @autoclosure () -> MissingNames
  ) -> [Finding] {
    var findings: [Finding] = []
    if target.end.isUnsettled, let end = finding(for: target.end, names: names()) {
      findings.append(end)
    }
    findings += target.remarks.compactMap { finding(for: $0, target: target, in: notebook) }
    if link.kind.isImage, link.alternative.isBlank {
      findings.append(
        Finding(
          .imageAltEmpty, at: linkPlace,
          "the picture '\(link.destination)' has no alternative text",
          help: "say in the brackets what the picture shows", target: note.path.string,
          label: link.destination))
    }
    return findings
  }

  private var place: Place {
    Place(note.path.string, line: link.line, column: link.addressColumn)
  }

  private var linkPlace: Place {
    Place(note.path.string, line: link.line, column: link.column)
  }

  /// The folder outside that a link leads to, as seen from the root of the notes: links to one folder
  /// are one thing to mend.
  private var outerFolder: String {
    var depth = note.path.depth
    var outside: [Substring] = []
    for part in link.destination.split(separator: "/").dropLast() where part != "." {
      if part != ".." {
        if depth < 0 { outside.append(part) }
      } else if outside.isEmpty {
        depth -= 1
      } else {
        outside.removeLast()
      }
    }
    return ([Substring](repeating: "..", count: max(1, -depth)) + outside).joined(separator: "/")
  }

  private var label: String {
    note.document.text(link.label)
  }

  private func finding(for end: LinkTarget.End, names: MissingNames) -> Finding? {
    switch end {
    case .note, .folder, .file, .external: nil
    case .wanted(let path):
      Finding(
        .topicWanted, at: place, "'\(link.destination)' is not written yet",
        help: names.nearestNote(to: path).map { "did you mean '\($0)'?" },
        target: path.string, label: label)
    case .missing(let path) where link.kind.isImage:
      Finding(
        .imageMissing, at: place, "the picture '\(link.destination)' is not there",
        help: names.nearestFile(to: path).map { "did you mean '\($0)'?" },
        target: path.string, label: path.string)
    case .missing(let path):
      Finding(
        .linkMissing, at: place, "no file answers to '\(link.destination)'",
        help: link.destination.firstRange(of: "http").map {
          "did you mean '\(link.destination[$0.lowerBound...])'?"
        } ?? names.nearestFile(to: path).map { "did you mean '\($0)'?" },
        target: path.string, label: label)
    case .outside:
      Finding(
        .linkOutsideRoot, at: place, "'\(link.destination)' leads out of the folder of notes",
        help: "build the folder that holds both, or move the file into it",
        target: outerFolder, label: link.kind.isImage ? link.destination : label)
    case .nowhere:
      Finding(.linkMissing, at: linkPlace, "the address is empty", target: "", label: label)
    }
  }

  private func finding(
    for remark: LinkTarget.Remark, target: LinkTarget, in notebook: Notebook
  ) -> Finding? {
    switch remark {
    case .otherCase(let right):
      return Finding(
        .linkCaseMismatch, at: place,
        "'\(link.destination)' differs in upper and lower case from '\(right)'",
        help: "GitHub would not find it; write it as the file has it", target: right, label: label)
    case .withoutExtension:
      return Finding(
        .linkExtensionMissing, at: place, "'\(link.destination)' leaves out the note's ending",
        help: "GitHub would not find it; add '.md'")
    case .toFolder:
      return Finding(
        .linkToFolder, at: place, "'\(link.destination)' names a folder; the link leads to its page"
      )
    case .fromRoot:
      return Finding(
        .linkFromRoot, at: place, "'\(link.destination)' is read from the root of the notes")
    case .anchorMissing(let anchor, let nearest):
      guard case .note(let index) = target.end else { return nil }
      let other = notebook.notes[index].path
      let holder = other == note.path ? "this note" : "'\(other)'"
      return Finding(
        .anchorMissing, at: place, "\(holder) has no section '#\(anchor)'",
        help: nearest.map { "did you mean '#\($0)'?" }, target: "\(other)#\(anchor)", label: label)
    case .ambiguous(let paths):
      return Finding(
        .wikilinkAmbiguous, at: place,
        "'[[\(link.destination)]]' names \(paths.count) notes",
        help: "write the path: " + paths.map { "'\($0)'" }.joined(separator: ", "))
    }
  }
}
