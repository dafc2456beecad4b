internal import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Below 0 where these bytes come before others, 0 for equal ones, above 0 else.
  public func order(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    let common = Swift.min(count, other.count)
    if common > 0, let mine = baseAddress, let theirs = other.baseAddress {
      let order = memcmp(mine, theirs, common)
      if order != 0 { return Int(order) }
    }
    return count - other.count
  }
}
