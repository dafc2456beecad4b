/// Base64 with padding (RFC 4648).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// Appends bytes as text.
  static func append(_ bytes: [UInt8], to result: inout [UInt8]) {
    alphabet.withUnsafeBufferPointer { alphabet in
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index + 2 < bytes.count {
          let word =
            UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
          result.append(alphabet[Int(word >> 18)])
          result.append(alphabet[Int(word >> 12 & 63)])
          result.append(alphabet[Int(word >> 6 & 63)])
          result.append(alphabet[Int(word & 63)])
          index += 3
        }
        let rest = bytes.count - index
        guard rest > 0 else { return }
        let word = UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
        result.append(alphabet[Int(word >> 18)])
        result.append(alphabet[Int(word >> 12 & 63)])
        result.append(rest > 1 ? alphabet[Int(word >> 6 & 63)] : UInt8(ascii: "="))
        result.append(UInt8(ascii: "="))
      }
    }
  }

  /// The bytes that a text stands for; nil where it is no base64.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var word: UInt32 = 0
    var count = 0
    var padding = 0
    for letter in text {
      if letter == UInt8(ascii: "=") {
        padding += 1
        word <<= 6
      } else {
        let value = values[Int(letter)]
        guard value != 0xFF, padding == 0 else { return nil }
        word = word << 6 | UInt32(value)
      }
      count += 1
      if count == 4 {
        result.append(UInt8(truncatingIfNeeded: word >> 16))
        result.append(UInt8(truncatingIfNeeded: word >> 8))
        result.append(UInt8(truncatingIfNeeded: word))
        word = 0
        count = 0
      }
    }
    guard padding <= 2 else { return nil }
    result.removeLast(padding)
    return result
  }
}
