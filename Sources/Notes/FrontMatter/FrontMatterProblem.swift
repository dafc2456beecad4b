/// Something wrong with front matter; the note is built all the same.
public struct FrontMatterProblem: Hashable, Sendable {
  /// The id of the rule: `frontmatter-invalid` or `frontmatter-unknown-key`.
  public var rule: String
  /// The line in the note, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int
  /// One sentence without a full stop.
  public var message: String
  /// What to do about it, where that is known.
  public var help: String?

  /// Makes a problem.
  public init(rule: String, line: Int, column: Int, message: String, help: String? = nil) {
    self.rule = rule
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  init(rule: String, _ problem: YAMLProblem) {
    self.init(
      rule: rule, line: problem.line, column: problem.column, message: problem.message,
      help: problem.help)
  }
}
