/// What the memory's header holds of all pages.
struct MemoryPages: Sendable {
  private(set) var measures: [PageMeasure] = []
  private(set) var inDegrees: [Int] = []
  /// For each note its other names; none for other pages.
  private(set) var aliases: [[[UInt8]]] = []
  /// The sizes of all sections' texts, page by page, and where those of each page begin.
  private var lengths: [Int32] = []
  private var starts: [Int32] = [0]
  /// The size of all texts, in bytes.
  private(set) var textSize: Int

  init(_ documents: [SearchDocument], _ measures: [PageMeasure]) {
    self.measures = measures
    textSize = 0
    // A document is large: its fields are read in place, and once.
    for page in documents.indices {
      inDegrees.append(documents[page].inDegree)
      let isNote = documents[page].kind == .note
      aliases.append(isNote ? documents[page].aliases.map { Array($0.utf8) } : [])
      textSize += documents[page].text.count
      appendLengths(Self.lengths(of: documents[page].sections))
    }
  }

  /// How many of the pages, the first ones, are notes.
  var notes: Int { measures.prefix { $0.isNote }.count }

  var textPlan: TextPlan {
    TextPlan(pages: measures.count, textSize: textSize) { lengths(of: $0).lazy.map(Int.init) }
  }

  /// Whether a document is what the memory has as a page, as far as it tells.
  func has(_ document: SearchDocument, _ measure: PageMeasure, as page: Int) -> Bool {
    measures[page] == measure
      && lengths(of: page).elementsEqual(Self.lengths(of: document.sections))
  }

  private func lengths(of page: Int) -> ArraySlice<Int32> {
    lengths[Int(starts[page])..<Int(starts[page + 1])]
  }

  private mutating func appendLengths(_ own: [Int32]) {
    lengths += own
    starts.append(Int32(lengths.count))
  }

  /// Takes a page for another.
  mutating func replace(
    _ page: Int, _ former: SearchDocument, with new: SearchDocument, _ measure: PageMeasure
  ) {
    measures[page] = measure
    let own = Self.lengths(of: new.sections)
    let grown = Int32(own.count) - (starts[page + 1] - starts[page])
    lengths.replaceSubrange(Int(starts[page])..<Int(starts[page + 1]), with: own)
    if grown != 0 { for next in (page + 1)..<starts.count { starts[next] += grown } }
    textSize += new.text.count - former.text.count
  }

  private static func lengths(of sections: [SearchDocument.Section]) -> [Int32] {
    sections.map { Int32(min(TextPlan.recordCap, $0.text.count)) }
  }

  // MARK: - Bytes

  func append(to bytes: inout [UInt8]) {
    bytes.appendVarint(measures.count)
    for (page, measure) in measures.enumerated() {
      bytes.append(measure.titleWords << 1 | (measure.isNote ? 1 : 0))
      bytes.appendVarint(measure.titleLength)
      bytes.appendVarint(measure.headingLength)
      bytes.appendVarint(measure.bodyLength)
      bytes.appendVarint(inDegrees[page])
      bytes.appendVarint(aliases[page].count)
      for alias in aliases[page] { bytes.appendText(alias) }
      let lengths = lengths(of: page)
      bytes.appendVarint(lengths.count)
      for length in lengths { bytes.appendVarint(Int(length)) }
    }
    bytes.appendVarint(textSize)
  }

  init(_ reader: inout ByteReader) throws(DamagedFile) {
    let count = try reader.count()
    measures.reserveCapacity(count)
    inDegrees.reserveCapacity(count)
    aliases.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    for _ in 0..<count {
      let flags = try reader.byte()
      var measure = PageMeasure()
      measure.titleWords = flags >> 1
      measure.isNote = flags & 1 == 1
      measure.titleLength = UInt32(truncatingIfNeeded: try reader.varint())
      measure.headingLength = UInt32(truncatingIfNeeded: try reader.varint())
      measure.bodyLength = UInt32(truncatingIfNeeded: try reader.varint())
      measures.append(measure)
      inDegrees.append(try reader.varint())
      var names: [[UInt8]] = []
      for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
      aliases.append(names)
      for _ in 0..<(try reader.count()) {
        lengths.append(Int32(min(TextPlan.recordCap, try reader.varint())))
      }
      starts.append(Int32(lengths.count))
    }
    textSize = try reader.varint()
  }
}
