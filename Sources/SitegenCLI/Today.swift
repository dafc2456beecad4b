internal import Glibc
internal import Notes

/// The day on which things expire: SOURCE_DATE_EPOCH where that is set, else the clock's, in UTC.
enum Today {
  static var date: CalendarDate? {
    var seconds = time(nil)
    if let epoch = getenv("SOURCE_DATE_EPOCH"), let value = Int(String(cString: epoch)) {
      seconds = value
    }
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
