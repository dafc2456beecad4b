/// The keys that a mapping may have and what is done with each.
///
/// One table decodes, tells unknown keys and suggests the right ones, so that a new key is one line.
struct YAMLSchema<Target>: Sendable {
  /// What is done with one key; problems are added, and the rest of the mapping is read all the same.
  struct Field: Sendable {
    let key: String
    let decode: @Sendable (YAMLValue.Pair, inout Target, inout [YAMLProblem]) -> Void

    init(
      _ key: String,
      _ decode: @escaping @Sendable (YAMLValue.Pair, inout Target, inout [YAMLProblem]) -> Void
    ) {
      self.key = key
      self.decode = decode
    }
  }

  let fields: [Field]

  init(_ fields: [Field]) {
    self.fields = fields
  }

  /// Decodes what is known; the result is the pairs that are not.
  ///
  /// A key without a value counts as not written.
  func decode(
    _ pairs: [YAMLValue.Pair], into target: inout Target, _ problems: inout [YAMLProblem]
  ) -> [YAMLValue.Pair] {
    var unknown: [YAMLValue.Pair] = []
    for pair in pairs {
      guard let field = fields.first(where: { $0.key == pair.key }) else {
        unknown.append(pair)
        continue
      }
      if !pair.value.isNull { field.decode(pair, &target, &problems) }
    }
    return unknown
  }

  /// The problem of a key that is not in the table.
  func unknownKey(_ pair: YAMLValue.Pair) -> YAMLProblem {
    let help =
      if let near = EditDistance.nearest(to: pair.key.lowercased(), in: fields.lazy.map(\.key)) {
        "did you mean '\(near)'?"
      } else {
        "the keys are " + fields.map(\.key).joined(separator: ", ")
      }
    return YAMLProblem(at: pair, "unknown key \(pair.key.quoted)", help: help)
  }
}
