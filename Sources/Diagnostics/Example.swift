/// Notes that show a rule at work: `-- path --` before the text of each file.
///
/// A test builds every example. `sitegen.yml` among its files is its configuration.
public struct Example: Sendable, ExpressibleByStringLiteral {
  /// The files as a reader sees them.
  public let text: String
  /// The files as the test builds them, where a reader is better served with fewer of them.
  public let files: String
  /// The function that tests the rule instead, for what no text can hold: bytes, links between files.
  public let test: String?

  /// An example that is built as it is shown.
  public init(stringLiteral text: String) {
    self.text = text
    files = text
    test = nil
  }

  private init(text: String, files: String, test: String?) {
    self.text = text
    self.files = files
    self.test = test
  }

  /// An example that is shown shorter than it is.
  static func shown(_ text: String, built files: String) -> Example {
    Example(text: text, files: files, test: nil)
  }

  /// An example that no text can hold; a test function of this name shows it.
  static func shown(_ text: String, testedBy test: String) -> Example {
    Example(text: text, files: "", test: test)
  }
}
