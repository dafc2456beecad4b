internal import Diagnostics

/// What `--explain` says.
struct RuleExplanation {
  let text: String

  /// Explains the rule with this id; lists all for any other text.
  init(_ id: String) {
    text = Rule.named(id).map(Self.explaining) ?? Self.list
  }

  private static func explaining(_ rule: Rule) -> String {
    """
    \(rule.id) (\(rule.severity.rawValue))

    \(RuleBook.wrapped("\(rule.summary) \(rule.why)", width: 80))

    To mend it: \(RuleBook.wrapped(rule.mending, width: 80))

    Found in:

    \(indented(rule.failing.text))

    In order:

    \(indented(rule.passing.text))

    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }

  private static var list: String {
    let width = Rule.all.map(\.id.utf8.count).max() ?? 0
    return Rule.all.map { rule in
      let space = String(repeating: " ", count: width - rule.id.utf8.count + 2)
      let level = rule.severity.rawValue
      return rule.id + space + level
        + String(repeating: " ", count: 9 - level.utf8.count) + rule.summary + "\n"
    }.joined()
  }
}
