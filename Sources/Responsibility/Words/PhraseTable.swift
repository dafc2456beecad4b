/// Phrases and what they stand for; the longest at a place wins.
struct PhraseTable<Value: Sendable>: Sendable {
  /// A phrase that was found.
  struct Match: Sendable {
    /// The words that it takes.
    let words: Range<Int>
    let value: Value
  }

  private var phrases: [String: [(words: [String], value: Value)]] = [:]

  /// All phrases in words, in no order.
  var all: [[String]] { phrases.values.flatMap { $0.map(\.words) } }

  /// The phrases that stand for certain values, in words, in no order.
  func phrases(where isWanted: (Value) -> Bool) -> [[String]] {
    phrases.values.flatMap { list in list.filter { isWanted($0.value) }.map(\.words) }
  }

  /// Adds a phrase; where it is there already, the first meaning stays.
  mutating func add(_ phrase: String, _ value: Value) {
    let words = Words(phrase).folded
    guard let first = words.first else { return }
    var list = phrases[first] ?? []
    guard !list.contains(where: { $0.words == words }) else { return }
    let place = list.firstIndex { $0.words.count < words.count } ?? list.count
    list.insert((words, value), at: place)
    phrases[first] = list
  }

  /// The phrase that begins at a word; the longest.
  func match(_ words: [String], at start: Int, before end: Int? = nil) -> Match? {
    let end = end ?? words.count
    guard start < end, let list = phrases[words[start]] else { return nil }
    for (phrase, value) in list where start + phrase.count <= end {
      if words[start..<(start + phrase.count)].elementsEqual(phrase) {
        return Match(words: start..<(start + phrase.count), value: value)
      }
    }
    return nil
  }

  /// All phrases from left to right that do not overlap.
  func matches(_ words: [String], in range: Range<Int>? = nil) -> [Match] {
    let range = range ?? words.indices
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(words, at: index, before: range.upperBound) {
        found.append(match)
        index = match.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The meaning of a phrase that is all there is.
  func whole(_ words: [String]) -> Value? {
    guard let match = match(words, at: 0), match.words.count == words.count else { return nil }
    return match.value
  }
}
