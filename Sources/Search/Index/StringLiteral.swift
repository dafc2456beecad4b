internal import Bytes

/// JavaScript's string literals in double quotes, as far as texts without a NUL need them.
///
/// Every other character may stand in a literal as it is: the separators U+2028 and U+2029 as well, since
/// ECMAScript 2019.
enum StringLiteral {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Appends what stands between the quotes.
  static func append(_ text: [UInt8], to result: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      var index = 0
      while index < text.count {
        index += plainCount(text, from: index)
        guard index < text.count else { break }
        let letter: UInt8
        switch text[index] {
        case 0x0A: letter = UInt8(ascii: "n")
        case 0x0D: letter = UInt8(ascii: "r")
        default: letter = text[index]
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        result.append(backslash)
        result.append(letter)
        index += 1
        start = index
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// How many bytes from `start` on stand for themselves.
  private static func plainCount(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while index + 8 <= text.count {
      let eight = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found =
        eight.marks(of: quote) | eight.marks(of: backslash) | eight.marks(of: 0x0A)
        | eight.marks(of: 0x0D)
      if found != 0 { return index - start + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count, !isSpecial(text[index]) { index += 1 }
    return index - start
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == quote || byte == backslash || byte == 0x0A || byte == 0x0D
  }

  /// The text that stands between the quotes; nil where `append` does not write such a thing.
  static func decode(_ literal: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    var isEscaped = false
    for byte in literal {
      if isEscaped {
        switch byte {
        case quote, backslash: result.append(byte)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        default: return nil
        }
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else if isSpecial(byte) {
        return nil
      } else {
        result.append(byte)
      }
    }
    return isEscaped ? nil : result
  }
}
