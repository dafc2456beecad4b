extension Address {
  /// How far an address reaches.
  enum Reach {
    /// Within the notes.
    case local
    /// To a place of its own.
    case external
    /// It never reaches a page.
    case refused

    /// Classifies an address; entities are already decoded.
    ///
    /// Plain relative paths, which most links are, are told apart without taking the address to
    /// pieces; everything else goes through `Address(written:)`.
    init(of written: String) {
      var copy = written
      let isPlain = copy.withUTF8 { bytes in
        guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\")
        else { return false }
        return bytes.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ":") }
      }
      if isPlain {
        self = .local
        return
      }
      switch Address(written: written) {
      case .relative, .fragment: self = .local
      case .absolute: self = .external
      case .refused: self = .refused
      }
    }
  }
}
