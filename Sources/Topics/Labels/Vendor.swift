/// Who makes a service; names of different vendors never mean the same.
enum Vendor: String, Sendable, CaseIterable {
  case aws
  case azure
  case google

  /// What labels begin with, in words; longer ones first.
  private static let prefixes: [(words: [String], vendor: Vendor)] = [
    (["google", "cloud", "platform"], .google), (["amazon", "web", "services"], .aws),
    (["google", "cloud"], .google), (["microsoft", "azure"], .azure),
    (["amazon"], .aws), (["aws"], .aws), (["azure"], .azure), (["microsoft"], .azure),
    (["google"], .google), (["gcp"], .google),
  ]

  /// The vendor that the words begin with, and the words after it; nil where nothing would be left.
  static func leading(_ words: [String]) -> (vendor: Vendor, rest: [String])? {
    guard let first = words.first, named(first) != nil else { return nil }
    for prefix in prefixes where words.starts(with: prefix.words) {
      guard words.count > prefix.words.count else { return nil }
      return (prefix.vendor, Array(words.dropFirst(prefix.words.count)))
    }
    return nil
  }

  /// Words that name a vendor.
  static let words = ["amazon", "aws", "azure", "gcp", "google", "microsoft"]

  /// The vendor that a single word names.
  static func named(_ word: String) -> Vendor? {
    switch word.utf8.first {
    case UInt8(ascii: "a"), UInt8(ascii: "g"), UInt8(ascii: "m"): break
    default: return nil
    }
    return switch word {
    case "aws", "amazon": .aws
    case "azure", "microsoft": .azure
    case "google", "gcp": .google
    default: nil
    }
  }
}
