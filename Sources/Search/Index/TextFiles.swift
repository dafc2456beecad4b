/// Which sections' texts stand in which file (docs/search-format.md, 2.7).
struct TextPlan: Sendable {
  /// A record: a section of a page.
  struct Record: Sendable {
    var page: Int32
    var section: Int32
  }

  /// All records, page by page.
  private(set) var records: [Record] = []
  /// Where each file's records begin; one more entry than files.
  private(set) var starts: [Int] = [0]
  /// For each page, the number of its first record.
  private(set) var firstRecord: [Int] = []
  /// How hard the files are compressed: on a large site that takes time and saves hardly a byte in a hundred.
  let level: Int32

  /// The longest text of a section that excerpts are made from, in bytes.
  static let recordCap = 16_384
  /// The most files, about.
  private static let fileCap = 7_000
  private static let usualSize = 2_400
  /// How many bytes of text make a site a large one.
  private static let largeSite = 8_000_000

  init(_ documents: [SearchDocument]) {
    let total = documents.reduce(0) { $0 + $1.text.count }
    level = total > Self.largeSite ? 1 : 6
    let size = Steadiness.coarse(max(Self.usualSize, total / Self.fileCap))
    var current = 0
    for (page, document) in documents.enumerated() {
      firstRecord.append(records.count)
      let lengths = document.sections.map { min(Self.recordCap, $0.text.count) }
      if current > 0, current + lengths.reduce(0, +) > size * 5 / 4 { close(&current) }
      for (section, length) in lengths.enumerated() {
        if current > 0, current + length > size * 2 { close(&current) }
        records.append(Record(page: Int32(page), section: Int32(section)))
        current += length + 1
      }
    }
    if records.count > (starts.last ?? 0) { close(&current) }
  }

  private mutating func close(_ current: inout Int) {
    starts.append(records.count)
    current = 0
  }

  var fileCount: Int { starts.count - 1 }

  /// The content of a file.
  func content(of file: Int, _ documents: [SearchDocument]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in starts[file]..<starts[file + 1] {
      if number > starts[file] { bytes.append(0x1E) }
      let record = records[number]
      let document = documents[Int(record.page)]
      let range = document.sections[Int(record.section)].text
      var end = min(range.upperBound, range.lowerBound + Self.recordCap)
      while end < range.upperBound, end > range.lowerBound, document.text[end] & 0xC0 == 0x80 {
        end -= 1
      }
      let first = bytes.count
      bytes.append(contentsOf: document.text[range.lowerBound..<end])
      for index in first..<bytes.count where bytes[index] == 0x1E { bytes[index] = 0x20 }
    }
    return bytes
  }

  /// Where a page's texts stand: from which section on, at which record of which file.
  func places(of page: Int, sections: Int) -> [(section: Int, record: Int, file: Int)] {
    var result: [(section: Int, record: Int, file: Int)] = []
    var low = 0
    var high = fileCount
    let first = firstRecord[page]
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= first { low = middle } else { high = middle }
    }
    var number = first
    while number < first + sections, low < fileCount {
      result.append((number - first, number - starts[low], low))
      low += 1
      number = starts[low]
    }
    return result
  }
}
