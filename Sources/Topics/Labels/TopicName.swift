/// What a label names: the label after each step that makes spellings alike.
struct TopicName: Sendable, Equatable {
  /// The words, folded.
  var folded: [String]
  /// Without an acronym that repeats what the other words say.
  var plain: [String]
  /// Without the vendor in front.
  var bare: [String]
  /// After aliases: what tells the topic from others of its vendor.
  var key: [String]
  /// Who makes it, where that is said or known.
  var vendor: Vendor?
  /// True where the name is that of a known service, and distinctive without its vendor.
  var isKnown = false

  /// The words without those that say nothing, each singular, short forms written out.
  ///
  /// What is compared to find a topic's words in a heading.
  var content: [String] = []
  /// The vendors that occur anywhere in it.
  var vendors: Set<Vendor> = []
}

extension TopicName {
  /// Words that say nothing about a topic.
  static let connectives: Set<String> = [
    "a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "within", "using", "via", "by",
    "vs", "versus", "or",
  ]

  /// True where a heading can be about this topic's vendor.
  func agrees(with heading: TopicName) -> Bool {
    guard let vendor, !heading.vendors.isEmpty else { return true }
    return heading.vendors.contains(vendor)
  }
}
