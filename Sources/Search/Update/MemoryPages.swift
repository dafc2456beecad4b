/// What the memory's header holds of all pages.
struct MemoryPages: Sendable {
  private(set) var measures: [PageMeasure] = []
  private(set) var inDegrees: [Int] = []
  /// For each note its other names; none for other pages.
  private(set) var aliases: [[[UInt8]]] = []
  /// For each page the sizes of its sections' texts.
  private(set) var lengths: [[Int]] = []
  /// The size of all texts, in bytes.
  private(set) var textSize: Int

  init(_ documents: [SearchDocument], _ measures: [PageMeasure]) {
    self.measures = measures
    inDegrees = documents.map(\.inDegree)
    aliases = documents.map { $0.kind == .note ? $0.aliases.map { Array($0.utf8) } : [] }
    lengths = documents.map(Self.lengths)
    textSize = documents.reduce(0) { $0 + $1.text.count }
  }

  /// How many of the pages, the first ones, are notes.
  var notes: Int { measures.prefix { $0.isNote }.count }

  var textPlan: TextPlan {
    TextPlan(pages: lengths.count, textSize: textSize) { lengths[$0] }
  }

  /// Whether a document is what the memory has as a page, as far as it tells.
  func has(_ document: SearchDocument, _ measure: PageMeasure, as page: Int) -> Bool {
    measures[page] == measure && lengths[page] == Self.lengths(document)
  }

  /// Takes a page for another.
  mutating func replace(
    _ page: Int, _ former: SearchDocument, with new: SearchDocument, _ measure: PageMeasure
  ) {
    measures[page] = measure
    lengths[page] = Self.lengths(new)
    textSize += new.text.count - former.text.count
  }

  private static func lengths(_ document: SearchDocument) -> [Int] {
    document.sections.map { min(TextPlan.recordCap, $0.text.count) }
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
      bytes.appendVarint(lengths[page].count)
      for length in lengths[page] { bytes.appendVarint(length) }
    }
    bytes.appendVarint(textSize)
  }

  init(_ reader: inout ByteReader) throws(DamagedFile) {
    let count = try reader.count()
    measures.reserveCapacity(count)
    inDegrees.reserveCapacity(count)
    aliases.reserveCapacity(count)
    lengths.reserveCapacity(count)
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
      lengths.append(try reader.varints(try reader.count()))
    }
    textSize = try reader.varint()
  }
}
