internal import Diagnostics
internal import Files
internal import Markup

extension Finding {
  /// The finding for a problem of front matter.
  init(_ problem: FrontMatterProblem, in path: ContentPath) {
    self.init(
      Rule.named(problem.rule) ?? .frontMatterInvalid,
      at: Place(path.string, line: problem.line, column: problem.column), problem.message,
      help: problem.help)
  }

  /// The finding for a problem of Markdown or HTML.
  init(_ problem: MarkupProblem, in path: ContentPath) {
    let place = Place(path.string, line: problem.line, column: problem.column)
    switch problem.kind {
    case .htmlRefused:
      self.init(
        .htmlRefused, at: place, "'\(problem.text)' is not allowed here and is shown as text",
        help: "put it in backticks if it is meant as text")
    case .htmlUnbalanced:
      self.init(.htmlUnbalanced, at: place, "'\(problem.text)' closes nothing and is shown as text")
    case .attributeRefused:
      self.init(.htmlAttributeRefused, at: place, "the attribute \(problem.text) is left out")
    case .addressRefused:
      self.init(
        .addressRefused, at: place, "the address '\(problem.text)' is not allowed",
        help: "http, https, mailto, tel and relative addresses are")
    case .referenceUndefined:
      self.init(
        .referenceUndefined, at: place, "no definition for the reference '\(problem.text)'",
        help: "add '[\(problem.text)]: address' below")
    case .footnoteUndefined:
      self.init(
        .footnoteUndefined, at: place, "no definition for the footnote '\(problem.text)'",
        help: "add '[^\(problem.text)]: text' below")
    case .tooDeep:
      self.init(
        .noteTooDeep, at: place,
        "blocks nested deeper than \(MarkdownParser.nestingCap) are shown without their structure")
    }
  }
}
