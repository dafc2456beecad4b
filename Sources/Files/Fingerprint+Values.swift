internal import Bytes

extension Fingerprint {
  /// The hash of an array.
  public static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { of($0) }
  }

  /// Adds text, with its length before it, so that neighbours cannot be confused.
  public mutating func append(_ text: String) {
    text.withBytes { bytes in
      append(UInt64(bytes.count))
      append(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Adds a number, its lowest byte first.
  public mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { append($0) }
  }
}
