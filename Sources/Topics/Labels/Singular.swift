/// One of what a plural means, as far as that is safe.
///
/// A label is only ever merged into one that occurs, so that a form which is no word does no harm.
enum Singular {
  /// Words that end in s and are not plurals, or mean something else.
  private static let unchanged: Set<String> = [
    "windows", "kubernetes", "analytics", "news", "series", "species", "always", "ethics",
    "physics",
    "mathematics", "economics", "graphics", "logistics", "status", "access", "process",
  ]

  /// The singular of an English word in lower case; the word itself where it is none or not plain.
  static func of(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count >= 4, bytes.last == UInt8(ascii: "s"), bytes.allSatisfy({ $0 < 0x80 }) else {
      return word
    }
    if word == "apis" { return "api" }
    if unchanged.contains(word) { return word }
    for ending in ["ss", "us", "is", "as", "os"] where word.hasSuffix(ending) { return word }
    if word.hasSuffix("ies"), bytes.count >= 5 { return word.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// The words with the last of them made singular.
  static func of(_ words: [String]) -> [String] {
    guard let last = words.last else { return words }
    return words.dropLast() + [of(last)]
  }
}
