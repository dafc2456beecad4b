internal import Bytes

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
    let place = rows.indices.partitionPoint { !(rows[$0].word < word) }
    return place < rows.count && rows[place].word == word ? rows[place].value : nil
  }
}
