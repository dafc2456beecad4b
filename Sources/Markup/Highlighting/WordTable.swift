/// A hash table from words of at most 16 bytes to small numbers; looking up allocates nothing.
struct WordTable: Sendable {
  /// A word's bytes, the first in the lowest bits of `low`.
  struct Key: Equatable {
    var low: UInt64
    var high: UInt64

    /// The key with ASCII letters in lower case.
    ///
    /// An underscore becomes DEL, which no word contains.
    var folded: Key {
      let letters: UInt64 = 0x4040_4040_4040_4040
      return Key(low: low | (low & letters) >> 1, high: high | (high & letters) >> 1)
    }

    /// An index into a table with `1 << (64 - shift)` slots.
    @inline(__always)
    func slot(shift: UInt64) -> Int {
      let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
  }

  private struct Slot {
    var key = Key(low: 0, high: 0)
    var value: UInt8 = 0
  }

  private var slots: [Slot]
  private let shift: UInt64
  private let foldsCase: Bool
  /// Bit `n` is set where the table has a word of `n` bytes.
  private var lengths: UInt32 = 0

  /// Makes a table from values, which must not be 0, and their words, separated by blanks.
  init(foldsCase: Bool = false, _ groups: [(value: UInt8, words: String)]) {
    self.foldsCase = foldsCase
    let words = groups.flatMap { group in
      group.words.utf8.split(separator: 0x20).map { (group.value, Array($0)) }
    }
    // At most a quarter of the slots is taken, so that a search is nearly always one look.
    let bits = max(4, Int.bitWidth - (words.count * 4).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    slots = Array(repeating: Slot(), count: 1 << bits)
    for (value, word) in words {
      precondition(word.count <= 16, "words have at most 16 bytes")
      lengths |= 1 << UInt32(word.count)
      let key = key(of: word)
      var index = key.slot(shift: shift)
      while slots[index].value != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = Slot(key: key, value: value)
    }
  }

  /// The word's number; 0 where the table does not have it.
  func value(of word: some Collection<UInt8>) -> UInt8 {
    word.count <= 16 ? value(of: key(of: word)) : 0
  }

  /// The number of the word between two indices of the code; 0 where the table does not have it.
  @inline(__always)
  func value(in code: Code, from start: Int, to end: Int) -> UInt8 {
    let count = end &- start
    guard count > 0, count <= 16, lengths &>> UInt32(count) & 1 != 0 else { return 0 }
    var key = Key(low: code.word(at: start), high: 0)
    if count > 8 {
      key.high = code.word(at: start &+ 8) & UInt64.max &>> UInt64(128 &- 8 &* count)
    } else {
      key.low &= UInt64.max &>> UInt64(64 &- 8 &* count)
    }
    return value(of: foldsCase ? key.folded : key)
  }

  private func value(of key: Key) -> UInt8 {
    var index = key.slot(shift: shift)
    while slots[index].value != 0, slots[index].key != key {
      index = (index &+ 1) & (slots.count &- 1)
    }
    return slots[index].value
  }

  private func key(of word: some Collection<UInt8>) -> Key {
    var key = Key(low: 0, high: 0)
    for (place, byte) in word.enumerated() {
      if place < 8 {
        key.low |= UInt64(byte) << UInt64(8 * place)
      } else {
        key.high |= UInt64(byte) << UInt64(8 * place - 64)
      }
    }
    return foldsCase ? key.folded : key
  }
}
