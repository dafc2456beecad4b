extension FrontMatter {
  /// A note's front matter, what is wrong with it, and where the note's Markdown begins.
  public struct Reading: Hashable, Sendable {
    /// What could be read; all of it at its defaults where there is no front matter.
    public var frontMatter: FrontMatter
    /// What is wrong, in the order of the lines.
    public var problems: [FrontMatterProblem]
    /// The first byte of the Markdown, behind a byte order mark.
    public var bodyStart: Int
    /// The number of the line that the Markdown begins with, from 1.
    public var bodyLine: Int
  }

  /// Reads the front matter of a note.
  public static func read(_ note: [UInt8]) -> Reading {
    note.withUnsafeBufferPointer { read($0) }
  }

  /// Reads the front matter of a note.
  ///
  /// Only a mapping between the markers is front matter. A block that cannot be read counts as one
  /// when it looks like a mapping, and is then left out of the Markdown with one problem; prose
  /// between two thematic breaks stays Markdown.
  public static func read(_ note: UnsafeBufferPointer<UInt8>) -> Reading {
    let markdown = Reading(
      frontMatter: FrontMatter(), problems: [], bodyStart: textStart(note), bodyLine: 1)
    guard let split = split(note) else { return markdown }
    var reading = markdown
    reading.bodyStart = split.bodyStart
    reading.bodyLine = split.bodyLine
    let yaml = UnsafeBufferPointer(rebasing: note[split.yaml])
    do throws(YAMLProblem) {
      guard let pairs = try SafeYAML.read(yaml, firstLine: 2)?.pairs else { return markdown }
      reading.decode(pairs)
      return reading
    } catch {
      guard looksLikeMapping(yaml) else { return markdown }
      reading.problems = [FrontMatterProblem(rule: invalid, error)]
      return reading
    }
  }

  /// True where the first line that says something is `key:` or `{`, or where a line begins with a
  /// key that front matter has.
  private static func looksLikeMapping(_ yaml: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFirst = true
    let start = yaml.prefix(SafeYAML.maximumSize)
    for line in start.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      if first == UInt8(ascii: "#") { continue }
      let key = line.prefix(64).prefix { $0 != UInt8(ascii: ":") }
      let behind = line.dropFirst(key.count)
      if behind.first == UInt8(ascii: ":"), [nil, 0x20, 0x09].contains(behind.dropFirst().first) {
        if isFirst, key.allSatisfy({ isWord($0) }) { return true }
        let word = String(decoding: key, as: UTF8.self)
        if schema.fields.contains(where: { $0.key == word }) || foreignKeys.contains(word) {
          return true
        }
      }
      if isFirst, first == UInt8(ascii: "{") { return true }
      isFirst = false
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  fileprivate static let invalid = "frontmatter-invalid"
  fileprivate static let unknownKey = "frontmatter-unknown-key"
}

extension FrontMatter.Reading {
  fileprivate mutating func decode(_ pairs: [YAMLValue.Pair]) {
    var found: [YAMLProblem] = []
    let unknown = FrontMatter.schema.decode(pairs, into: &frontMatter, &found)
    problems = found.map { FrontMatterProblem(rule: FrontMatter.invalid, $0) }
    for pair in unknown where !FrontMatter.foreignKeys.contains(pair.key.lowercased()) {
      problems.append(
        FrontMatterProblem(rule: FrontMatter.unknownKey, FrontMatter.schema.unknownKey(pair)))
    }
    problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
