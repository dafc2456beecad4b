extension Configuration {
  /// The keys of `sitegen.yml`.
  static let schema = YAMLSchema<Configuration>([
    .init("title") { $1.title = $0.text(&$2) },
    .init("description") { $1.description = $0.text(&$2) },
    .init("language") { $1.language = $0.language(&$2) ?? $1.language },
    .init("site-url") { $1.siteURL = $0.siteURL(&$2) },
    .init("home") { $1.home = $0.contentPath(&$2) },
    .init("next-steps") { $0.nested(nextSteps, into: &$1, &$2) },
    .init("aliases") { $1.aliases = $0.topicAliases(&$2) },
    .init("rules") { $1.rules = $0.levels(&$2) },
    .init("ignore") { $1.ignore = $0.globs(&$2) },
    .init("contact") { $1.contact = $0.contact(&$2) },
    .init("last-changed") { $1.readsChangesFromGit = $0.isGit(&$2) },
    .init("markdown-copies") { $1.copiesNotes = $0.boolean(&$2) ?? true },
  ])

  /// The keys below `next-steps`.
  private static let nextSteps = YAMLSchema<Configuration>([
    .init("headings") { $1.nextStepHeadings = $0.texts(&$2)?.map(\.text) }
  ])
}

extension YAMLValue.Pair {
  /// Decodes a mapping below this key with a table of its own; unknown keys are problems.
  fileprivate func nested<Target>(
    _ schema: YAMLSchema<Target>, into target: inout Target, _ problems: inout [YAMLProblem]
  ) {
    guard let pairs = mapping(&problems) else { return }
    for pair in schema.decode(pairs, into: &target, &problems) {
      problems.append(schema.unknownKey(pair))
    }
  }

  fileprivate func siteURL(_ problems: inout [YAMLProblem]) -> String? {
    if let text = value.text, let address = SiteAddress.normalised(text) { return address }
    problems.append(
      wrongType("an http or https address", help: "write it as https://example.org/notes/"))
    return nil
  }

  /// An address of mail, or a page; mail is given with or without `mailto:`.
  fileprivate func contact(_ problems: inout [YAMLProblem]) -> String? {
    if let text = value.text, !text.utf8.contains(where: { $0 <= 0x20 }) {
      if text.hasPrefix("https://") || text.hasPrefix("mailto:") { return text }
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) { return "mailto:\(text)" }
    }
    problems.append(
      wrongType("an address of mail or a page", help: "write it as notes@example.org"))
    return nil
  }

  fileprivate func isGit(_ problems: inout [YAMLProblem]) -> Bool {
    switch value.text {
    case "git": return true
    case "off": return false
    default:
      problems.append(wrongType("git or off"))
      return false
    }
  }

  fileprivate func contentPath(_ problems: inout [YAMLProblem]) -> String? {
    guard let path = text(&problems) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      problems.append(
        wrongType(
          "a path in the folder of notes", help: "write it from that folder on: guide/start.md"))
      return nil
    }
    return path
  }

  fileprivate func topicAliases(
    _ problems: inout [YAMLProblem]
  ) -> [Configuration.TopicAlias] {
    var aliases: [Configuration.TopicAlias] = []
    for pair in mapping(&problems) ?? [] {
      guard let topic = pair.text(&problems) else { continue }
      aliases.append(
        Configuration.TopicAlias(label: pair.key.onOneLine, topic: topic, line: pair.line))
    }
    return aliases
  }

  fileprivate func levels(_ problems: inout [YAMLProblem]) -> [String: Configuration.Level] {
    var levels: [String: Configuration.Level] = [:]
    for pair in mapping(&problems) ?? [] {
      if let text = pair.value.text, let level = Configuration.Level(rawValue: text) {
        levels[pair.key] = level
      } else {
        problems.append(pair.wrongType("error, warning, info or off"))
      }
    }
    return levels
  }

  fileprivate func globs(_ problems: inout [YAMLProblem]) -> [Glob] {
    var globs: [Glob] = []
    for (text, item) in texts(&problems) ?? [] {
      if let glob = Glob(text) {
        globs.append(glob)
      } else {
        problems.append(
          YAMLProblem(
            at: item, "\(text.quoted) is no pattern for paths in the folder of notes",
            help: "write it from that folder on: drafts/**/*.md"))
      }
    }
    return globs
  }
}
