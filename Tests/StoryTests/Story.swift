import Diagnostics
import Files
import Links
import Notes
import Testing

/// A folder of notes in one string: `-- path --` before the text of each file.
struct Story {
  /// What came of reading the notes.
  let notebook: Notebook
  /// What was found, in the order of the places.
  let findings: [Finding]

  init(_ text: String, _ selection: Notebook.Selection = .init()) throws {
    notebook = try Notebook(reading: .memory(Self.files(of: text)), selection: selection)
    // Stories are short; what they leave out is told in one of its own.
    let redirects = Redirects(notebook, files: [])
    findings = (notebook.findings + LinkReport(notebook).findings + redirects.findings).inOrder()
      .filter { $0.rule != .titleMissing }
  }

  private static func files(of text: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var path: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        path = line.dropFirst(3).dropLast(3)
        files[String(line.dropFirst(3).dropLast(3)), default: []] = []
      } else if let path {
        files[String(path), default: []] += "\(line)\n".utf8
      }
    }
    return files
  }

  /// Every finding: `path:line:column: severity: message [rule] help`.
  var told: [String] {
    findings.map { finding in
      "\(finding.place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule.id)]"
        + (finding.help.map { " \($0)" } ?? "")
    }
  }

  /// Where every link leads: `path: end`, in the order of the notes and their links.
  var ways: [String] {
    zip(notebook.notes, notebook.targets).flatMap { note, targets in
      targets.map { "\(note.path): \(describe($0))" }
    }
  }

  private func describe(_ target: LinkTarget) -> String {
    let anchor = target.anchor.map { "#\($0)" } ?? ""
    return switch target.end {
    case .note(let index): "\(notebook.notes[index].path)\(anchor)"
    case .folder(let index): "\(notebook.folders[index].path)/"
    case .file(let path): "file \(path)"
    case .wanted(let path): "wanted \(path)"
    case .missing(let path): "missing \(path)"
    case .outside: "outside"
    case .external: "external"
    case .nowhere: "nowhere"
    }
  }
}

/// Reads a folder of notes and compares where its links lead, and all that is found.
@discardableResult
func check(
  _ text: String, selection: Notebook.Selection = .init(), leads: [String]? = nil, finds: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Story {
  let story = try Story(text, selection)
  if let leads { #expect(story.ways == leads, sourceLocation: sourceLocation) }
  #expect(story.told == finds, sourceLocation: sourceLocation)
  return story
}
