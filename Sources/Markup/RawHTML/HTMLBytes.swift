extension UInt8 {
  /// White space between attributes: tab, newline, form feed, carriage return, space.
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D
  }

  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

extension Collection<UInt8> where SubSequence: Collection<UInt8> {
  /// The bytes without HTML white space at both ends.
  func trimmingHTMLSpace() -> SubSequence.SubSequence where SubSequence: BidirectionalCollection {
    let rest = drop(while: \.isHTMLSpace)
    var end = rest.endIndex
    while end > rest.startIndex {
      let before = rest.index(before: end)
      guard rest[before].isHTMLSpace else { break }
      end = before
    }
    return rest[..<end]
  }

  /// Whether the bytes are the ASCII word, whatever their case; `word` is lower case.
  func isWord(_ word: String) -> Bool {
    elementsEqual(word.utf8) { $0.asciiLowercased == $1 }
  }
}
