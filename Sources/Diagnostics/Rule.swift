/// What a finding is an instance of: an id that stays, a usual level, and what there is to say about
/// it.
///
/// All of it stands in one place, `Rules/`: `--explain`, docs/rules.md and the tests of the examples
/// read the same data.
public struct Rule: Sendable {
  private let page: Page

  /// Lower-case words joined by `-`; never reused with another meaning.
  public var id: String { page.id }
  /// The level of its findings unless the configuration says otherwise.
  public var severity: Severity { page.severity }
  /// What the rule says, in one sentence.
  public var summary: String { page.summary }
  /// Why it matters, and what the site does about it; Markdown.
  public var why: String { page.why }
  /// How to mend it; Markdown.
  public var mending: String { page.mending }
  /// Notes in which the rule finds something, and nothing else does.
  public var failing: Example { page.failing }
  /// The same notes, mended.
  public var passing: Example { page.passing }

  init(
    _ id: String, _ severity: Severity, _ summary: String, why: String, mending: String,
    failing: Example, passing: Example
  ) {
    page = Page(
      id: id, severity: severity, summary: summary, why: why, mending: mending, failing: failing,
      passing: passing)
  }

  /// The rule with this id.
  public static func named(_ id: String) -> Rule? {
    known[id]
  }

  /// Every rule, in the order of their ids.
  public static let all: [Rule] = areas.flatMap(\.rules).sorted { $0.id < $1.id }

  private static let known = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The texts, behind a reference: every finding carries its rule.
  private final class Page: Sendable {
    let id: String
    let severity: Severity
    let summary: String
    let why: String
    let mending: String
    let failing: Example
    let passing: Example

    init(
      id: String, severity: Severity, summary: String, why: String, mending: String,
      failing: Example, passing: Example
    ) {
      self.id = id
      self.severity = severity
      self.summary = summary
      self.why = why
      self.mending = mending
      self.failing = failing
      self.passing = passing
    }
  }
}

extension Rule: Hashable, CustomStringConvertible {
  /// The id.
  public var description: String { id }

  /// Rules are the same where their ids are.
  public static func == (left: Rule, right: Rule) -> Bool {
    left.page === right.page || left.id == right.id
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
