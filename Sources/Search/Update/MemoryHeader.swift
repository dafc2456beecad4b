internal import Files

/// What the memory's header holds: what a later index must know of all files of this one.
struct MemoryHeader: Sendable {
  /// A file of words reversed: the first of them, how many, and the fingerprint of its content.
  struct Rear: Sendable {
    var first: [UInt8]
    var count: Int
    var file: FileMark
    var fingerprint: UInt64
  }

  var limits: IndexLimits
  var pages: MemoryPages
  var ranges: [MemoryRange]
  var rear: [Rear]
  var results: [FileMark]
  var texts: [FileMark]
  /// The end of the manifest, which tells of facets.
  var facets: [UInt8]

  /// The version of this form; what lists hold may change only together with it.
  private static let version = 1
}

extension MemoryHeader {
  /// The header's bytes; the last eight are the fingerprint of those before.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      ranges.reduce(pages.measures.count * 20 + 100_000) { $0 + $1.terms.count })
    bytes.appendVarint(Self.version)
    bytes.appendVarint(SearchIndex.version)
    for limit in [limits.cap, limits.leastHot, limits.leastCold, limits.leastLexicon] {
      bytes.appendVarint(limit)
    }
    pages.append(to: &bytes)
    bytes.appendVarint(ranges.count)
    for range in ranges { range.append(to: &bytes) }
    bytes.appendVarint(rear.count)
    for rear in rear {
      bytes.appendText(rear.first)
      bytes.appendVarint(rear.count)
      bytes.appendMark(rear.file)
      bytes.appendFingerprint(rear.fingerprint)
    }
    for marks in [results, texts] {
      bytes.appendVarint(marks.count)
      for mark in marks { bytes.appendMark(mark) }
    }
    bytes.appendText(facets)
    bytes.appendFingerprint(bytes.fingerprint)
    return bytes
  }

  init(_ bytes: [UInt8]) throws(DamagedFile) {
    guard bytes.count > 8 else { throw DamagedFile() }
    var end = ByteReader(Array(bytes.suffix(8)))
    let told = try end.fingerprint()
    let found = bytes.withUnsafeBytes {
      Fingerprint.of(UnsafeRawBufferPointer(rebasing: $0.dropLast(8)))
    }
    guard told == found else { throw DamagedFile() }
    var reader = ByteReader(bytes)
    guard try reader.varint() == Self.version, try reader.varint() == SearchIndex.version else {
      throw DamagedFile()
    }
    limits = IndexLimits(
      cap: try reader.varint(), leastHot: try reader.varint(), leastCold: try reader.varint(),
      leastLexicon: try reader.varint())
    pages = try MemoryPages(&reader)
    ranges = []
    for _ in 0..<(try reader.count()) { ranges.append(try MemoryRange(&reader)) }
    rear = []
    for _ in 0..<(try reader.count()) {
      rear.append(
        Rear(
          first: try reader.text(), count: try reader.varint(), file: try reader.mark(),
          fingerprint: try reader.fingerprint()))
    }
    results = try Self.marks(&reader)
    texts = try Self.marks(&reader)
    facets = try reader.text()
    guard reader.rest == 8, limits.cap > 0, limits.leastLexicon >= IndexLimits.fewestTerms else {
      throw DamagedFile()
    }
  }

  private static func marks(_ reader: inout ByteReader) throws(DamagedFile) -> [FileMark] {
    var marks: [FileMark] = []
    for _ in 0..<(try reader.count()) { marks.append(try reader.mark()) }
    return marks
  }
}
