internal import Bytes

/// Writes what results show of some pages (docs/search-format.md, 2.6).
struct ResultFile {
  private(set) var bytes: [UInt8] = []

  init(_ pages: Range<Int>, of documents: [SearchDocument], _ texts: TextPlan, _ files: [IndexFile])
  {
    for page in pages {
      append(
        documents[page], texts.places(of: page, sections: documents[page].sections.count), files)
    }
  }

  /// Replaces records in the content of a file: that of `page`, which has changed to `document`, and the
  /// places of the texts in those of `moved`.
  init(
    _ pages: Range<Int>, from former: [UInt8], page: Int, _ document: SearchDocument,
    moved: Set<Int>, _ texts: TextPlan, _ files: [IndexFile]
  ) throws(DamagedFile) {
    var start = 0
    for each in pages {
      let record = try FormerRecord(former, at: start)
      if each == page {
        var document = document
        document.trail = record.trail
        append(document, texts.places(of: page, sections: document.sections.count), files)
      } else if moved.contains(each) {
        bytes += former[start..<record.places.lowerBound]
        append(texts.places(of: each, sections: record.sections), files)
        bytes += former[record.places.upperBound..<record.end]
      } else {
        bytes += former[start..<record.end]
      }
      start = record.end
    }
    guard start == former.count else { throw DamagedFile() }
  }

  private mutating func append(
    _ document: SearchDocument, _ places: [TextPlan.Place], _ files: [IndexFile]
  ) {
    append(document.kind.rawValue, end: 0x09)
    append(document.address, end: 0x09)
    append(document.title, end: 0x09)
    for (index, title) in document.trail.enumerated() {
      if index > 0 { bytes.append(0x1F) }
      append(title, end: nil)
    }
    bytes.append(0x09)
    append(document.sections.count)
    bytes.append(0x09)
    append(places, files)
    bytes.append(0x0A)
    // Sections are large values, and read in place.
    for section in document.sections.indices {
      append(
        anchor: document.sections[section].anchor, heading: document.sections[section].heading,
        level: document.sections[section].level)
    }
  }

  private mutating func append(anchor: String, heading: String, level: Int) {
    // An anchor is left out where it follows from the heading; `!` stands for none.
    if anchor.isEmpty {
      if !heading.isEmpty { bytes.append(UInt8(ascii: "!")) }
    } else if !Self.isPlain(anchor, of: heading) {
      append(anchor, end: nil)
    }
    bytes.append(0x09)
    append(heading, end: 0x09)
    if level > 0 { append(level) }
    bytes.append(0x0A)
  }

  private mutating func append(_ places: [TextPlan.Place], _ files: [IndexFile]) {
    for (index, place) in places.enumerated() {
      if index > 0 { bytes.append(0x1F) }
      append(place.section)
      bytes.append(UInt8(ascii: ":"))
      append(place.record)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: IndexFile.id(.texts, files[place.file].check).utf8.dropFirst())
    }
  }

  /// Appends a number that is not negative, in decimal digits.
  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// True where an anchor is the one that follows from the heading.
  private static func isPlain(_ anchor: String, of heading: String) -> Bool {
    anchor.withBytes { anchor in
      heading.withBytes { heading in
        var next = 0
        for byte in heading {
          guard let plain = plain(byte) else { continue }
          guard next < anchor.count, anchor[next] == plain else { return false }
          next += 1
        }
        return next == anchor.count
      }
    }
  }

  /// The anchor that follows from a heading.
  static func plainAnchor(_ heading: some Sequence<UInt8>) -> [UInt8] { heading.compactMap(plain) }

  /// What stands in an anchor for a byte of a heading; nil for nothing.
  private static func plain(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
  }

  private mutating func append(_ text: String, end: UInt8?) {
    let first = bytes.count
    bytes.append(contentsOf: text.utf8)
    for index in first..<bytes.count where bytes[index] < 0x20 { bytes[index] = 0x20 }
    if let end { bytes.append(end) }
  }
}

/// Where the parts of a page's record lie in the content of a file.
private struct FormerRecord {
  let trail: [String]
  let sections: Int
  let places: Range<Int>
  let end: Int

  init(_ bytes: [UInt8], at start: Int) throws(DamagedFile) {
    var index = start
    func find(_ wanted: UInt8) throws(DamagedFile) -> Range<Int> {
      let first = index
      while index < bytes.count, bytes[index] != wanted { index += 1 }
      guard index < bytes.count else { throw DamagedFile() }
      index += 1
      return first..<(index - 1)
    }
    for _ in 0..<3 { _ = try find(0x09) }
    let trail = bytes[try find(0x09)]
    self.trail =
      trail.isEmpty
      ? []
      : trail.split(separator: 0x1F, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    let count = Int(String(decoding: bytes[try find(0x09)], as: UTF8.self))
    guard let count, count >= 0, count <= bytes.count else { throw DamagedFile() }
    sections = count
    places = try find(0x0A)
    for _ in 0..<count { _ = try find(0x0A) }
    end = index
  }
}
