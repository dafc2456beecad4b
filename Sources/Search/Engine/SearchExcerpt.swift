/// A piece of a text that has the most different words of a query.
enum SearchExcerpt {
  /// About how many bytes an excerpt has.
  private static let length = 160

  /// The best piece of a section's text.
  static func best(of text: [UInt8], for groups: [QueryGroup]) -> String {
    let groupOfTerm = Dictionary(
      groups.enumerated().flatMap { number, group in
        group.alternatives.map { ($0.term, number) }
      }, uniquingKeysWith: { first, _ in first })
    let hits = Analysis.tokens(of: text).compactMap { token in
      groupOfTerm[token.term].map { (group: $0, range: token.range) }
    }
    var best = (first: 0, count: 0)
    for (index, hit) in hits.enumerated() {
      let near = hits[index...].prefix { $0.range.upperBound - hit.range.lowerBound <= length }
      let count = Set(near.map(\.group)).count
      if count > best.count { best = (index, count) }
    }
    let start = hits.isEmpty ? 0 : hits[best.first].range.lowerBound
    return piece(of: text, around: start)
  }

  private static func piece(of text: [UInt8], around hit: Int) -> String {
    var start = max(0, hit - length / 4)
    if start > 0 {
      while start < hit, text[start - 1] != 0x20, text[start - 1] != 0x0A { start += 1 }
    }
    var end = min(text.count, start + length)
    if end < text.count {
      let hard = end
      while end > start, text[end] != 0x20, text[end] != 0x0A { end -= 1 }
      if end <= hit { end = hard }
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    }
    var result: [UInt8] = []
    for byte in text[start..<end] {
      let isSpace = byte == 0x0A || byte == 0x20 || byte == 0x09
      if isSpace, result.last == 0x20 || result.isEmpty { continue }
      result.append(isSpace ? 0x20 : byte)
    }
    while result.last == 0x20 { result.removeLast() }
    let body = String(decoding: result, as: UTF8.self)
    return (start > 0 && !body.isEmpty ? "\u{2026}" : "") + body
      + (end < text.count && !body.isEmpty ? "\u{2026}" : "")
  }
}
