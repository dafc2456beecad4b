extension AllowedAttribute.Name {
  /// The value as it may be written, or nil when the attribute is to be dropped.
  func accepted(_ value: [UInt8]) -> [UInt8]? {
    let trimmed = value.trimmingHTMLSpace()
    switch self {
    case .align: return word(trimmed, of: ["left", "right", "center"])
    case .alt, .href, .src, .title: return value
    case .colspan, .rowspan: return integer(trimmed, in: 1...100)
    case .dir: return word(trimmed, of: ["ltr", "rtl", "auto"])
    case .height, .width: return integer(pixels(trimmed), in: 1...10_000)
    case .id, .name: return anchor(trimmed)
    case .lang: return language(trimmed)
    case .open, .reversed: return []
    case .scope: return word(trimmed, of: ["row", "col", "rowgroup", "colgroup"])
    case .start, .value: return integer(trimmed, in: -999_999_999...999_999_999)
    case .type:
      let isKnown = trimmed.count == 1 && trimmed.allSatisfy { "1aAiI".utf8.contains($0) }
      return isKnown ? Array(trimmed) : nil
    }
  }

  private func word(_ value: ArraySlice<UInt8>, of words: [String]) -> [UInt8]? {
    words.first { value.isWord($0) }.map { Array($0.utf8) }
  }

  private func integer(_ value: ArraySlice<UInt8>, in range: ClosedRange<Int>) -> [UInt8]? {
    let isNegative = value.first == UInt8(ascii: "-")
    let digits = value.dropFirst(isNegative ? 1 : 0)
    guard !digits.isEmpty, digits.count <= 10, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let size = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    let number = isNegative ? -size : size
    return range.contains(number) ? Array(String(number).utf8) : nil
  }

  /// The number of a length such as `500px`.
  private func pixels(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.suffix(2).isWord("px") else { return value }
    return value.dropLast(2).trimmingHTMLSpace()
  }

  private func anchor(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    let isPlain = value.allSatisfy { $0.isASCIIAlphanumeric || "_.-".utf8.contains($0) }
    return isPlain && !value.isEmpty ? Array(value) : nil
  }

  private func language(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    let isTag = value.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    return isTag && (1...35).contains(value.count) ? Array(value) : nil
  }
}
