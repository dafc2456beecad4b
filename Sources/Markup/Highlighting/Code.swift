internal import Bytes

/// Bytes of code and the few questions that every lexer asks of them; behind the end they read as NUL.
struct Code {
  private let base: UnsafeRawPointer
  let count: Int

  /// Looks at `bytes`, which must outlive the value; nil where there are none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
    self.base = UnsafeRawPointer(base)
    count = bytes.count
  }

  private init(base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = count
  }

  /// The same code, with its end at `end`.
  func upTo(_ end: Int) -> Code {
    Code(base: base, count: min(end, count))
  }

  /// The byte at an index, which must not be negative.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    index < count ? base.load(fromByteOffset: index, as: UInt8.self) : 0
  }

  /// Eight bytes, the first in the lowest bits.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    guard index &+ 8 <= count else { return lastWord(at: index) }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private func lastWord(at index: Int) -> UInt64 {
    var word: UInt64 = 0
    var place = count
    while place > index {
      place -= 1
      word = word << 8 | UInt64(self[place])
    }
    return word
  }

  /// True where the pattern stands at the index.
  @inline(__always)
  func has(_ pattern: Pattern, at index: Int) -> Bool {
    word(at: index) & pattern.mask == pattern.bits
  }

  /// Where the byte comes next, or the end.
  func next(_ byte: UInt8, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= count {
      let hits = word(at: index).marks(of: byte)
      if hits != 0 { return index &+ hits.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < count, self[index] != byte { index &+= 1 }
    return min(index, count)
  }

  /// Where the line's feed stands, or the end.
  func lineEnd(from start: Int) -> Int {
    next(0x0A, from: start)
  }

  /// Where the pattern ends when it comes next, or the end.
  func end(of pattern: Pattern, from start: Int) -> Int {
    var index = next(pattern.first, from: start)
    while index < count, !has(pattern, at: index) {
      index = next(pattern.first, from: index + 1)
    }
    return min(index + pattern.count, count)
  }

  /// The first index from `start` whose byte is not in the set.
  @inline(__always)
  func skip(_ set: ByteSet, from start: Int) -> Int {
    var index = start
    while index < count, set.contains(self[index]) { index &+= 1 }
    return index
  }

  /// The first index from `start` that is neither blank nor tab.
  @inline(__always)
  func skipBlanks(from start: Int) -> Int {
    var index = start
    while self[index] == 0x20 || self[index] == 0x09 { index &+= 1 }
    return index
  }

  /// True where only blanks stand between the index and the start of its line.
  func isFirstOnLine(_ index: Int) -> Bool {
    var place = index
    while place > 0, self[place - 1] == 0x20 || self[place - 1] == 0x09 { place -= 1 }
    return place == 0 || self[place - 1] == 0x0A
  }
}
