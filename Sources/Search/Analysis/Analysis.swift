/// A token of a text: what the index knows it by, and where it stands.
public struct Token: Sendable, Equatable {
  /// What the index knows it by, in UTF-8: the surface, stemmed where it is of letters only.
  public var term: [UInt8]
  /// Its folded text, in UTF-8.
  public var surface: [UInt8]
  /// Counts the words of the text, from 0; parts and wholes share places.
  public var position: Int
  /// True for a word that stands alone, no part of a compound.
  public var isSimple: Bool
  /// True for characters of scripts without spaces.
  public var isPair: Bool
  /// The bytes of the text that its unit comes from.
  public var range: Range<Int>
}

/// Texts as tokens, for queries, excerpts and tests; the index has a faster way to the same tokens.
public enum Analysis {
  /// The tokens of a text, in order.
  public static func tokens(of text: String) -> [Token] {
    tokens(of: Array(text.utf8))
  }

  /// The tokens of a text in UTF-8, in order.
  public static func tokens(of text: [UInt8]) -> [Token] {
    var collector = Collector()
    text.withUnsafeBufferPointer { text in
      var start = 0
      var tokenizer = Tokenizer(keepsOffsets: true)
      while start <= text.count {
        let end = text[start...].firstIndex(of: 0x0A) ?? text.count
        collector.lineTokens.removeAll(keepingCapacity: true)
        tokenizer.read(UnsafeBufferPointer(rebasing: text[start..<end]), into: &collector)
        let offsets = tokenizer.offsets
        for (index, range) in collector.lineTokens {
          let last = range.upperBound < offsets.count ? Int(offsets[range.upperBound]) : end - start
          collector.tokens[index].range = (start + Int(offsets[range.lowerBound]))..<(start + last)
        }
        tokenizer.position += 1
        start = end + 1
      }
    }
    return collector.tokens
  }

  /// The folded characters of a text, in UTF-8, without any of those that mean nothing.
  static func folded(_ text: String) -> [Cell] {
    var result: [Cell] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(Cell(bits: Folding.shared.ascii[Int(scalar.value)]))
      } else {
        Folding.shared.fold(scalar.value) { cell in
          if let last = result.last, let both = Folding.composed(last, cell) {
            result[result.count - 1] = both
          } else {
            result.append(cell)
          }
        }
      }
    }
    return result
  }

  /// The term of a token.
  static func term(
    of token: [UInt8], isLetters: Bool, with stemmer: inout EnglishStemmer
  ) -> [UInt8] {
    isLetters && token.count >= 3 ? stemmer.stem(token) : token
  }

  private struct Collector: TokenSink {
    var tokens: [Token] = []
    var lineTokens: [(Int, Range<Int>)] = []
    private var stemmer = EnglishStemmer()

    mutating func take(
      _ token: UnsafeBufferPointer<UInt8>, _ shape: TokenShape, at position: Int,
      from range: Range<Int>
    ) {
      let surface = Array(token)
      let term = Analysis.term(
        of: surface, isLetters: shape.contains(.letters), with: &stemmer)
      lineTokens.append((tokens.count, range))
      tokens.append(
        Token(
          term: term, surface: surface, position: position, isSimple: shape.contains(.simple),
          isPair: shape.contains(.pair), range: 0..<0))
    }

    mutating func take(_ word: ShortWord, at position: Int, from range: Range<Int>) {
      word.read { word in
        let isLetters = word.allSatisfy { $0 >= UInt8(ascii: "a") }
        take(word, isLetters ? [.simple, .letters] : .simple, at: position, from: range)
      }
    }
  }
}
