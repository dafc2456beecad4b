internal import Bytes
internal import Diagnostics
internal import Files

/// Finds what looks like a key that should not be in a note: notes about security are full of
/// examples, and one of them may be real.
///
/// Access key ids of AWS, API keys of Google, tokens of GitHub, and private keys in PEM. Each has an
/// `I` or a `_` near its beginning, so two passes of `memchr` find all candidates. The finding never
/// repeats the key.
struct SecretCheck {
  let findings: [Finding]

  init(_ bytes: [UInt8], in path: ContentPath) {
    var found: [(offset: Int, what: String)] = []
    bytes.withUnsafeBufferPointer { text in
      Self.each(UInt8(ascii: "I"), in: text) { place in
        if let secret = Self.awsKey(in: text, at: place) ?? Self.googleKey(in: text, at: place)
          ?? Self.privateKey(in: text, at: place)
        {
          found.append(secret)
        }
      }
      Self.each(UInt8(ascii: "_"), in: text) { place in
        if let secret = Self.githubToken(in: text, at: place) { found.append(secret) }
      }
    }
    findings = found.map { offset, what in
      Finding(
        .secretSuspected, at: Self.place(of: offset, in: bytes, path),
        "this looks like \(what)",
        help: "revoke it, then write an example that ends in EXAMPLE")
    }
  }

  // MARK: - Kinds

  /// `AKIA` or `ASIA` and sixteen of A–Z and 2–7; at the `I`.
  private static func awsKey(
    in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (offset: Int, what: String)? {
    guard place >= 2, text.has("A", at: place - 2), text.has("A", at: place + 1),
      text.has("K", at: place - 1) || text.has("S", at: place - 1)
    else { return nil }
    let start = place - 2
    let end = run(in: text, from: place + 2) {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains($0)
    }
    guard end - start == 20, isBounded(start..<end, in: text),
      !isExample(text[start..<end])
    else { return nil }
    return (start, "an access key id of AWS")
  }

  /// `AIza` and 35 more; at the `I`.
  private static func googleKey(
    in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (offset: Int, what: String)? {
    guard place >= 1, text.has("AIza", at: place - 1) else { return nil }
    let start = place - 1
    let end = run(in: text, from: place + 3) { isWord($0) || $0 == UInt8(ascii: "-") }
    guard end - start == 39, isBounded(start..<end, in: text), !isExample(text[start..<end])
    else { return nil }
    return (start, "an API key of Google")
  }

  /// `ghp_` and its like with 36 letters or digits, or `github_pat_` and many; at the first `_`.
  private static func githubToken(
    in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (offset: Int, what: String)? {
    let start: Int
    let length: ClosedRange<Int>
    if place >= 3, text.has("gh", at: place - 3),
      "pousr".utf8.contains(text[place - 1])
    {
      start = place - 3
      length = 40...260
    } else if place >= 6, text.has("github_pat_", at: place - 6) {
      start = place - 6
      length = 60...260
    } else {
      return nil
    }
    let end = run(in: text, from: start, while: isWord)
    guard length.contains(end - start), isBounded(start..<end, in: text),
      !isExample(text[start..<end])
    else { return nil }
    return (start, "a token of GitHub")
  }

  /// `-----BEGIN … PRIVATE KEY-----` with a line of base64 below it; at the `I` of PRIVATE.
  private static func privateKey(
    in text: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (offset: Int, what: String)? {
    guard place >= 2, text.has("PRIVATE KEY-----", at: place - 2) else { return nil }
    var start = place - 2
    while start > 0, place - start < 40, text[start - 1] != 0x0A { start -= 1 }
    guard let begin = (start..<place).first(where: { text.has("-----BEGIN ", at: $0) }) else {
      return nil
    }
    var index = place + 14
    while index < text.count, isSpace(text[index]) || text[index] == UInt8(ascii: ">") {
      index += 1
    }
    let end = run(in: text, from: index) {
      isWord($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
    guard end - index >= 32, !isExample(text[index..<end]) else { return nil }
    return (begin, "a private key")
  }

  // MARK: - Bytes

  private static func each(
    _ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    _ = text.contains(byte) { place in
      body(place)
      return false
    }
  }

  private static func run(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, while belongs: (UInt8) -> Bool
  ) -> Int {
    var end = min(start, text.count)
    while end < text.count, end - start < 400, belongs(text[end]) { end += 1 }
    return end
  }

  /// True where no letter or digit stands before or behind.
  private static func isBounded(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    (range.lowerBound == 0 || !isWord(text[range.lowerBound - 1]))
      && (range.upperBound == text.count || !isWord(text[range.upperBound]))
  }

  /// Examples of documentation end in EXAMPLE or have hardly any different letters: `AKIAXXXX…`.
  private static func isExample(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if key.count >= 7, key.suffix(7).elementsEqual("EXAMPLE".utf8) { return true }
    return Set(key.dropFirst(4)).count < 6
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func place(of offset: Int, in bytes: [UInt8], _ path: ContentPath) -> Place {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return Place(path.string, line: line, column: offset - lineStart + 1)
  }
}
