/// What `sitegen.yml` says about the site; every key is optional.
public struct Configuration: Hashable, Sendable {
  /// A topic that goes by another name.
  public struct TopicAlias: Hashable, Sendable {
    /// The label as it stands in links.
    public var label: String
    /// The topic that it means.
    public var topic: String
    /// The line of the configuration, from 1.
    public var line: Int

    /// Makes an alias.
    public init(label: String, topic: String, line: Int) {
      self.label = label
      self.topic = topic
      self.line = line
    }
  }

  /// The level that a rule is given.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    /// The site is wrong or incomplete.
    case error
    /// A reader will notice.
    case warning
    /// Worth knowing.
    case info
    /// The rule is silent.
    case off
  }

  /// The name of the site.
  public var title: String?
  /// One sentence about the site.
  public var description: String?
  /// The language of pages that do not name their own.
  public var language = "en"
  /// Where the site will stand: http or https, with a slash at its end.
  public var siteURL: String?
  /// The note that becomes the home page: a path in the folder of notes.
  public var home: String?
  /// Headings of sections that say what comes next; nil for the usual ones.
  public var nextStepHeadings: [String]?
  /// Topics with several names, in the order they were written.
  public var aliases: [TopicAlias] = []
  /// The levels of rules that differ from the usual ones, by rule id.
  public var rules: [String: Level] = [:]
  /// Files and folders of the notes that are left out.
  public var ignore: [Glob] = []

  /// Where readers can turn to: an address that begins with `mailto:` or `https://`.
  public var contact: String?
  /// True to take from git when each note last changed.
  public var readsChangesFromGit = false
  /// True to publish each note's Markdown beside its page.
  public var copiesNotes = true

  /// Makes the configuration of a site without `sitegen.yml`.
  public init() {}

  /// True for a path in the folder of notes that is left out.
  public func ignores(_ path: String) -> Bool {
    ignore.contains { $0.matches(path) }
  }
}
