/// Why two labels are taken for one topic.
public enum MergeReason: String, Sendable, CaseIterable {
  /// They differ in capitals only.
  case letterCase = "case"
  /// They differ in accents, punctuation or spaces.
  case spelling
  /// One has a short form in brackets that repeats the rest.
  case acronym
  /// They differ in the name of the vendor in front.
  case vendorPrefix = "vendor prefix"
  /// One is another name of the other, built in or configured.
  case alias
  /// One is the plural of the other.
  case plural
}
