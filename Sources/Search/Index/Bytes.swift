internal import Bytes

extension [UInt8] {
  /// Appends a number as an unsigned LEB128 varint.
  @inline(__always)
  mutating func appendVarint(_ value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number as an unsigned LEB128 varint.
  mutating func appendVarint(_ value: Int) {
    appendVarint(UInt32(truncatingIfNeeded: value))
  }

  /// Appends a text: its length, and its bytes.
  mutating func appendText(_ text: some Collection<UInt8>) {
    appendVarint(text.count)
    append(contentsOf: text)
  }

  /// Appends a check: three bytes, the most significant first.
  mutating func appendCheck(_ check: UInt32) {
    append(UInt8(truncatingIfNeeded: check >> 16))
    append(UInt8(truncatingIfNeeded: check >> 8))
    append(UInt8(truncatingIfNeeded: check))
  }

  /// Appends texts, each without what it shares with the one before.
  mutating func appendFrontCoded(_ texts: [[UInt8]]) {
    var before: [UInt8] = []
    for text in texts {
      let shared = text.sharedPrefix(with: before)
      appendVarint(shared)
      appendText(text[shared...])
      before = text
    }
  }

  /// Appends texts in columns: what each shares with the one before, the lengths of the rests, the rests.
  mutating func appendColumns(_ texts: [[UInt8]]) {
    var lengths: [UInt8] = []
    var rests: [UInt8] = []
    var before: [UInt8] = []
    for text in texts {
      let shared = text.sharedPrefix(with: before)
      appendVarint(shared)
      lengths.appendVarint(text.count - shared)
      rests.append(contentsOf: text[shared...])
      before = text
    }
    append(contentsOf: lengths)
    append(contentsOf: rests)
  }

  /// How many bytes two texts share at their beginning.
  func sharedPrefix(with other: [UInt8]) -> Int {
    withUnsafeBufferPointer { mine in
      other.withUnsafeBufferPointer { mine.sharedCount(with: $0) }
    }
  }
}
