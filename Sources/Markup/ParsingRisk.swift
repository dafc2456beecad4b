internal import Bytes
internal import Glibc

/// Whether a text looks as if it could keep the parser busy for long, or make it take much memory.
///
/// cmark-gfm 0.29.0.gfm.6 has inputs whose time grows with the square of their length, and tables that
/// make thousands of cells of a few bytes. They are told from ordinary notes by what they need: very
/// many of one special character close together, deep markers, or a table with a great product of
/// columns and rows. The estimate is cheap and errs on the side of caution: what it names is tried in
/// a process of its own first.
public struct ParsingRisk: Sendable, Equatable {
  /// True for a text that ought to be tried first.
  public let isHigh: Bool

  /// Tables above this many cells are tried first.
  static let cellCap = 50_000
  /// The size of the windows in which special characters are counted, in bytes.
  static let window = 4096
  /// More than this many of one special character make a window suspicious.
  static let tallyCap = 400
  /// More than this many markers at the beginning of a line are deep nesting.
  static let markerCap = 100

  /// Estimates the risk of parsing UTF-8.
  public init(of text: UnsafeBufferPointer<UInt8>) {
    isHigh =
      Self.hasGreatTable(text)
      || text.count >= 2 * Self.window && (Self.isCrowded(text) || Self.nestsDeeply(text))
  }

  /// Two crowded windows side by side or apart: enough for a square to be felt.
  private static func isCrowded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Looked up once: a lazy global is asked for at every use.
    let classes = Self.classes
    var crowded = 0
    var start = 0
    while start < text.count {
      let end = min(start + window, text.count)
      let isCrowded = withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 32) { tally in
        tally.initialize(repeating: 0)
        for index in start..<end { tally[classes[Int(text[index])]] += 1 }
        return tally[1...].contains { $0 > tallyCap }
      }
      if isCrowded { crowded += 1 }
      if crowded == 2 { return true }
      start = end
    }
    return false
  }

  /// For each byte the number of its class: 0 for what is harmless.
  private static let classes: [Int] = {
    var classes = [Int](repeating: 0, count: 256)
    for (index, byte) in "[]!<>`*_()~&\\:+#-^".utf8.enumerated() { classes[Int(byte)] = index + 1 }
    return classes
  }()

  /// A line that begins with very many markers of quotes and lists.
  private static func nestsDeeply(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var markers = 0
    var isAtStart = true
    for byte in text {
      switch byte {
      case 0x0A, 0x0D:
        markers = 0
        isAtStart = true
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        if isAtStart { markers += 1 }
        if markers > markerCap { return true }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: isAtStart = false
      }
    }
    return false
  }

  /// A delimiter row with so many columns that its rows make very many cells.
  private static func hasGreatTable(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress, hasManyPipes(text) else { return false }
    var index = 0
    var columns = 0
    var rows = 0
    while index < text.count {
      let found = memchr(base + index, 0x0A, text.count - index)
      let end = found.map { UnsafeRawPointer(base).distance(to: $0) } ?? text.count
      let line = UnsafeBufferPointer(rebasing: text[index..<end])
      index = end + 1
      if let width = delimiterColumns(line) {
        columns = width
        rows = 0
      } else if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        columns = 0
      } else if columns > 0 {
        rows += 1
        if columns * rows > cellCap { return true }
      }
    }
    return false
  }

  /// Fewer than a hundred pipes make no great table.
  private static func hasManyPipes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    return text.contains(UInt8(ascii: "|")) { _ in
      count += 1
      return count == 100
    }
  }

  /// The columns of a line like `| --- | :-: |`; nil for any other line.
  private static func delimiterColumns(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var pipes = 0
    var hasDash = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
        UInt8(ascii: ">"):
        break
      default: return nil
      }
    }
    return hasDash && pipes > 0 ? pipes + 1 : nil
  }
}
