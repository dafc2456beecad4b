extension UInt64 {
  /// Of eight bytes, the first in the lowest place, those that are `byte`: each has its highest bit set, and
  /// no other has that comes before the first of them.
  ///
  /// What comes behind it may be marked wrongly: a borrow runs upwards.
  @inlinable
  @inline(__always)
  package func marks(of byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = self ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & (ones &* 0x80)
  }

  /// Of eight bytes, those that are `byte`: each has its highest bit set, and no other has.
  @inlinable
  @inline(__always)
  package func places(of byte: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = ones &* 0x7F
    let difference = self ^ (ones &* UInt64(byte))
    // A sum of seven bits carries into the eighth, and no farther.
    return ~(((difference & low) &+ low) | difference | low)
  }
}
