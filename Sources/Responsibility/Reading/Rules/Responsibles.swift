/// "X is responsible for Y" within a text: who, for what, and whether the sentence denies it.
struct Responsibles {
  let parties: [String]
  /// The words that say what for.
  let object: Range<Int>
  let isNegated: Bool
  /// True for "everything except …".
  let isEverything: Bool

  /// All of them, from left to right.
  static func find(
    in words: [String], from start: Int = 0, _ names: Names, stops: Set<Int> = []
  ) -> [Responsibles] {
    var found: [(parties: [String], subject: Int, object: Int, isNegated: Bool)] = []
    for index in words.indices.dropLast() where index > start {
      guard words[index] == "responsible", words[index + 1] == "for" else { continue }
      guard let subject = subject(before: index, in: words, from: start, names, stops) else {
        continue
      }
      found.append((subject.parties, subject.start, index + 2, subject.isNegated))
    }
    return found.enumerated().compactMap { place, each in
      var end = place + 1 < found.count ? found[place + 1].subject : words.count
      if let stop = stops.filter({ $0 > each.object && $0 < end }).min() { end = stop }
      while end > each.object, ["and", "while", "whereas", "but"].contains(words[end - 1]) {
        end -= 1
      }
      guard end > each.object, !pronouns.contains(words[each.object]) || end > each.object + 1
      else {
        return nil
      }
      let isEverything =
        ["everything", "all"].contains(words[each.object])
        && (end == each.object + 1
          || ["except", "else", "but", "other"].contains(words[each.object + 1]))
      return Responsibles(
        parties: each.parties, object: each.object..<end, isNegated: each.isNegated,
        isEverything: isEverything)
    }
  }

  private static let pronouns: Set<String> = [
    "this", "that", "it", "them", "these", "those", "what",
  ]
  private static let conditionals: Set<String> = [
    "if", "whether", "who", "which", "what", "why", "unless", "suppose", "whoever",
  ]

  /// The parties before "is responsible", which nothing but adverbs parts from it.
  private static func subject(
    before place: Int, in words: [String], from start: Int, _ names: Names, _ stops: Set<Int>
  ) -> (parties: [String], start: Int, isNegated: Bool)? {
    var index = place - 1
    var isNegated = false
    var hasVerb = false
    while index >= start {
      if Vocabulary.negations.contains(words[index]) || words[index] == "longer" {
        isNegated = true
      } else if verbs.contains(words[index]) {
        hasVerb = true
      } else if !adverbs.contains(words[index]), words[index] != "no" {
        break
      }
      index -= 1
    }
    guard hasVerb, index >= start else { return nil }
    var parties: [String] = []
    var first = index + 1
    search: while index >= start, !stops.contains(index + 1) || first == index + 1 {
      for length in [4, 3, 2, 1] where index - length + 1 >= start {
        let begin = index - length + 1
        if let match = names.party(words, at: begin, before: index + 1),
          match.words.count == length
        {
          parties.insert(names.resolved(match.value), at: 0)
          first = begin
          index = begin - 1
          continue search
        }
      }
      if !parties.isEmpty,
        ["the", "and", "both", "a", "their", "as", "cloud"].contains(words[index])
      {
        if words[index] == "the" { first = index }
        index -= 1
        continue
      }
      break
    }
    guard !parties.isEmpty else { return nil }
    // Between a condition and its verb nobody is given anything.
    let lead = max(start, first - 3)
    if words[lead..<first].contains(where: conditionals.contains) { return nil }
    return (parties, first, isNegated)
  }

  private static let verbs: Set<String> = [
    "is", "are", "remain", "remains", "stay", "stays", "re", "be", "becomes", "become", "am",
    "remaining",
  ]
  private static let adverbs: Set<String> = [
    "solely", "fully", "always", "still", "also", "then", "primarily", "only", "jointly", "both",
    "entirely", "alone", "therefore", "ultimately", "will", "each", "all", "now", "partly",
    "themselves",
  ]

  /// States what was found.
  func state(
    at text: TextBlock, rule: String, places: [Catalog.Place] = [], condition: String? = nil,
    _ reader: inout NoteReader
  ) {
    let object = text.text(of: self.object)
    let coordinates = reader.coordinates(text.words.folded, places: places)
    for party in parties {
      reader.state(
        isEverything ? "everything else" : object, by: party, duty: object, at: text, rule: rule,
        precedence: .sentence, coordinates: coordinates, condition: condition)
    }
  }
}
