/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; a time may follow after `T` or a space, and is left out.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]),
      let day = CalendarDate.number(bytes[8..<10]),
      bytes.count == 10 || CalendarDate.isTime(bytes[10...])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String {
    "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))-\(CalendarDate.padded(day, 2))"
  }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// True for `T10:15`, ` 10:15:30.5Z`, ` 10:15:30 +02:00` and the like.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.dropFirst()
    guard let mark = bytes.first, mark | 0x20 == UInt8(ascii: "t") || mark == 0x20,
      takeNumber(&rest, below: 24), take(&rest, UInt8(ascii: ":")), takeNumber(&rest, below: 60)
    else { return false }
    if take(&rest, UInt8(ascii: ":")) {
      guard takeNumber(&rest, below: 61) else { return false }
      if take(&rest, UInt8(ascii: ".")) {
        let fraction = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard !fraction.isEmpty else { return false }
        rest = rest.dropFirst(fraction.count)
      }
    }
    rest = rest.drop { $0 == 0x20 }
    if rest.isEmpty || take(&rest, UInt8(ascii: "Z")) { return rest.isEmpty }
    guard take(&rest, UInt8(ascii: "+")) || take(&rest, UInt8(ascii: "-")),
      takeNumber(&rest, below: 24)
    else { return false }
    if rest.isEmpty { return true }
    _ = take(&rest, UInt8(ascii: ":"))
    return takeNumber(&rest, below: 60) && rest.isEmpty
  }

  private static func take(_ bytes: inout ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    guard bytes.first == byte else { return false }
    bytes = bytes.dropFirst()
    return true
  }

  private static func takeNumber(_ bytes: inout ArraySlice<UInt8>, below limit: Int) -> Bool {
    guard bytes.count >= 2, let number = number(bytes.prefix(2)), number < limit else {
      return false
    }
    bytes = bytes.dropFirst(2)
    return true
  }
}
