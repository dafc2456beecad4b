/// Base64 with padding (RFC 4648).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// For each 12 bits the two letters that stand for them, in the order in which they lie in memory.
  private static let pairs: [UInt16] = (0..<4_096).map { bits in
    UInt16(littleEndian: UInt16(alphabet[bits >> 6]) | UInt16(alphabet[bits & 63]) << 8)
  }

  /// Appends bytes as text.
  static func append(_ bytes: [UInt8], to result: inout [UInt8]) {
    let start = result.count
    let size = (bytes.count + 2) / 3 * 4
    result.append(contentsOf: repeatElement(UInt8(ascii: "="), count: size))
    pairs.withUnsafeBufferPointer { pairs in
      bytes.withUnsafeBufferPointer { bytes in
        result.withUnsafeMutableBytes { result in
          var index = 0
          var place = start
          while index + 2 < bytes.count {
            let word =
              Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
            result.storeBytes(of: pairs[word >> 12], toByteOffset: place, as: UInt16.self)
            result.storeBytes(of: pairs[word & 0xFFF], toByteOffset: place + 2, as: UInt16.self)
            index += 3
            place += 4
          }
          let rest = bytes.count - index
          guard rest > 0 else { return }
          let word = Int(bytes[index]) << 16 | (rest > 1 ? Int(bytes[index + 1]) << 8 : 0)
          result.storeBytes(of: pairs[word >> 12], toByteOffset: place, as: UInt16.self)
          if rest > 1 { result[place + 2] = alphabet[word >> 6 & 63] }
        }
      }
    }
  }

  /// The bytes that a text stands for; nil where it is no base64.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    text.withContiguousStorageIfAvailable(decode) ?? Array(text).withUnsafeBufferPointer(decode)
  }

  private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    let size = text.count / 4 * 3 - padding
    var isRight = true
    let result = [UInt8](unsafeUninitializedCapacity: size) { result, count in
      values.withUnsafeBufferPointer { values in
        var place = 0
        for start in stride(from: 0, to: text.count, by: 4) {
          var word: UInt32 = 0
          for offset in start..<start + 4 {
            // Only the last letters can be padding; they count as nothing.
            let value = offset < text.count - padding ? values[Int(text[offset])] : 0
            isRight = isRight && value != 0xFF
            word = word << 6 | UInt32(value & 63)
          }
          if place + 2 < size {
            result[place] = UInt8(truncatingIfNeeded: word >> 16)
            result[place + 1] = UInt8(truncatingIfNeeded: word >> 8)
            result[place + 2] = UInt8(truncatingIfNeeded: word)
          } else {
            for (index, shift) in zip(place..<size, [16, 8, 0] as [UInt32]) {
              result[index] = UInt8(truncatingIfNeeded: word >> shift)
            }
          }
          place += 3
        }
      }
      count = size
    }
    return isRight ? result : nil
  }
}
