/// The words of a text, folded, with their places: what phrases are looked for in.
struct Words: Sendable, Equatable {
  /// In lower case, without a final `'s`, and singular where that is plain.
  private(set) var folded: [String] = []
  /// As written, for what is told by capitals.
  private(set) var written: [String] = []
  /// The range of each in the text's UTF-8.
  private(set) var ranges: [Range<Int>] = []

  var count: Int { folded.count }
  var isEmpty: Bool { folded.isEmpty }

  /// Splits UTF-8 at everything that is neither a letter nor a digit.
  init(_ text: some Collection<UInt8>, offset: Int = 0) {
    var word: [UInt8] = []
    var start = offset
    var index = offset
    var isCut = false
    for byte in text {
      if Self.isWordByte(byte) {
        if word.isEmpty { start = index }
        if !isCut { word.append(byte) }
      } else if byte == UInt8(ascii: "'"), !word.isEmpty {
        // "customer's" is said of the customer.
        isCut = true
      } else {
        end(&word, start..<index)
        isCut = false
      }
      index += 1
    }
    end(&word, start..<index)
  }

  init(_ text: String) {
    // The typographic apostrophe is the same as the plain one, and as long as no word cares.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    self.init(Array((isPlain ? text : text.replacing("\u{2019}", with: "'")).utf8))
  }

  private mutating func end(_ word: inout [UInt8], _ range: Range<Int>) {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    written.append(text)
    folded.append(Self.folded(word, text))
    ranges.append(range)
    word.removeAll(keepingCapacity: true)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static func folded(_ bytes: [UInt8], _ text: String) -> String {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      var lower = ""
      for scalar in text.unicodeScalars
      where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        lower += scalar.properties.lowercaseMapping
      }
      return lower
    }
    return singular(
      String(decoding: bytes.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self))
  }

  /// Words that end in s and are no plurals.
  private static let unchanged: Set<String> = [
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
