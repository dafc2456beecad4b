internal import Bytes

extension WordScanner {
  /// The words of a label in plain ASCII; nil where it has what needs a closer look.
  ///
  /// Most headings are plain, and bytes are read several times faster than scalars.
  static func plainWords(_ text: String) -> [LabelWord]? {
    text.withBytes { bytes in
      var words: [LabelWord] = []
      var letters: [UInt8] = []
      var hasSmall = false
      var hasCapital = false
      var isSetOff = false
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : 0x20
        var setsOff = false
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
          hasSmall = true
          letters.append(byte)
          continue
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          hasCapital = true
          letters.append(byte | 0x20)
          continue
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          letters.append(byte)
          continue
        case 0x20, UInt8(ascii: "_"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"):
          break
        case UInt8(ascii: "-"):
          setsOff = index == 0 || bytes[index - 1] == 0x20
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"),
          UInt8(ascii: ";"), UInt8(ascii: "/"):
          setsOff = true
        default:
          return nil
        }
        if !letters.isEmpty {
          words.append(
            LabelWord(
              text: String(decoding: letters, as: UTF8.self), isCapitals: hasCapital && !hasSmall,
              isSetOff: isSetOff))
          letters.removeAll(keepingCapacity: true)
          (hasSmall, hasCapital, isSetOff) = (false, false, false)
        }
        isSetOff = isSetOff || setsOff
      }
      return words
    }
  }
}
