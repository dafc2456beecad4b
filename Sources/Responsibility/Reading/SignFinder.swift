/// Finds bytes without which a text says nothing of responsibility, in one pass over it.
///
/// Nearly every text is told to be of no concern here, so every second pair of bytes is looked at and
/// no more: each sign is known by two pairs that stand beside each other and are rare.
final class SignFinder: Sendable {
  /// What a text has a sign of.
  enum Sign: Sendable {
    /// The matter itself is named.
    case responsibility
    /// Something may be done by whoever stands before it: "AWS patches", "on the customer side".
    case deed
    /// Something has been done by whoever comes next, if the verb is one of looking after.
    case agent
    /// A word that names the matter where a party stands beside it: "Customer tasks".
    case duty
  }

  /// A piece of text in lower case; a blank in it is any blank.
  private struct Piece {
    let text: StaticString
    /// Where the two pairs begin by which it is known.
    let anchor: Int
    let sign: Sign

    init(_ text: StaticString, at anchor: Int, _ sign: Sign) {
      self.text = text
      self.anchor = anchor
      self.sign = sign
    }
  }

  private let pieces: [Piece] = [
    Piece("esponsib", at: 1, .responsibility), Piece("esponsab", at: 1, .responsibility),
    Piece("antwort", at: 2, .responsibility), Piece("the cloud", at: 4, .responsibility),
    Piece("obligation", at: 0, .responsibility), Piece("duties", at: 0, .responsibility),
    Piece("pflicht", at: 0, .responsibility), Piece("ed by ", at: 2, .agent),
    Piece(" side", at: 1, .deed), Piece("patch", at: 2, .deed), Piece("operate", at: 0, .deed),
    Piece("manage", at: 2, .deed), Piece("take care", at: 1, .deed),
    Piece("takes care", at: 1, .deed), Piece("handle", at: 3, .deed), Piece("secure", at: 2, .deed),
    Piece("maintain", at: 0, .deed), Piece("task", at: 1, .duty), Piece("job", at: 0, .duty),
    Piece("duty", at: 0, .duty), Piece("aufgabe", at: 1, .duty),
  ]

  /// For each pair of bytes, by their low five bits, the pieces that have it at an anchor.
  private let pairs: [UInt32]

  init() {
    var pairs = [UInt32](repeating: 0, count: 1 << 10)
    for (index, piece) in pieces.enumerated() {
      for start in [piece.anchor, piece.anchor + 1] {
        let bytes = piece.text.utf8Start
        pairs[Self.pair(bytes[start], bytes[start + 1])] |= 1 << UInt32(index)
        // A line may end where a blank stands.
        if bytes[start] == 0x20 { pairs[Self.pair(0x0A, bytes[start + 1])] |= 1 << UInt32(index) }
      }
    }
    self.pairs = pairs
  }

  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  /// True where a sign is found that `accepts` says counts; it is told where the sign begins.
  @inline(__always)
  func areIn(
    _ text: UnsafeBufferPointer<UInt8>, _ accepts: (Sign, Int) -> Bool
  ) -> Bool {
    pairs.withUnsafeBufferPointer { pairs in
      pieces.withUnsafeBufferPointer { pieces in
        var index = 0
        let bytes = UnsafeRawBufferPointer(text)
        repeat {
          // Four pairs are looked at together; nearly always none of them is an anchor's.
          while index + 8 <= text.count {
            let eight = UInt64(
              littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let keys =
              (eight & 0x001F_001F_001F_001F) << 5 | (eight >> 8) & 0x001F_001F_001F_001F
            let any =
              pairs[Int(keys & 0x3FF)] | pairs[Int(keys >> 16 & 0x3FF)]
              | pairs[Int(keys >> 32 & 0x3FF)] | pairs[Int(keys >> 48)]
            if any != 0 { break }
            index += 8
          }
          let end = min(index + 8, text.count)
          while index + 1 < end {
            let found = pairs[Self.pair(text[index], text[index + 1])]
            if found != 0, Self.check(found, of: pieces, at: index, in: text, accepts) {
              return true
            }
            index += 2
          }
        } while index + 1 < text.count
        return false
      }
    }
  }

  @inline(never)
  private static func check(
    _ found: UInt32, of pieces: UnsafeBufferPointer<Piece>, at index: Int,
    in text: UnsafeBufferPointer<UInt8>, _ accepts: (Sign, Int) -> Bool
  ) -> Bool {
    var found = found
    while found != 0 {
      let piece = pieces[found.trailingZeroBitCount]
      found &= found - 1
      var start = index - piece.anchor
      if !matches(piece.text, text, start) {
        start -= 1
        if !matches(piece.text, text, start) { continue }
      }
      if piece.sign == .responsibility || accepts(piece.sign, start) { return true }
    }
    return false
  }

  @inline(__always)
  private static func matches(
    _ piece: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    let count = piece.utf8CodeUnitCount
    guard start >= 0, start + count <= text.count else { return false }
    for offset in 0..<count {
      let byte = piece.utf8Start[offset]
      let own = text[start + offset]
      if byte == 0x20 ? own != 0x20 && own != 0x0A : own | 0x20 != byte { return false }
    }
    return true
  }
}
