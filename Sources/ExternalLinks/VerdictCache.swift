internal import Glibc

/// Links that were alive when they were last looked at, with the time, in a file of text.
///
/// What was dead or unknown is never remembered: it is looked at again each time. The file may be thrown
/// away at any time; one that cannot be read counts as empty.
struct VerdictCache: Sendable {
  private struct Entry: Sendable {
    let time: Int
    let verdict: Verdict
  }

  private var entries: [String: Entry] = [:]
  private let now: Int
  private static let header = "sitegen-links 1"
  private static let sizeCap = 64 << 20

  /// Reads what a file remembers that is not older than `age` seconds at `now`.
  init(reading path: String?, age: Int, now: Int) {
    self.now = now
    guard let path, let bytes = Self.read(path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.header[...] else { return }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let time = Int(fields[0]), time <= now, now - time < age else {
        continue
      }
      entries[String(fields[1])] = Entry(
        time: time, verdict: fields[2].isEmpty ? .alive : .moved(to: String(fields[2])))
    }
  }

  /// The verdict on an address; nil where it is to be looked at.
  subscript(address: String) -> Verdict? { entries[address]?.verdict }

  /// Remembers a verdict on an address if it is worth that.
  mutating func note(_ verdict: Verdict, on address: String) {
    switch verdict {
    case .alive, .moved: entries[address] = Entry(time: now, verdict: verdict)
    case .fragmentMissing, .dead, .unknown: entries[address] = nil
    }
  }

  /// Writes the file anew, sorted; the former one stays where that fails.
  func write(to path: String) {
    var text = "\(Self.header)\n"
    for (address, entry) in entries.sorted(by: { $0.key < $1.key }) {
      var target = ""
      if case .moved(let to) = entry.verdict { target = to }
      guard !"\(address)\(target)".utf8.contains(where: { $0 < 0x20 }) else { continue }
      text += "\(entry.time)\t\(address)\t\(target)\n"
    }
    let temporary = "\(path).\(getpid())"
    guard let file = fopen(temporary, "w") else { return }
    let isWritten = fputs(text, file) >= 0
    if fclose(file) != 0 || !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < sizeCap {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}
