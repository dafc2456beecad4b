extension IndexFile {
  /// FNV-1a of 32 bits, folded to 24.
  static func check(of bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { fold(hash($0, from: 0, after: basis)) }
  }

  /// The checks of some bytes each.
  ///
  /// Every byte waits for the one before it; so those of four are made side by side.
  static func checks(of all: [[UInt8]]) -> [UInt32] {
    var checks: [UInt32] = []
    checks.reserveCapacity(all.count)
    while checks.count + 4 <= all.count {
      let next = checks.count
      appendFour(all[next], all[next + 1], all[next + 2], all[next + 3], to: &checks)
    }
    for bytes in all[checks.count...] { checks.append(check(of: bytes)) }
    return checks
  }

  private static let basis: UInt32 = 0x811C_9DC5

  @inline(__always)
  private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  private static func fold(_ hash: UInt32) -> UInt32 { (hash ^ hash >> 24) & 0xFF_FFFF }

  /// The hash of bytes from a place on, after that of those before.
  private static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, from place: Int, after hash: UInt32
  ) -> UInt32 {
    var hash = hash
    for byte in bytes[place...] { hash = step(hash, byte) }
    return hash
  }

  private static func appendFour(
    _ one: [UInt8], _ two: [UInt8], _ three: [UInt8], _ four: [UInt8], to checks: inout [UInt32]
  ) {
    one.withUnsafeBufferPointer { one in
      two.withUnsafeBufferPointer { two in
        three.withUnsafeBufferPointer { three in
          four.withUnsafeBufferPointer { four in
            let common = min(one.count, two.count, three.count, four.count)
            var (a, b, c, d) = (basis, basis, basis, basis)
            for place in 0..<common {
              a = step(a, one[place])
              b = step(b, two[place])
              c = step(c, three[place])
              d = step(d, four[place])
            }
            checks.append(fold(hash(one, from: common, after: a)))
            checks.append(fold(hash(two, from: common, after: b)))
            checks.append(fold(hash(three, from: common, after: c)))
            checks.append(fold(hash(four, from: common, after: d)))
          }
        }
      }
    }
  }
}
