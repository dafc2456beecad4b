internal import Glibc

/// Texts in one arena, by number.
struct WordList: Sendable {
  private var arena: [UInt8] = []
  /// Where each text begins; one more entry than texts.
  private var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  /// The text of a number.
  func text(_ number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    arena.append(contentsOf: text)
    starts.append(UInt32(arena.count))
  }

  private func range(_ number: Int) -> Range<Int> {
    Int(starts[number])..<Int(starts[number + 1])
  }

  /// Compares the text of a number with one of another list.
  func order(_ number: Int, _ other: WordList, _ otherNumber: Int) -> Int {
    arena.withUnsafeBufferPointer { mine in
      other.arena.withUnsafeBufferPointer { theirs in
        Self.order(
          UnsafeBufferPointer(rebasing: mine[range(number)]),
          UnsafeBufferPointer(rebasing: theirs[other.range(otherNumber)]))
      }
    }
  }

  /// Below 0 where a text comes before another by its bytes, 0 for equal ones, above 0 else.
  static func order(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }
}
