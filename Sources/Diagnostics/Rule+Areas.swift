extension Rule {
  /// Rules about one thing; they stand together in the documentation.
  public struct Area: Sendable {
    /// What they are about, in lower case: "links".
    public let name: String
    /// The rules, in any order.
    public let rules: [Rule]

    init(_ name: String, _ rules: [Rule]) {
      self.name = name
      self.rules = rules
    }
  }

  /// All areas, in the order of the documentation.
  ///
  /// A new one is a file in `Rules/` and a line here.
  public static let areas: [Area] = [
    .files,
    .frontMatter,
    .text,
    .headings,
    .links,
    .external,
    .pictures,
    .topics,
    .secrets,
    .ignores,
    .matrix,
    .matrixReading,
  ]
}
