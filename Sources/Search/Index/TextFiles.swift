internal import Bytes
internal import Glibc

/// Which sections' texts stand in which file (docs/search-format.md, 2.7).
struct TextPlan: Sendable {
  /// A record: a section of a page.
  struct Record: Sendable, Hashable {
    var page: Int32
    var section: Int32
  }

  /// From which section on a page's texts are where.
  typealias Place = (section: Int, record: Int, file: Int)

  /// All records, page by page.
  private(set) var records: [Record] = []
  /// Where each file's records begin; one more entry than files.
  private(set) var starts: [Int] = [0]
  /// For each page, the number of its first record.
  private(set) var firstRecord: [Int] = []
  /// About how many bytes a file holds.
  let size: Int

  /// The longest text of a section that excerpts are made from, in bytes.
  static let recordCap = 16_384
  /// The most files, about.
  private static let fileCap = 7_000
  private static let usualSize = 2_400

  init(_ documents: [SearchDocument]) {
    self.init(pages: documents.count, textSize: documents.reduce(0) { $0 + $1.text.count }) {
      documents[$0].sections.lazy.map { min(Self.recordCap, $0.text.count) }
    }
  }

  /// `textSize` is the size of all texts; `lengths` gives those of a page's records.
  init(pages: Int, textSize: Int, lengths: (Int) -> some Collection<Int>) {
    size = Steadiness.coarse(max(Self.usualSize, textSize / Self.fileCap))
    var current = 0
    for page in 0..<pages {
      firstRecord.append(records.count)
      let lengths = lengths(page)
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

  /// The bytes of a file, with its seed; `append` puts a record behind what is there.
  func bytes(
    of file: Int, append: (Record, inout [UInt8]) throws -> Void
  ) rethrows -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size * 3 / 2)
    bytes.append(IndexFile.Family.texts.seed)
    for number in starts[file]..<starts[file + 1] {
      if number > starts[file] { bytes.append(0x1E) }
      try append(records[number], &bytes)
    }
    // What is kept takes no more room than it needs.
    return bytes.compacted
  }

  /// The bytes of a file with records of these documents.
  func bytes(of file: Int, of documents: [SearchDocument]) -> [UInt8] {
    bytes(of: file) { record, bytes in
      let page = Int(record.page)
      let section = documents[page].sections[Int(record.section)].text
      Self.append(section, of: documents[page].text, to: &bytes)
    }
  }

  /// Puts a section's text, in a range of a document's, behind what is there.
  static func append(_ range: Range<Int>, of text: [UInt8], to bytes: inout [UInt8]) {
    var end = min(range.upperBound, range.lowerBound + Self.recordCap)
    while end < range.upperBound, end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    text.withUnsafeBufferPointer { text in
      let text = UnsafeBufferPointer(rebasing: text[range.lowerBound..<end])
      let first = bytes.count
      bytes.append(contentsOf: text)
      guard text.has(0x1E) || text.has(0) else { return }
      for index in first..<bytes.count where bytes[index] == 0x1E || bytes[index] == 0 {
        bytes[index] = 0x20
      }
    }
  }

  /// The pages that have records in a file.
  func pages(ofFile file: Int) -> ClosedRange<Int> {
    Int(records[starts[file]].page)...Int(records[starts[file + 1] - 1].page)
  }

  /// The file of a record, which is given by its number.
  func file(of record: Int) -> Int {
    max(0, (0..<fileCount).partitionPoint { starts[$0] > record } - 1)
  }

  /// Where a page's texts stand: from which section on, at which record of which file.
  func places(of page: Int, sections: Int) -> [Place] {
    var result: [Place] = []
    let first = firstRecord[page]
    var file = file(of: first)
    var number = first
    while number < first + sections, file < fileCount {
      result.append((number - first, number - starts[file], file))
      file += 1
      number = starts[file]
    }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ byte: Int32) -> Bool {
    guard let start = baseAddress else { return false }
    return memchr(start, byte, count) != nil
  }
}
