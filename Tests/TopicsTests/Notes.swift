import Files
import Notes

@testable import Topics

/// A notebook in one text: `-- path.md --` begins a note.
func notebook(_ story: String) throws -> Notebook {
  var contents: [String: [UInt8]] = [:]
  var path = ""
  for line in story.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --") {
      path = String(line.dropFirst(3).dropLast(3))
      contents[path] = []
    } else {
      contents[path, default: []] += Array("\(line)\n".utf8)
    }
  }
  return try Notebook(reading: .memory(contents))
}

/// The topic graph of a notebook in one text.
func graph(_ story: String, _ configuration: Configuration = Configuration()) throws -> TopicGraph {
  TopicGraph(try notebook(story), configuration: configuration)
}

extension TopicGraph {
  /// The edges as one reads them: `from -kind-> to`, with order, section, place and reason.
  var lines: [String] {
    edges.map { edge in
      var line = "\(nodes[edge.from].id) -\(edge.kind.rawValue)-> \(nodes[edge.to].id)"
      if edge.order > 0 { line += " \(edge.order)." }
      if let anchor = edge.anchor { line += " #\(anchor)" }
      if edge.line > 0 { line += " at \(edge.line):\(edge.column)" }
      if let reason = edge.reason { line += " (\(reason.rawValue))" }
      return line
    }
  }

  /// The merges as one reads them.
  var mergeLines: [String] {
    merges.map { "\($0.label) = \(nodes[$0.into].title): \($0.because.rawValue)" }
  }

  /// Where each next step of a note leads: `label -> note#anchor reason`.
  func ways(of note: Int) -> [String] {
    nextSteps(of: note).map { step in
      guard let found = step.treatment else { return "\(step.label) -> ?" }
      let anchor = found.anchor.map { "#\($0)" } ?? ""
      return "\(step.label) -> \(nodes[found.note].id)\(anchor) \(found.reason.rawValue)"
    }
  }
}
