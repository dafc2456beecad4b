/// A word of at most 16 bytes as one number, so that comparing words is comparing numbers.
struct PackedWord: Hashable, Comparable, Sendable {
  private let bits: UInt128

  /// Packs the bytes; nil when there are none, more than 16, or a NUL in front.
  init?(_ bytes: some Collection<UInt8>) {
    guard let first = bytes.first, first != 0, bytes.count <= 16 else { return nil }
    bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  static func < (left: PackedWord, right: PackedWord) -> Bool { left.bits < right.bits }
}

/// A fixed table from words to values, found by binary search.
struct NameTable<Value: Sendable>: Sendable {
  private let rows: [(word: PackedWord, value: Value)]

  init(_ pairs: [(String, Value)]) {
    rows = pairs.compactMap { text, value in PackedWord(text.utf8).map { ($0, value) } }
      .sorted { $0.word < $1.word }
  }

  func value(of word: PackedWord) -> Value? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].word < word { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low].word == word else { return nil }
    return rows[low].value
  }
}
