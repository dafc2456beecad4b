/// Findings of one rule about one target: five links to one note that is not written are one thing to
/// do.
public struct FindingGroup: Sendable, Equatable {
  /// The findings, in the order of their places; never empty.
  public let findings: [Finding]

  /// The first one, which stands for the rest.
  public let first: Finding

  /// Groups findings, which are in the order of their places; so are the groups.
  public static func grouping(_ findings: [Finding]) -> [FindingGroup] {
    struct Key: Hashable {
      let rule: String
      let target: String
    }
    var order: [[Finding]] = []
    var known: [Key: Int] = [:]
    for finding in findings {
      guard let target = finding.target else {
        order.append([finding])
        continue
      }
      let key = Key(rule: finding.rule.id, target: target)
      if let index = known[key] {
        order[index].append(finding)
      } else {
        known[key] = order.count
        order.append([finding])
      }
    }
    return order.compactMap { findings in
      findings.first.map { FindingGroup(findings: findings, first: $0) }
    }
  }

  /// What there is to say about the group beside its first finding.
  ///
  /// `wanted by 5 labels: 'AWS IAM', 'AWS Organizations' and 3 more`; nil for a group of one.
  public var summary: String? {
    guard findings.count > 1 else { return nil }
    if first.rule == .imageAltEmpty {
      let lines = Self.list(findings.map { "\($0.place.line)" }, most: 12)
      return "\(findings.count) pictures of this note have none: lines \(lines)"
    }
    var labels: [String] = []
    for label in findings.compactMap(\.label) where !labels.contains(label) { labels.append(label) }
    let verb = first.rule == .topicWanted ? "wanted by" : "the same for"
    guard labels.count > 1 else { return "\(verb) \(findings.count) places" }
    return "\(verb) \(labels.count) labels: \(Self.list(labels.map { "'\($0)'" }, most: 5))"
  }

  /// The first of many, and how many more there are.
  private static func list(_ items: [String], most: Int) -> String {
    let rest = items.count > most ? " and \(items.count - most) more" : ""
    return items.prefix(most).joined(separator: ", ") + rest
  }
}
