internal import Files
internal import Glibc
internal import Notes

/// When each file of a folder last changed, from the history of its git repository.
///
/// One call of `git log` for the whole folder, without the network. Where there is no repository or no
/// git, or only a shallow clone, whose oldest commit seems to have made every file, nothing is known. The time is the committer's, as a day in UTC; a change that is not
/// committed does not count.
struct GitChanges {
  let days: [ContentPath: CalendarDate]

  init(of folder: String) {
    guard !Self.revision(of: folder).isEmpty else {
      days = [:]
      return
    }
    let log = Git(folder: folder).output(
      of: [
        "log", "--format=format:%x01%ct", "--name-only", "--no-renames", "--no-follow",
        "--no-ext-diff", "--no-textconv", "--no-color", "--relative", "-z", "--", ".",
      ])
    days = log.map(Self.read) ?? [:]
  }

  /// The commit that is checked out; empty where there is none, or no whole history of it.
  static func revision(of folder: String) -> [UInt8] {
    let answer = Git(folder: folder).output(of: ["rev-parse", "--is-shallow-repository", "HEAD"])
    let lines = (answer ?? []).split(separator: 0x0A)
    return lines.count == 2 && lines[0].elementsEqual("false".utf8) ? Array(lines[1]) : []
  }

  /// Reads the log, in which the latest change comes first: `\u{1}seconds`, then names, between NULs.
  static func read(_ log: [UInt8]) -> [ContentPath: CalendarDate] {
    var days: [ContentPath: CalendarDate] = [:]
    var day: CalendarDate?
    for field in log.split(separator: 0) {
      var name = field
      if field.first == 1 {
        let parts = field.dropFirst().split(separator: 0x0A, maxSplits: 1)
        day = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
          .flatMap(CalendarDate.init(unixSeconds:))
        guard parts.count == 2 else { continue }
        name = parts[1]
      }
      guard let day, let path = ContentPath(String(decoding: name, as: UTF8.self)),
        days[path] == nil
      else { continue }
      days[path] = day
    }
    return days
  }
}

extension CalendarDate {
  /// The day in UTC of a time in seconds since 1970 (Hinnant, chrono-compatible date algorithms).
  init?(unixSeconds seconds: Int) {
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
