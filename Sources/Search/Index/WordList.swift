internal import Bytes

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
        UnsafeBufferPointer(rebasing: mine[range(number)])
          .order(UnsafeBufferPointer(rebasing: theirs[other.range(otherNumber)]))
      }
    }
  }
}
