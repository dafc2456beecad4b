extension String {
  /// True where the text comes before another by its UTF-8 bytes, whatever the locale.
  package func precedesInBytes(_ other: String) -> Bool {
    withBytes { mine in other.withBytes { mine.order($0) < 0 } }
  }

  /// True for ASCII words with one blank between any two, and no other space.
  package var isPlainLine: Bool {
    withBytes { bytes in
      var last: UInt8 = 0x20
      for byte in bytes {
        if byte < 0x20 || byte > 0x7E || byte == 0x20 && last == 0x20 { return false }
        last = byte
      }
      return last != 0x20
    }
  }

  /// Calls `body` with the text's UTF-8, where it lies.
  ///
  /// Whoever only reads a text does not count a reference to it.
  @inlinable
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
