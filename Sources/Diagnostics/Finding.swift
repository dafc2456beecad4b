/// Something an author can mend: what, where, and how.
///
/// Findings are values; nothing is printed where they arise. What stops a build is thrown instead.
public struct Finding: Hashable, Sendable {
  /// The rule that found it.
  public var rule: Rule
  /// How much it matters; the rule's own level unless the configuration says otherwise.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// One sentence without a full stop.
  public var message: String
  /// What to do about it, where that is known.
  public var help: String?
  /// What the finding is about, for findings that belong together: several links to one missing
  /// note have the same target.
  public var target: String?
  /// How the finding's own part is called in the summary of a group: the label of a link.
  public var label: String?

  /// Makes a finding at the rule's own level.
  public init(
    _ rule: Rule, at place: Place, _ message: String, help: String? = nil, target: String? = nil,
    label: String? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.place = place
    self.message = message
    self.help = help
    self.target = target
    self.label = label
  }
}

/// A place in a file of the notes.
public struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path of the file, relative to the folder of notes.
  public var path: String
  /// Lines from 1; 0 where the whole file is meant.
  public var line: Int
  /// Columns from 1, in UTF-8 bytes; 0 where the whole line is meant.
  public var column: Int

  /// Makes a place; without line and column the whole file.
  public init(_ path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`, without what is 0.
  public var description: String {
    if line == 0 { return path }
    return column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }

  /// Order by path (UTF-8 bytes), line and column.
  public static func < (left: Place, right: Place) -> Bool {
    if left.path != right.path {
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}

/// How much a finding matters.
public enum Severity: String, Comparable, CaseIterable, Sendable {
  /// Worth knowing; nothing is wrong.
  case info
  /// A reader will notice.
  case warning
  /// The site is wrong or incomplete here.
  case error

  /// info < warning < error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

extension [Finding] {
  /// The findings in the order of their places; at one place by rule and message.
  public func inOrder() -> [Finding] {
    sorted {
      if $0.place != $1.place { return $0.place < $1.place }
      return ($0.rule.id, $0.message) < ($1.rule.id, $1.message)
    }
  }

  /// How many findings there are at a level.
  public func count(of severity: Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}
