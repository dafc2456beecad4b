/// Bytes without which a text says nothing of responsibility.
enum Signs {
  /// What a text has a sign of.
  enum Sign {
    /// The matter itself is named.
    case responsibility
    /// Something is done, which matters where somebody is named who does it.
    case deed
  }

  /// The strongest sign, in any case; nil without one.
  ///
  /// Each is looked for by a letter of it that is not frequent.
  static func strongest(in text: UnsafeBufferPointer<UInt8>) -> Sign? {
    var found: Sign?
    for index in text.indices {
      switch text[index] | 0x20 {
      case UInt8(ascii: "p"):
        if matches("esponsib", text, index - 2) || matches("esponsab", text, index - 2) {
          return .responsibility
        }
        if matches("patch", text, index) || matches("operate", text, index - 1) { found = .deed }
      case UInt8(ascii: "w"): if matches("antwort", text, index - 3) { return .responsibility }
      case UInt8(ascii: "c"): if matches("the cloud", text, index - 4) { return .responsibility }
      case UInt8(ascii: "b"):
        if matches("obligation", text, index - 1) || matches("ed by ", text, index - 3) {
          return .responsibility
        }
      case UInt8(ascii: "g"): if matches("manage", text, index - 4) { found = .deed }
      case UInt8(ascii: "k"):
        if matches("take care", text, index - 2) || matches("takes care", text, index - 2) {
          found = .deed
        }
      case UInt8(ascii: "d"):
        if matches("er side", text, index - 5) { return .responsibility }
        if matches("handle", text, index - 3) || matches(" side", text, index - 3) { found = .deed }
      case UInt8(ascii: "u"):
        if matches("duties", text, index - 1) { return .responsibility }
        if matches("secure", text, index - 3) { found = .deed }
      case UInt8(ascii: "f"): if matches("flicht", text, index) { return .responsibility }
      case UInt8(ascii: "m"): if matches("maintain", text, index) { found = .deed }
      default: break
      }
    }
    return found
  }

  private static func matches(
    _ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[start + offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }
}
