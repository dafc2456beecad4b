/// GitHub's ids for headings, to the letter.
///
/// The text in lower case; everything but letters, marks, decimal digits, connecting punctuation, spaces
/// and hyphens dropped; spaces become hyphens; an id that is taken gets `-1`, `-2` and so on.
struct Slugger {
  /// How often an id was asked for.
  private var taken = [String: Int](minimumCapacity: 16)

  /// The id for a heading's text; empty where nothing of the text remains.
  mutating func slug(for text: [UInt8]) -> String {
    let plain = Self.plainSlug(text)
    guard !plain.isEmpty else { return "" }
    guard var count = taken.updateValue(0, forKey: plain) else { return plain }
    var unique: String
    repeat {
      count += 1
      unique = "\(plain)-\(count)"
    } while taken[unique] != nil
    taken[plain] = count
    taken[unique] = 0
    return unique
  }

  /// The id before duplicates are told apart.
  static func plainSlug(_ text: [UInt8]) -> String {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return unicodeSlug(String(decoding: text, as: UTF8.self))
    }
    return String(unsafeUninitializedCapacity: text.count) { buffer in
      var count = 0
      for byte in text {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), UInt8(ascii: "-"):
          buffer[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          buffer[count] = byte | 0x20
        case UInt8(ascii: " "):
          buffer[count] = UInt8(ascii: "-")
        default:
          continue
        }
        count += 1
      }
      return count
    }
  }

  private static func unicodeSlug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || isWord(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// `\p{Word}` of Unicode Technical Standard 18, annex C, as Ruby reads it.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default:
      return false
    }
  }
}

/// GitHub's ids for headings.
public enum GitHubAnchor {
  /// The id that a heading with this text has where no other heading has the same.
  public static func plain(_ text: String) -> String {
    Slugger.plainSlug(Array(text.utf8))
  }
}
