internal import Files

/// All topics that labels name, and which labels are taken for the same.
struct TopicCatalog {
  /// A topic and its labels.
  struct Topic: Equatable {
    /// Its key with hyphens; its vendor and a colon in front where others have a topic of that name.
    var id: String
    /// Its most frequent label.
    var title: String
    /// Its labels as written, in the order of their first use.
    var labels: [String]
    var name: TopicName
  }

  /// A label that is taken for a topic with another title.
  struct Merge: Equatable {
    var label: String
    var topic: Int
    var reason: MergeReason
  }

  /// By id.
  private(set) var topics: [Topic] = []
  private(set) var topicOfLabel: [String: Int] = [:]
  /// What each label names.
  private(set) var nameOfLabel: [String: TopicName] = [:]
  /// By topic, then in the order of the labels' first use.
  private(set) var merges: [Merge] = []

  /// Groups labels; one that is used several times is given as often.
  init(_ used: [String], _ reader: LabelReader) {
    var counts: [String: Int] = [:]
    var labels: [String] = []
    for label in used {
      counts[label, default: 0] += 1
      if counts[label] == 1 { labels.append(label) }
    }
    let names = labels.map(reader.name)
    let ids = Self.ids(names)
    var members: [String: [Int]] = [:]
    for (label, id) in ids.enumerated() { members[id, default: []].append(label) }
    for id in members.keys.sorted(by: { $0.precedesInBytes($1) }) {
      let own = members[id] ?? []
      guard var title = own.first else { continue }
      for label in own where counts[labels[label], default: 0] > counts[labels[title], default: 0] {
        title = label
      }
      for label in own {
        topicOfLabel[labels[label]] = topics.count
        nameOfLabel[labels[label]] = names[label]
        guard label != title else { continue }
        let reason = Self.reason(labels[label], names[label], labels[title], names[title])
        merges.append(Merge(label: labels[label], topic: topics.count, reason: reason))
      }
      topics.append(
        Topic(id: id, title: labels[title], labels: own.map { labels[$0] }, name: names[title]))
    }
  }

  /// The id of each name's topic.
  ///
  /// Names with the same key are one topic unless two vendors have it. A name without a vendor joins
  /// that of one only where it is distinctive: "CloudTrail" means Amazon's, but "Config" may mean any.
  private static func ids(_ names: [TopicName]) -> [String] {
    let written = Set(names.map(\.key))
    let keys = names.map { name in
      let singular = Singular.of(name.key)
      return written.contains(singular) ? singular : name.key
    }
    var vendors: [[String]: Set<Vendor>] = [:]
    var hasCommon: Set<[String]> = []
    for (name, key) in zip(names, keys) {
      if let vendor = name.vendor { vendors[key, default: []].insert(vendor) }
      if name.vendor == nil, !name.isKnown { hasCommon.insert(key) }
    }
    return zip(names, keys).map { name, key in
      let isOne = (vendors[key]?.count ?? 0) <= 1 && !hasCommon.contains(key)
      // A colon is in no key, so that an id with a vendor is never that of another key.
      let prefix = isOne ? "" : name.vendor.map { "\($0.rawValue):" } ?? ""
      return prefix + key.joined(separator: "-")
    }
  }

  /// The first step after which two names are the same.
  private static func reason(
    _ label: String, _ name: TopicName, _ otherLabel: String, _ other: TopicName
  ) -> MergeReason {
    if name.folded == other.folded {
      return label.lowercased() == otherLabel.lowercased() ? .letterCase : .spelling
    }
    if name.plain == other.plain { return .acronym }
    if name.bare == other.bare { return .vendorPrefix }
    return name.key == other.key ? .alias : .plural
  }
}
