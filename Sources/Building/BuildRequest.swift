public import Diagnostics
public import Notes

/// What is to be built, from where, and how.
public struct BuildRequest: Sendable {
  /// The folder of notes.
  public var content: String
  /// The folder with files that replace those of the theme; nil for none.
  public var templates: String?
  /// The folder that the site goes to.
  public var output: String
  /// The configuration's file; nil for none.
  public var configuration: String?
  /// Where the site will stand; nil for what the configuration says.
  public var siteURL: String?
  /// True to build drafts as well.
  public var includesDrafts = false
  /// The day on which overrides and reviews expire; nil where nothing does.
  public var today: CalendarDate?
  /// How many threads work at once; nil for one per processor.
  public var jobs: Int?
  /// True to build even where nothing has changed.
  public var isClean = false
  /// A command that parses the note on its standard input within limits, and ends with 0 where that
  /// went well; nil to parse every note at once.
  public var trialCommand: [String]?
  /// The environment of that command, as `NAME=value`.
  public var trialEnvironment: [String] = []
  /// True to write nothing.
  public var isDryRun = false
  /// True where the process ends after the build, so that nothing need be given back before.
  public var endsProcess = false
  /// When a cache is left beside the site for the next build.
  public var cache = CacheUse.whereItPays
  /// True to use an output folder that holds files sitegen did not write; they stay.
  public var isForced = false

  /// Makes a request.
  public init(
    content: String, output: String, templates: String? = nil, configuration: String? = nil
  ) {
    self.content = content
    self.output = output
    self.templates = templates
    self.configuration = configuration
  }
}

/// When a build leaves a cache beside the site.
public enum CacheUse: Sendable {
  /// Never; one that is there is removed.
  case never
  /// Where there are so many notes that the next build is noticeably faster with it.
  case whereItPays
  /// Always.
  case always

  /// From this many notes on it pays.
  static let leastNotes = 500

  func isWorthwhile(for notes: Int) -> Bool {
    switch self {
    case .never: false
    case .whereItPays: notes >= Self.leastNotes
    case .always: true
    }
  }
}

/// What a build did.
public struct BuildReport: Sendable, Equatable {
  /// How many notes there are.
  public var noteCount: Int
  /// How many pictures and other files are published with them.
  public var assetCount: Int
  /// How many links lead to notes that are not written yet.
  public var wantedCount: Int
  /// How many drafts were left out.
  public var draftCount: Int
  /// How many files were written, because they are new or their bytes changed.
  public var writtenCount = 0
  /// How many files of the former site were removed.
  public var removedCount = 0
  /// True where the text of one note was all that had changed, and everything else was kept.
  public var keptTheRest = false
  /// Files that sitegen wrote and somebody changed since; they were replaced.
  public var replacedEdits: [String] = []
  /// Files that could not be kept in their place; they lie beside the site.
  public var strays: [String] = []
  /// The last day for which it is true where nothing changes; nil for any.
  public var holdsThrough: CalendarDate?
  /// What authors can mend, in the order of the places.
  public var findings: [Finding]
}

/// Why there is no site.
public enum BuildError: Error, Sendable {
  /// A file or folder cannot be read or written.
  case files(String)
  /// The configuration is wrong; each problem with its place.
  case configuration(path: String, [ConfigurationProblem])
  /// The theme cannot be used.
  case theme(String)
}
