/// Findings that were accepted at some time: what counts from then on is what is new.
///
/// A finding is known again by its rule, its file and its sentence, not by its line, so that text above
/// it may come and go. The file has one line for each, sorted, and reads well in a change.
public struct Baseline: Sendable, Equatable {
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    let rule: String
    let path: String
    let message: String

    init(rule: String, path: String, message: String) {
      self.rule = rule
      self.path = path
      self.message = message
    }

    init(_ finding: Finding) {
      self.init(
        rule: finding.rule.id, path: Baseline.line(finding.place.path),
        message: Baseline.line(finding.message))
    }
  }

  /// A baseline that accepts these findings.
  public init(accepting findings: [Finding]) {
    for finding in findings { counts[Key(finding), default: 0] += 1 }
  }

  /// Reads a baseline; throws `Problem` where a line is none of it.
  public init(reading bytes: [UInt8]) throws(Problem) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == Self.header[...] else { throw Problem(line: 1) }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty && line.first != "#" {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let count = Int(fields[0]), count > 0 else {
        throw Problem(line: index + 1)
      }
      counts[Key(rule: fields[1], path: fields[2], message: fields[3]), default: 0] += count
    }
  }

  /// A file that is no baseline.
  public struct Problem: Error, Sendable, Equatable {
    /// The first line that cannot be read, from 1.
    public let line: Int
  }

  /// What a comparison gives.
  public struct Comparison: Sendable, Equatable {
    /// The findings that the baseline does not know.
    public var new: [Finding] = []
    /// How many it does.
    public var acceptedCount = 0
    /// How many findings of the baseline are no longer there.
    public var goneCount = 0
  }

  /// Takes the findings that are accepted out; of several that are alike, the first ones.
  public func comparing(_ findings: [Finding]) -> Comparison {
    var rest = counts
    var comparison = Comparison()
    for finding in findings {
      if let count = rest[Key(finding)], count > 0 {
        rest[Key(finding)] = count - 1
        comparison.acceptedCount += 1
      } else {
        comparison.new.append(finding)
      }
    }
    comparison.goneCount = rest.values.reduce(0, +)
    return comparison
  }

  /// How many findings it accepts.
  public var count: Int { counts.values.reduce(0, +) }

  /// The file: a header, then number, rule, path and sentence of each finding, between tabs.
  public var bytes: [UInt8] {
    var text =
      "\(Self.header)\n# Findings that are accepted; sitegen check --update-baseline writes them.\n"
    let lines = counts.map { key, count in
      (order: "\(key.path)\t\(key.rule)\t\(key.message)", key: key, count: count)
    }
    for (_, key, count) in lines.sorted(by: {
      $0.order.utf8.lexicographicallyPrecedes($1.order.utf8)
    }) {
      text += "\(count)\t\(key.rule)\t\(key.path)\t\(key.message)\n"
    }
    return Array(text.utf8)
  }

  private static let header = "sitegen-baseline 1"

  /// Text without what ends a field or a line.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
