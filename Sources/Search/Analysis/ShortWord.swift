/// A word of 1 to 16 bytes as two numbers: its bytes in their order, and zeros, which no word has, behind them.
struct ShortWord: Equatable, BitwiseCopyable {
  private(set) var first: UInt64
  private(set) var last: UInt64

  /// Stands for a word that is too long.
  static let none = ShortWord(first: 0, last: 0)

  init(first: UInt64, last: UInt64) {
    self.first = first
    self.last = last
  }

  /// nil for a word that is too long, or empty.
  @inline(__always)
  init?(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count <= 16, let start = UnsafeRawPointer(word.baseAddress) else { return nil }
    let count = word.count
    // What is read twice is shifted out.
    if count >= 8 {
      let rest = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      first = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      last = UInt64(littleEndian: rest) >> UInt64(8 * (16 - count))
    } else if count >= 4 {
      let rest = start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      let others = UInt64(UInt32(littleEndian: rest)) >> UInt64(8 * (8 - count))
      first = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self))) | others << 32
      last = 0
    } else if count > 0 {
      first = UInt64(word[0])
      for index in 1..<count { first |= UInt64(word[index]) << UInt64(8 * index) }
      last = 0
    } else {
      return nil
    }
  }

  /// How many bytes it has.
  var count: Int {
    last == 0 ? 8 - first.leadingZeroBitCount / 8 : 16 - last.leadingZeroBitCount / 8
  }

  /// Its bytes, valid during the call.
  func read<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: (first.littleEndian, last.littleEndian)) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) {
        body(UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
  }
}
