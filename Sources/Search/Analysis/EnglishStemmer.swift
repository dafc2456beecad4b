/// Stems English words: the Snowball English algorithm as of Snowball 3, also known as Porter2.
///
/// Source: <https://snowballstem.org/algorithms/english/stemmer.html>. A word is lower-case ASCII,
/// apostrophes included; other words come back as they are.
package struct EnglishStemmer {
  /// The word while it is being stemmed; `Y` is a y that is no vowel.
  private var word: [UInt8] = []
  /// Its last eight letters, the last one in the lowest byte; 0 stands for those that it does not have.
  private var tail: UInt64 = 0
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
    readTail()
    if text.count <= 6, let known = Self.irregular.first(where: { $0.word.bits == tail }) {
      return known.stem
    }
    markConsonants()
    readTail()
    findRegions()
    removePlural()
    removePast()
    if word.count > 2, isY(word[word.count - 1]), !Self.isVowel(word[word.count - 2]) {
      replace(from: word.count - 1, with: "i")
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

  private mutating func readTail() { tail = tail(before: word.count) }

  /// What `tail` would be of the first `end` letters.
  private func tail(before end: Int) -> UInt64 {
    precondition(end <= word.count)
    return word.withUnsafeBytes { word in
      if end >= 8 {
        return word.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self).bigEndian
      }
      var tail: UInt64 = 0
      for letter in word[..<end] { tail = tail << 8 | UInt64(letter) }
      return tail
    }
  }

  private func ends(with ending: Letters) -> Bool { ending.areLast(of: tail) }

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
      removeLast(3)
    } else if ends(with: "'s") {
      removeLast(2)
    } else if ends(with: "'") {
      removeLast(1)
    }
    if ends(with: "sses") {
      removeLast(2)
    } else if ends(with: "ied") || ends(with: "ies") {
      removeLast(word.count > 4 ? 2 : 1)
    } else if ends(with: "s"), !ends(with: "us"), !ends(with: "ss"), word.count > 2,
      hasVowel(before: word.count - 2)
    {
      removeLast(1)
    }
  }

  private static let pastEndings: [Letters] = ["ingly", "eedly", "edly", "eed", "ing", "ed"]
  private static let keptBeforeEED: [Letters] = ["proc", "exc", "succ"]
  private static let keptBeforeING: [Letters] = ["inn", "out", "cann", "herr", "earr", "even"]

  private mutating func removePast() {
    guard let ending = Self.pastEndings.first(where: ends) else { return }
    let rest = word.count - ending.count
    let isEED = ends(with: "eed") || ends(with: "eedly")
    if isEED {
      if rest >= r1, !Self.keptBeforeEED.contains(where: { isWhole($0, before: rest) }) {
        replace(from: rest, with: "ee")
      }
      return
    }
    if ends(with: "ing") {
      if rest == 2, isY(word[1]), !Self.isVowel(word[0]), word[1] == UInt8(ascii: "y") {
        replace(from: 1, with: "ie")
        return
      }
      if Self.keptBeforeING.contains(where: { isWhole($0, before: rest) }) { return }
    }
    guard hasVowel(before: rest) else { return }
    removeLast(word.count - rest)
    mendPast()
  }

  private mutating func mendPast() {
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
      replace(from: word.count, with: "e")
    } else if endsDouble {
      let first = word[0]
      let isShort =
        word.count == 3
        && (first == UInt8(ascii: "a") || first == UInt8(ascii: "e") || first == UInt8(ascii: "o"))
      if !isShort { removeLast(1) }
    } else if word.count == r1, endsShort(word.count) {
      replace(from: word.count, with: "e")
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

  /// Endings with what stands in their place, those with the same last letter together; of these the longest first.
  private struct Endings {
    private let byLastLetter: [[(ending: Letters, replacement: StaticString)]]

    init(_ all: [(ending: Letters, replacement: StaticString)]) {
      byLastLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
        all.filter { UInt8(truncatingIfNeeded: $0.ending.bits) == letter }
      }
    }

    /// The first one that a word with this tail has.
    func first(for tail: UInt64) -> (ending: Letters, replacement: StaticString)? {
      let letter = Int(tail & 0xFF) - Int(UInt8(ascii: "a"))
      guard byLastLetter.indices.contains(letter) else { return nil }
      return byLastLetter[letter].first { $0.ending.areLast(of: tail) }
    }
  }

  private static let step2 = Endings([
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
    ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"),
    ("fulli", "ful"), ("ogist", "og"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
    ("entli", "ent"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ("ogi", "og"), ("li", ""),
  ])
  private static let step3 = Endings([
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ])
  private static let step4 = Endings(
    [
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
      "ive", "ize", "ion", "al", "er", "ic",
    ].map { ($0, "") })

  private mutating func replaceDerivation() {
    guard let (ending, replacement) = Self.step2.first(for: tail) else { return }
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
    guard let (ending, replacement) = Self.step3.first(for: tail) else { return }
    let rest = word.count - ending.count
    guard rest >= r1 else { return }
    if ends(with: "ative"), rest < r2 { return }
    replace(from: rest, with: replacement)
  }

  private mutating func removeSuffix() {
    guard let (ending, _) = Self.step4.first(for: tail) else { return }
    let rest = word.count - ending.count
    guard rest >= r2 else { return }
    if ends(with: "ion") {
      guard rest > 0, word[rest - 1] == UInt8(ascii: "s") || word[rest - 1] == UInt8(ascii: "t")
      else { return }
    }
    removeLast(word.count - rest)
  }

  private mutating func removeFinal() {
    let rest = word.count - 1
    if word.last == UInt8(ascii: "e") {
      if rest >= r2 || (rest >= r1 && !endsShort(rest)) { removeLast(1) }
    } else if ends(with: "ll"), rest >= r2 {
      removeLast(1)
    }
  }

  // MARK: - Changing the word

  private mutating func removeLast(_ count: Int) {
    word.removeLast(count)
    readTail()
  }

  private mutating func replace(from start: Int, with replacement: StaticString) {
    word.removeLast(word.count - start)
    replacement.withUTF8Buffer { word.append(contentsOf: $0) }
    readTail()
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
