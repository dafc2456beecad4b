/// Writes comma-separated values (RFC 4180) row by row, as UTF-8.
///
/// Spreadsheets run text that looks like a formula. Text that begins with `=`, `+`, `-`, `@`, a tab or
/// a carriage return therefore gets an apostrophe in front; numbers are written as they are.
public struct CSVWriter: Sendable, Equatable {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Makes a writer with a row of column names.
  public init(_ columns: [String]) {
    row { row in
      for column in columns { row.text(column) }
    }
  }

  /// Appends a row; `body` writes its cells.
  public mutating func row(_ body: (inout CSVWriter) -> Void) {
    isFirst = true
    body(&self)
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// Appends a cell of text.
  public mutating func text(_ text: String) {
    separate()
    let isFormula = text.utf8.first.map(Self.formulaBeginnings.contains) ?? false
    let isQuoted =
      text.utf8.contains(where: Self.quotedBytes.contains) || text.utf8.first == 0x20
      || text.utf8.last == 0x20
    if isQuoted { bytes.append(Self.quote) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(Self.quote) }
  }

  /// Appends a cell with a number; an empty one for nil.
  public mutating func number(_ value: Int?) {
    separate()
    if let value { bytes.append(contentsOf: String(value).utf8) }
  }

  /// Appends a cell with a number by its shortest digits.
  public mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private static let quote = UInt8(ascii: "\"")
  private static let quotedBytes: [UInt8] = [0x22, 0x2C, 0x0D, 0x0A]
  private static let formulaBeginnings: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
}
