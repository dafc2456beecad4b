/// Something wrong with `sitegen.yml`: the build does not begin.
public struct ConfigurationProblem: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int
  /// One sentence without a full stop.
  public var message: String
  /// What to do about it, where that is known.
  public var help: String?

  /// Makes a problem.
  public init(line: Int, column: Int, message: String, help: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  init(_ problem: YAMLProblem) {
    self.init(
      line: problem.line, column: problem.column, message: problem.message, help: problem.help)
  }
}
