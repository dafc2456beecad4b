extension UnsafeBufferPointer<UInt8> {
  /// Where some bytes begin for the first time between two offsets; nil where they do not, or are none.
  package func firstOffset(
    of wanted: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil
  ) -> Int? {
    guard let first = wanted.first, let last = wanted.last, start >= 0 else { return nil }
    var offset = start
    let most = Swift.min(end ?? count, count) - wanted.count
    // Two bytes that are some way apart seldom are right by chance.
    while offset <= most {
      if self[offset] == first, self[offset + wanted.count - 1] == last,
        UnsafeBufferPointer(rebasing: self[offset..<offset + wanted.count]).elementsEqual(wanted)
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Where some bytes begin for the first time from an offset on; nil where they do not, or are none.
  package func firstOffset(of wanted: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { bytes.firstOffset(of: $0, from: start) }
    }
  }
}
