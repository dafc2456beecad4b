internal import Bytes

/// Numbers for texts, from 0 in the order of arrival: open addressing over bytes in one arena.
///
/// Most texts are short words, which are found without a look at the arena.
struct WordTable: ~Copyable {
  private var arena = Pile<UInt8>(capacity: 1 << 16)
  /// Where each text begins in the arena; one more entry than texts.
  private var starts = Pile<UInt32>()
  /// For each number its text, or `none` for one that is too long.
  private var shorts = Pile<ShortWord>()
  /// For each place of the table half a hash, and the number of a text behind it; `empty` for none.
  private var slots: [UInt64]
  private var mask: Int

  private static let empty = UInt64.max

  init(capacity: Int = 1 << 14) {
    slots = [UInt64](repeating: Self.empty, count: capacity)
    mask = capacity - 1
    starts.append(0)
  }

  var count: Int { shorts.count }

  /// The number of a short word; nil where it is new.
  @inline(__always)
  func number(of word: ShortWord) -> Int? {
    let half = Self.half(of: word)
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(half) & mask
      while true {
        let found = slots[slot]
        if found >> 32 == half {
          let number = Int(found & 0xFFFF_FFFF)
          if shorts[number] == word { return number }
        }
        if found == Self.empty { return nil }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The number of a text, and whether it is new.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    if let word = ShortWord(text) {
      if let number = number(of: word) { return (number, false) }
      return (add(text, word, Self.half(of: word)), true)
    }
    let half = Self.half(of: text)
    var slot = Int(half) & mask
    while slots[slot] != Self.empty {
      if slots[slot] >> 32 == half {
        let number = Int(slots[slot] & 0xFFFF_FFFF)
        if isText(number, text) { return (number, false) }
      }
      slot = (slot + 1) & mask
    }
    return (add(text, .none, half), true)
  }

  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ word: ShortWord, _ half: UInt64
  ) -> Int {
    let number = count
    place(half << 32 | UInt64(number))
    arena.append(text)
    starts.append(UInt32(arena.count))
    shorts.append(word)
    if count * 2 > mask { grow() }
    return number
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Int(entry >> 32) & mask
    while slots[slot] != Self.empty { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    arena.read { arena in
      self.text(number, in: arena).order(text) == 0
    }
  }

  private mutating func grow() {
    let former = slots
    mask = slots.count * 2 - 1
    slots = [UInt64](repeating: Self.empty, count: mask + 1)
    for entry in former where entry != Self.empty { place(entry) }
  }

  /// Its texts in another order.
  func texts(_ order: [UInt32]) -> WordList {
    var list = WordList()
    arena.read { arena in
      for number in order { list.append(text(Int(number), in: arena)) }
    }
    return list
  }

  /// The numbers in the order of their texts' bytes.
  func sorted() -> [UInt32] {
    arena.read { arena in
      // Eight bytes as a number tell most texts apart.
      let heads = (0..<count).map { number in
        (head: head(number, in: arena), number: UInt32(number))
      }
      return heads.sorted { left, right in
        guard left.head == right.head else { return left.head < right.head }
        return text(Int(left.number), in: arena).order(text(Int(right.number), in: arena)) < 0
      }.map(\.number)
    }
  }

  /// The first bytes of a text, the first of them the most significant.
  private func head(_ number: Int, in arena: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let word = shorts[number]
    guard word == .none else { return word.first.byteSwapped }
    return text(number, in: arena).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func text(
    _ number: Int, in arena: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: arena[Int(starts[number])..<Int(starts[number + 1])])
  }

  // MARK: - Hashes for tables in memory; they differ in no two runs

  /// Half a hash, which is less than the upper half of `empty`.
  @inline(__always)
  private static func half(of word: ShortWord) -> UInt64 {
    mix(word.first ^ word.last &* 0x9E37_79B9_7F4A_7C15) >> 33
  }

  private static func half(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mix(hash ^ rest) >> 33
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
