/// Why YAML could not be read, or what is wrong with a value: a place, a sentence, and what to do.
public struct YAMLProblem: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int
  /// One sentence without a full stop.
  public var message: String
  /// What to do about it, where that is known.
  public var help: String?

  /// Makes a problem.
  public init(line: Int, column: Int, _ message: String, help: String? = nil) {
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  /// Makes a problem at the place of a value.
  public init(at value: YAMLValue, _ message: String, help: String? = nil) {
    self.init(line: value.line, column: value.column, message, help: help)
  }

  /// Makes a problem at the place of a key.
  public init(at pair: YAMLValue.Pair, _ message: String, help: String? = nil) {
    self.init(line: pair.line, column: pair.column, message, help: help)
  }
}

extension String {
  /// The text in single quotes, on one line, cut after 40 characters: fit for a sentence.
  var quoted: String {
    var shown = "'"
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == 40 {
        shown.unicodeScalars.append("…")
        break
      }
      shown.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return shown + "'"
  }
}
