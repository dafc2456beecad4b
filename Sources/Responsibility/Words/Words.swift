internal import Bytes

/// The words of a text, folded, with their places: what phrases are looked for in.
struct Words: Sendable, Equatable {
  /// In lower case, without a final `'s`, and singular where that is plain.
  private(set) var folded: [String] = []
  /// The range of each in the text's UTF-8.
  private(set) var ranges: [Range<Int>] = []

  var count: Int { folded.count }
  var isEmpty: Bool { folded.isEmpty }

  /// Splits UTF-8 at everything that is neither a letter nor a digit.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    // English has five to six bytes for a word and its blank.
    folded.reserveCapacity(text.count / 6 + 1)
    ranges.reserveCapacity(text.count / 6 + 1)
    var index = 0
    while index < text.count {
      guard WordNumbers.isWordByte(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var isPlain = true
      while index < text.count, WordNumbers.isWordByte(text[index]) {
        if text[index] >= 0x80 { isPlain = false }
        index += 1
      }
      folded.append(Self.folded(UnsafeBufferPointer(rebasing: text[start..<index]), isPlain))
      // "customer's" is said of the customer.
      while index < text.count,
        text[index] == UInt8(ascii: "'") || WordNumbers.isWordByte(text[index])
      {
        index += 1
      }
      ranges.append(start..<index)
    }
  }

  init(_ text: ArraySlice<UInt8>) {
    self = text.withUnsafeBufferPointer { Words($0) }
  }

  init(_ text: String) {
    self = Self.plain(text).withBytes { Words($0) }
  }

  /// The text with plain apostrophes: the typographic one is the same, and as long as no word cares.
  static func plain(_ text: String) -> String {
    text.withBytes { $0.isASCII } ? text : text.replacing("\u{2019}", with: "'")
  }

  private static func folded(_ word: UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> String {
    guard isPlain else {
      var lower = ""
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars
      where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        lower += scalar.properties.lowercaseMapping
      }
      return lower
    }
    let lower = String(unsafeUninitializedCapacity: word.count) { room in
      for (place, byte) in word.enumerated() {
        room.initializeElement(at: place, to: byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      return word.count
    }
    return word[word.count - 1] | 0x20 == 0x73 ? singular(lower) : lower
  }

  /// Words that end in s and are no plurals.
  static let unchanged: Set<String> = [
    "access", "process", "status", "analysis", "kubernetes", "windows", "https", "dns", "always",
    "across", "business", "address", "wireless", "serverless", "compliance", "aws", "us", "this",
    "its", "is", "as", "was", "has", "does", "less", "iaas", "paas", "saas", "faas", "ecs", "eks",
    "rds", "ebs", "efs", "sqs", "sns", "ses", "kms", "ddos", "os", "tls", "azs", "macos",
    "premises",
    "operations", "organizations", "kinesis", "redis", "vs", "plus", "thus", "perhaps",
  ]

  /// The singular of an English word in lower case, where that is plain.
  static func singular(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s"), !unchanged.contains(word) else {
      return word
    }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
    if word.hasSuffix("ies"), bytes.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["xes", "ches", "shes", "sses"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
