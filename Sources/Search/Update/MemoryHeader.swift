/// What the memory's header holds: what a later index must know of all files of this one.
struct MemoryHeader: Sendable {
  /// A file that is known by the fingerprint of its content as well.
  struct File: Sendable {
    var mark: FileMark
    var fingerprint: UInt64
  }

  var limits: IndexLimits
  var pages: MemoryPages
  /// For each lexicon file what is known of its terms, as `MemoryRange` writes it.
  var ranges: [[UInt8]]
  var lexicon: [File]
  var rear: [File]
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
    bytes.reserveCapacity(ranges.reduce(pages.lengths.count * 20 + 100_000) { $0 + $1.count })
    bytes.appendVarint(Self.version)
    bytes.appendVarint(SearchIndex.version)
    for limit in [limits.cap, limits.leastHot, limits.leastCold, limits.leastLexicon] {
      bytes.appendVarint(limit)
    }
    pages.append(to: &bytes)
    bytes.appendVarint(ranges.count)
    for range in ranges { bytes.appendText(range) }
    for files in [lexicon, rear] {
      bytes.appendVarint(files.count)
      for file in files {
        bytes.appendMark(file.mark)
        bytes.appendFingerprint(file.fingerprint)
      }
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
    guard try end.fingerprint() == Array(bytes.dropLast(8)).fingerprint else { throw DamagedFile() }
    var reader = ByteReader(bytes)
    guard try reader.varint() == Self.version, try reader.varint() == SearchIndex.version else {
      throw DamagedFile()
    }
    limits = IndexLimits(
      cap: try reader.varint(), leastHot: try reader.varint(), leastCold: try reader.varint(),
      leastLexicon: try reader.varint())
    pages = try MemoryPages(&reader)
    ranges = []
    for _ in 0..<(try reader.count()) { ranges.append(try reader.text()) }
    lexicon = try Self.files(&reader)
    rear = try Self.files(&reader)
    results = try Self.marks(&reader)
    texts = try Self.marks(&reader)
    facets = try reader.text()
    guard lexicon.count == ranges.count, reader.rest == 8, limits.cap > 0,
      limits.leastLexicon >= IndexLimits.fewestTerms
    else { throw DamagedFile() }
  }

  private static func files(_ reader: inout ByteReader) throws(DamagedFile) -> [File] {
    var files: [File] = []
    for _ in 0..<(try reader.count()) {
      files.append(File(mark: try reader.mark(), fingerprint: try reader.fingerprint()))
    }
    return files
  }

  private static func marks(_ reader: inout ByteReader) throws(DamagedFile) -> [FileMark] {
    var marks: [FileMark] = []
    for _ in 0..<(try reader.count()) { marks.append(try reader.mark()) }
    return marks
  }
}
