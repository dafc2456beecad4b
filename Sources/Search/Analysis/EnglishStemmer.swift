/// Stems English words: the Snowball English algorithm as of Snowball 3, also known as Porter2.
///
/// Source: <https://snowballstem.org/algorithms/english/stemmer.html>. A word is lower-case ASCII,
/// apostrophes included; other words come back as they are.
package struct EnglishStemmer {
  /// The word while it is being stemmed; `Y` is a y that is no vowel.
  private var word: [UInt8] = []
  /// Where the two regions begin: behind the first vowel with a consonant after it, and again.
  private var r1 = 0
  private var r2 = 0

  /// Makes a stemmer; one serves many words.
  package init() {}

  /// The stem of a word.
  package mutating func stem(_ text: String) -> String {
    String(decoding: stem(Array(text.utf8)), as: UTF8.self)
  }

  /// The stem of a word, in UTF-8.
  package mutating func stem(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 2 else { return text }
    word = text
    if text.count <= 6 {
      let letters = tail(before: text.count)
      if let known = Self.irregular.first(where: { $0.word.bits == letters }) { return known.stem }
    }
    markConsonants()
    findRegions()
    removePlural()
    removePast()
    if word.count > 2, isY(word[word.count - 1]), !Self.isVowel(word[word.count - 2]) {
      word[word.count - 1] = UInt8(ascii: "i")
    }
    replaceDerivation()
    replaceSecondDerivation()
    removeSuffix()
    removeFinal()
    for index in word.indices where word[index] == UInt8(ascii: "Y") {
      word[index] = UInt8(ascii: "y")
    }
    return word
  }

  // MARK: - Words as a whole

  private static let irregular: [(word: Letters, stem: [UInt8])] = {
    let pairs: [(Letters, String)] = [
      ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
      ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"),
      ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"),
      ("andes", "andes"),
    ]
    return pairs.map { ($0, Array($1.utf8)) }
  }()

  /// True where the first `end` letters are these.
  private func isWhole(_ letters: Letters, before end: Int) -> Bool {
    end == letters.count && tail(before: end) == letters.bits
  }

  private mutating func markConsonants() {
    if word[0] == UInt8(ascii: "'") { word.removeFirst() }
    guard !word.isEmpty else { return }
    if word[0] == UInt8(ascii: "y") { word[0] = UInt8(ascii: "Y") }
    for index in word.indices.dropFirst()
    where word[index] == UInt8(ascii: "y") && Self.isVowel(word[index - 1]) {
      word[index] = UInt8(ascii: "Y")
    }
  }

  // MARK: - Regions

  private static let fixedStarts: [Letters] = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ]

  private mutating func findRegions() {
    let start = Self.fixedStarts.first {
      word.count >= $0.count && ends(with: $0, before: $0.count)
    }
    r1 = start?.count ?? region(from: 0)
    r2 = region(from: r1)
  }

  private func region(from start: Int) -> Int {
    var index = start
    while index + 1 < word.count {
      if Self.isVowel(word[index]), !Self.isVowel(word[index + 1]) { return index + 2 }
      index += 1
    }
    return word.count
  }

  // MARK: - Letters

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private func isY(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "y") || letter == UInt8(ascii: "Y")
  }

  /// A few letters, at most eight, that are compared in one step: the last one is the lowest byte.
  private struct Letters: ExpressibleByStringLiteral {
    let bits: UInt64
    let count: Int

    init(stringLiteral text: StaticString) {
      bits = text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
      count = text.utf8CodeUnitCount
    }

    /// True where letters, put together in the same way, end in these.
    func areLast(of tail: UInt64) -> Bool { (tail ^ bits) << UInt64(64 - 8 * count) == 0 }
  }

  /// The last eight of the first `end` letters; 0 stands for those that are not there.
  private func tail(before end: Int) -> UInt64 {
    word[max(0, end - 8)..<end].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func ends(with ending: Letters) -> Bool { ends(with: ending, before: word.count) }

  private func ends(with ending: Letters, before end: Int) -> Bool {
    ending.areLast(of: tail(before: end))
  }

  /// True where the first `end` letters end in a short syllable.
  private func endsShort(_ end: Int) -> Bool {
    if ends(with: "past", before: end) { return true }
    guard end >= 2, !Self.isVowel(word[end - 1]), Self.isVowel(word[end - 2]) else { return false }
    if end == 2 { return true }
    let last = word[end - 1]
    return !Self.isVowel(word[end - 3]) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
      && last != UInt8(ascii: "Y")
  }

  private func hasVowel(before end: Int) -> Bool {
    word[..<end].contains(where: Self.isVowel)
  }

  // MARK: - Plurals and past forms

  private mutating func removePlural() {
    if ends(with: "'s'") {
      word.removeLast(3)
    } else if ends(with: "'s") {
      word.removeLast(2)
    } else if ends(with: "'") {
      word.removeLast()
    }
    if ends(with: "sses") {
      word.removeLast(2)
    } else if ends(with: "ied") || ends(with: "ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if ends(with: "s"), !ends(with: "us"), !ends(with: "ss"), word.count > 2,
      hasVowel(before: word.count - 2)
    {
      word.removeLast()
    }
  }

  private static let pastEndings: [Letters] = ["ingly", "eedly", "edly", "eed", "ing", "ed"]
  private static let keptBeforeEED: [Letters] = ["proc", "exc", "succ"]
  private static let keptBeforeING: [Letters] = ["inn", "out", "cann", "herr", "earr", "even"]

  private mutating func removePast() {
    guard let ending = longest(of: Self.pastEndings) else { return }
    let rest = word.count - ending.count
    let isEED = ends(with: "eed") || ends(with: "eedly")
    if isEED {
      if rest >= r1, !Self.keptBeforeEED.contains(where: { isWhole($0, before: rest) }) {
        word.replaceSubrange(rest..., with: "ee".utf8)
      }
      return
    }
    if ends(with: "ing") {
      if rest == 2, isY(word[1]), !Self.isVowel(word[0]), word[1] == UInt8(ascii: "y") {
        word.replaceSubrange(1..., with: "ie".utf8)
        return
      }
      if Self.keptBeforeING.contains(where: { isWhole($0, before: rest) }) { return }
    }
    guard hasVowel(before: rest) else { return }
    word.removeLast(word.count - rest)
    mendPast()
  }

  private mutating func mendPast() {
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsDouble {
      let first = word[0]
      let isShort =
        word.count == 3
        && (first == UInt8(ascii: "a") || first == UInt8(ascii: "e") || first == UInt8(ascii: "o"))
      if !isShort { word.removeLast() }
    } else if word.count == r1, endsShort(word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  private var endsDouble: Bool {
    guard word.count >= 2, let last = word.last, word[word.count - 2] == last else { return false }
    switch last {
    case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"),
      UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "r"),
      UInt8(ascii: "t"):
      return true
    default: return false
    }
  }

  // MARK: - Derivations: the longest ending that fits is the one

  private typealias Endings = [(ending: Letters, replacement: StaticString)]

  private static let step2: Endings = [
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
    ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"),
    ("fulli", "ful"), ("ogist", "og"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
    ("entli", "ent"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ("ogi", "og"), ("li", ""),
  ]
  private static let step3: Endings = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]
  private static let step4: [Letters] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
  ]

  private mutating func replaceDerivation() {
    guard let (ending, replacement) = found(in: Self.step2) else { return }
    let rest = word.count - ending.count
    guard rest >= r1 else { return }
    if ending.count == 2 {
      guard rest > 0, Self.staysBeforeLi(word[rest - 1]) else { return }
    } else if ends(with: "ogi") {
      guard rest > 0, word[rest - 1] == UInt8(ascii: "l") else { return }
    }
    replace(from: rest, with: replacement)
  }

  private mutating func replaceSecondDerivation() {
    guard let (ending, replacement) = found(in: Self.step3) else { return }
    let rest = word.count - ending.count
    guard rest >= r1 else { return }
    if ends(with: "ative"), rest < r2 { return }
    replace(from: rest, with: replacement)
  }

  private mutating func removeSuffix() {
    guard let ending = longest(of: Self.step4) else { return }
    let rest = word.count - ending.count
    guard rest >= r2 else { return }
    if ends(with: "ion") {
      guard rest > 0, word[rest - 1] == UInt8(ascii: "s") || word[rest - 1] == UInt8(ascii: "t")
      else { return }
    }
    word.removeLast(word.count - rest)
  }

  private mutating func removeFinal() {
    let rest = word.count - 1
    if word.last == UInt8(ascii: "e") {
      if rest >= r2 || (rest >= r1 && !endsShort(rest)) { word.removeLast() }
    } else if ends(with: "ll"), rest >= r2 {
      word.removeLast()
    }
  }

  private func found(in endings: Endings) -> Endings.Element? {
    let tail = tail(before: word.count)
    return endings.first { $0.ending.areLast(of: tail) }
  }

  private func longest(of endings: [Letters]) -> Letters? {
    let tail = tail(before: word.count)
    return endings.first { $0.areLast(of: tail) }
  }

  private mutating func replace(from start: Int, with replacement: StaticString) {
    word.removeLast(word.count - start)
    replacement.withUTF8Buffer { word.append(contentsOf: $0) }
  }

  private static func staysBeforeLi(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"),
      UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      true
    default: false
    }
  }
}
