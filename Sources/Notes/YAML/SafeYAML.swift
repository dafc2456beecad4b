/// Reads YAML that no one has looked at yet.
///
/// Three steps. Small plain mappings, which is what nearly all front matter is, are read by
/// ``PlainYAML``. Everything else is first walked by ``YAMLScan``, which keeps to the caps below and
/// refuses anchors, aliases, tags, merge keys, directives, further documents and keys that are not
/// text; only what it lets pass is composed by Yams, and the result is checked once more.
public enum SafeYAML {
  /// The longest text that is read, in bytes.
  public static let maximumSize = 64 * 1024
  /// The deepest nesting of lists and mappings.
  public static let maximumDepth = 32
  /// The largest number of scalars, lists and mappings.
  public static let maximumNodes = 10_000

  /// Reads one document; nil where it holds nothing but comments and blanks.
  ///
  /// `firstLine` is the number of the line that the bytes begin with. Throws the first problem.
  public static func read(
    _ bytes: [UInt8], firstLine: Int = 1
  ) throws(YAMLProblem) -> YAMLValue? {
    try read(bytes[...], firstLine: firstLine)
  }

  /// Reads one document from a part of a file; nil where it holds nothing but comments and blanks.
  ///
  /// `firstLine` is the number of the line that the bytes begin with. Throws the first problem.
  public static func read(
    _ bytes: ArraySlice<UInt8>, firstLine: Int = 1
  ) throws(YAMLProblem) -> YAMLValue? {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(YAMLProblem) in try read(buffer, firstLine: firstLine) }
    }
    return try result.get()
  }

  /// Reads one document from memory; nil where it holds nothing but comments and blanks.
  ///
  /// `firstLine` is the number of the line that the bytes begin with. Throws the first problem.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1
  ) throws(YAMLProblem) -> YAMLValue? {
    if let value = PlainYAML.read(bytes, firstLine: firstLine) { return value }
    return try readWithYams(bytes, firstLine: firstLine)
  }

  /// Reads one document without the short cut for plain mappings.
  static func readWithYams(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int
  ) throws(YAMLProblem) -> YAMLValue? {
    guard bytes.count <= maximumSize else {
      throw YAMLProblem(
        line: firstLine, column: 1,
        "the YAML is \(bytes.count) bytes long; at most \(maximumSize) are read",
        help: "keep long text in the body of the note")
    }
    let text = try YAMLText.check(bytes, firstLine: firstLine)
    var scan = YAMLScan(text.bytes, firstLine: firstLine)
    try scan.run()
    return try YAMLComposer.compose(text, keys: scan.keys, firstLine: firstLine)
  }
}
