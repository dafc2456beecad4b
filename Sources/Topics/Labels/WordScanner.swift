/// A word of a label, folded.
struct LabelWord: Equatable {
  /// The word in lower case, without accents where its script is Latin.
  var text = ""
  /// True where all its letters are capitals, and there is one.
  var isCapitals = false
  /// True where a bracket, a dash, a comma or the like stands before it.
  var isSetOff = false
}

/// Splits a label into words that are the same for spellings that mean the same.
///
/// Case, accents of Latin letters, full-width forms, ligatures, apostrophes and the kind and number of
/// separators do not count. What tells names apart is kept: C, C++ and C#, .NET, the point in 1.2.
struct WordScanner {
  private var words: [LabelWord] = []
  private var word = LabelWord()
  private var hasSmall = false
  private var hasCapital = false
  private var isSetOff = false

  static func words(of text: String) -> [LabelWord] {
    plainWords(text) ?? scannedWords(text)
  }

  static func scannedWords(_ text: String) -> [LabelWord] {
    var scanner = WordScanner()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var before: Unicode.Scalar = " "
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      scanner.take(scalar, after: before, before: index < scalars.endIndex ? scalars[index] : " ")
      before = scalar
    }
    scanner.endWord()
    return scanner.words
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, after former: Unicode.Scalar, before next: Unicode.Scalar
  ) {
    switch scalar {
    case "a"..."z":
      hasSmall = true
      word.text.unicodeScalars.append(scalar)
    case "A"..."Z":
      hasCapital = true
      word.text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case "0"..."9":
      word.text.unicodeScalars.append(scalar)
    case " ", "\t", "\n", "\r", "_", "\u{A0}":
      endWord()
    case "'", "\u{2019}", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{FEFF}":
      break
    case "+", "#":
      if word.text.isEmpty {
        endWord(setOff: true)
      } else {
        word.text.unicodeScalars.append(scalar)
      }
    case ".":
      let isPoint = former.isDigit && next.isDigit
      let isLeading = word.text.isEmpty && former == " " && next.isLetter
      if isPoint || isLeading { word.text += "." } else { endWord() }
    case "&":
      endWord()
      word.text = "and"
      endWord()
    case "-":
      endWord(setOff: former == " ")
    case "(", ")", "[", "]", ",", ":", ";", "/", "|", "\u{2013}", "\u{2014}":
      endWord(setOff: true)
    case "\u{FF01}"..."\u{FF5E}":
      guard let plain = Unicode.Scalar(scalar.value - 0xFEE0) else { return }
      take(plain, after: former, before: next)
    default:
      takeOther(scalar)
    }
  }

  /// A scalar beyond ASCII: a letter, a digit, a mark, or else a separator.
  private mutating func takeOther(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if (0x300...0x36F).contains(scalar.value), word.text.utf8.last.map({ $0 < 0x80 }) ?? false {
      return
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      hasCapital = true
    case .lowercaseLetter:
      hasSmall = true
    case .otherLetter, .modifierLetter, .decimalNumber, .letterNumber, .nonspacingMark,
      .spacingMark, .enclosingMark:
      break
    default:
      return endWord()
    }
    word.text += LatinLetters.plain(properties.lowercaseMapping)
  }

  private mutating func endWord(setOff: Bool = false) {
    if !word.text.isEmpty {
      word.isCapitals = hasCapital && !hasSmall
      word.isSetOff = isSetOff
      words.append(word)
      word = LabelWord()
      hasSmall = false
      hasCapital = false
      isSetOff = false
    }
    isSetOff = isSetOff || setOff
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

/// Latin letters without their accents.
enum LatinLetters {
  /// Letters that are not one plain letter and a mark.
  private static let special: [Unicode.Scalar: String] = [
    "\u{DF}": "ss", "\u{E6}": "ae", "\u{153}": "oe", "\u{F0}": "d", "\u{FE}": "th", "\u{131}": "i",
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
  ]

  /// A scalar's small form without accents; other scripts as they are.
  static func plain(_ small: String) -> String {
    var result = ""
    for scalar in small.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if (0x300...0x36F).contains(scalar.value), result.utf8.last.map({ $0 < 0x80 }) ?? false
      {
        continue
      } else if let letters = special[scalar] {
        result += letters
      } else {
        result.unicodeScalars.append(base(scalar))
      }
    }
    return result
  }

  /// The letter that the scalar's Unicode name gives: "LATIN SMALL LETTER E WITH ACUTE" is an e.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.utf8.starts(with: prefix.utf8) else {
      return scalar
    }
    let rest = name.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
    guard let letter = rest.first, rest.dropFirst().first == " ",
      String(rest.dropFirst(2)).utf8.starts(with: "WITH ".utf8)
    else { return scalar }
    return Unicode.Scalar(letter.value | 0x20) ?? scalar
  }
}
