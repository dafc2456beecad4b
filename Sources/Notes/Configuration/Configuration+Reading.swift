extension Configuration {
  /// What the file says, and all that is wrong with it.
  public struct Reading: Hashable, Sendable {
    /// What could be read; the rest has its defaults.
    public var configuration: Configuration
    /// What is wrong, in the order of the lines.
    public var problems: [ConfigurationProblem]
  }

  /// Reads the bytes of `sitegen.yml`.
  ///
  /// `knownRules` are the ids that `rules:` may name; without any, each id is taken as it is.
  public static func read(_ bytes: [UInt8], knownRules: [String] = []) -> Reading {
    var configuration = Configuration()
    var problems: [YAMLProblem] = []
    do throws(YAMLProblem) {
      if let value = try SafeYAML.read(bytes) {
        configuration.decode(value, knownRules, &problems)
      }
    } catch {
      problems = [error]
    }
    problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return Reading(
      configuration: configuration, problems: problems.map { ConfigurationProblem($0) })
  }

  private mutating func decode(
    _ value: YAMLValue, _ knownRules: [String], _ problems: inout [YAMLProblem]
  ) {
    guard let pairs = value.pairs else {
      if !value.isNull {
        problems.append(
          YAMLProblem(at: value, "the configuration must be a mapping, not \(value.kind)"))
      }
      return
    }
    for pair in Configuration.schema.decode(pairs, into: &self, &problems) {
      problems.append(Configuration.schema.unknownKey(pair))
    }
    if let rules = value["rules"]?.pairs, !knownRules.isEmpty {
      for rule in rules where !knownRules.contains(rule.key) {
        let near = EditDistance.nearest(to: rule.key.lowercased(), in: knownRules)
        problems.append(
          YAMLProblem(
            at: rule, "no rule is called \(rule.key.quoted)",
            help: near.map { "did you mean '\($0)'?" }))
        self.rules[rule.key] = nil
      }
    }
  }
}
