internal import Bytes

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
  }

  /// A label that is taken for a topic with another title.
  struct Merge: Equatable {
    var label: String
    var topic: Int
    var reason: MergeReason
  }

  /// By id.
  private(set) var topics: [Topic] = []
  /// For each label, the index of its topic.
  private(set) var topicOfLabel: [Int]
  /// For each label, what it names.
  let names: [TopicName]
  /// By topic, then in the order of the labels' first use.
  private(set) var merges: [Merge] = []

  /// Groups labels, each given once, with how often it is used.
  init(labels: [String], counts: [Int], _ reader: LabelReader) {
    names = labels.map(reader.name)
    topicOfLabel = [Int](repeating: 0, count: labels.count)
    let ids = Self.ids(names)
    var groups: [String: Int] = [:]
    var members: [[Int]] = []
    for (label, id) in ids.enumerated() {
      if let group = groups[id] {
        members[group].append(label)
      } else {
        groups[id] = members.count
        members.append([label])
      }
    }
    let order = members.indices.sorted { ids[members[$0][0]].precedesInBytes(ids[members[$1][0]]) }
    topics.reserveCapacity(order.count)
    for group in order {
      let own = members[group]
      let title = own.dropFirst().reduce(own[0]) { counts[$1] > counts[$0] ? $1 : $0 }
      for label in own {
        topicOfLabel[label] = topics.count
        guard label != title else { continue }
        let reason = Self.reason(labels[label], names[label], labels[title], names[title])
        merges.append(Merge(label: labels[label], topic: topics.count, reason: reason))
      }
      topics.append(
        Topic(id: ids[own[0]], title: labels[title], labels: own.map { labels[$0] }))
    }
  }

  /// The id of each name's topic.
  ///
  /// Names with the same key are one topic unless two vendors have it. A name without a vendor joins
  /// that of one only where it is distinctive: "CloudTrail" means Amazon's, but "Config" may mean any.
  private static func ids(_ names: [TopicName]) -> [String] {
    let keys = singularKeys(names)
    var vendors: [String: Set<Vendor>] = [:]
    var hasCommon: Set<String> = []
    for (name, key) in zip(names, keys) where name.vendor != nil {
      if let vendor = name.vendor { vendors[key, default: []].insert(vendor) }
    }
    for (name, key) in zip(names, keys) where name.vendor == nil && !name.isKnown {
      if vendors[key] != nil { hasCommon.insert(key) }
    }
    return zip(names, keys).map { name, key in
      guard let vendor = name.vendor,
        (vendors[key]?.count ?? 0) > 1 || hasCommon.contains(key)
      else { return key }
      // A colon is in no key, so that an id with a vendor is never that of another key.
      return "\(vendor.rawValue):\(key)"
    }
  }

  /// Each name's key with hyphens, in the singular where that occurs among the names.
  private static func singularKeys(_ names: [TopicName]) -> [String] {
    let keys = names.map { $0.key.joined(separator: "-") }
    let plurals = names.indices.filter { names[$0].key.last?.utf8.last == UInt8(ascii: "s") }
    guard !plurals.isEmpty else { return keys }
    let written = Set(keys)
    var singular = keys
    for index in plurals {
      let key = Singular.of(names[index].key).joined(separator: "-")
      if written.contains(key) { singular[index] = key }
    }
    return singular
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
