internal import Glibc

/// Numbers for texts, from 0 in the order of arrival: open addressing over bytes in one arena.
struct WordTable {
  private(set) var arena: [UInt8] = []
  /// Where each text begins in the arena; one more entry than texts.
  private(set) var starts: [UInt32] = [0]
  /// For each place of the table half a hash, and the number of a text behind it; `empty` for none.
  private var slots: [UInt64]
  private var mask: Int

  private static let empty = UInt64.max

  init(capacity: Int = 1 << 14) {
    slots = [UInt64](repeating: Self.empty, count: capacity)
    mask = capacity - 1
  }

  var count: Int { starts.count - 1 }

  /// The text of a number.
  func text(_ number: Int) -> ArraySlice<UInt8> {
    arena[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// The numbers in the order of their texts' bytes.
  func sorted() -> [UInt32] {
    arena.withUnsafeBufferPointer { arena in
      (0..<UInt32(count)).sorted { left, right in
        let one = UnsafeBufferPointer(rebasing: arena[range(Int(left))])
        let other = UnsafeBufferPointer(rebasing: arena[range(Int(right))])
        return Self.order(one, other) < 0
      }
    }
  }

  private func range(_ number: Int) -> Range<Int> {
    Int(starts[number])..<Int(starts[number + 1])
  }

  /// Below 0 where a text comes before another by its bytes, 0 for equal ones, above 0 else.
  static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int
  {
    let common = min(left.count, right.count)
    if common > 0, let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }

  /// Compares the text of a number with that of another table's.
  func order(_ number: Int, _ other: WordTable, _ otherNumber: Int) -> Int {
    arena.withUnsafeBufferPointer { mine in
      other.arena.withUnsafeBufferPointer { theirs in
        Self.order(
          UnsafeBufferPointer(rebasing: mine[range(number)]),
          UnsafeBufferPointer(rebasing: theirs[other.range(otherNumber)]))
      }
    }
  }

  /// The number of a text, and whether it is new.
  @inline(__always)
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(text)
    let high = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found == Self.empty { break }
      if found & 0xFFFF_FFFF_0000_0000 == high {
        let number = Int(found & 0xFFFF_FFFF)
        if isText(number, text) { return (number, false) }
      }
      slot = (slot + 1) & mask
    }
    return (add(text, high, at: slot), true)
  }

  @inline(never)
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ high: UInt64, at slot: Int) -> Int
  {
    let number = count
    slots[slot] = high | UInt64(number)
    arena.append(contentsOf: text)
    starts.append(UInt32(arena.count))
    if count * 2 > mask { grow() }
    return number
  }

  @inline(__always)
  private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == text.count, let other = text.baseAddress else {
      return text.isEmpty && starts[number + 1] == starts[number]
    }
    return arena.withUnsafeBufferPointer { arena in
      guard let own = arena.baseAddress else { return false }
      return memcmp(own + start, other, text.count) == 0
    }
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [UInt64](repeating: Self.empty, count: mask + 1)
    for number in 0..<count {
      let hash = arena.withUnsafeBufferPointer { arena in
        Self.hash(
          UnsafeBufferPointer(rebasing: arena[Int(starts[number])..<Int(starts[number + 1])]))
      }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != Self.empty { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number)
    }
  }

  /// A hash for tables in memory; it differs in no two runs.
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
    return mix(hash ^ rest)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
