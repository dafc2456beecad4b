extension DocumentRenderer {
  /// How many words there are: runs of bytes that are no white space.
  static func words(in text: [UInt8]) -> Int {
    text.withUnsafeBytes { text in
      let high: UInt64 = 0x8080_8080_8080_8080
      var count = 0
      var index = 0
      /// 0x80 where the byte before is no white space.
      var former: UInt64 = 0
      while index < text.count {
        // Eight bytes at a time, the first in the lowest place; behind the end there is white space.
        let word =
          index + 8 <= text.count
          ? UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          : text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        // The highest bit of each byte that is above 0x20: the sum of lower bits does not carry on.
        let ink = ((word & ~high) &+ 0x5F5F_5F5F_5F5F_5F5F | word) & high
        count += (ink & ~(ink << 8 | former)).nonzeroBitCount
        former = ink >> 56
        index += 8
      }
      return count
    }
  }
}
