internal import Files

/// A file of the memory: the whole lists of those terms of a lexicon file whose hot lists are cut.
///
/// It is written as a hot file is, behind the text of its first term.
struct RowsFile: Sendable, Equatable {
  /// The fingerprint of its bytes.
  let fingerprint: UInt64

  /// What it is called.
  var name: String {
    let hex = String(fingerprint, radix: 16)
    return String(repeating: "0", count: 16 - hex.utf8.count) + hex
  }

  /// Its lists, each of which has so many rows; `pages` is how many pages there are.
  func lists(
    in bytes: [UInt8], counts: [Int], pages: Int
  ) throws(DamagedFile) -> [PostingList] {
    guard bytes.fingerprint == fingerprint else { throw DamagedFile() }
    var reader = ByteReader(bytes)
    _ = try reader.text()
    return try PostingList.lists(ofHot: &reader, counts: counts, pages: pages)
  }

  /// Such a file while it grows.
  struct Maker: ~Copyable {
    private var columns = HotColumns()
    private var first: [UInt8] = []

    mutating func append(_ list: PostingList, of term: [UInt8], titleWords: [UInt8]) {
      if columns.termCount == 0 { first = term }
      columns.append(list, cap: .max, titleWords: titleWords)
    }

    /// The file and its bytes, if there is anything in it.
    var file: (file: RowsFile, bytes: [UInt8])? {
      guard columns.termCount > 0 else { return nil }
      var bytes: [UInt8] = []
      bytes.appendText(first)
      bytes += columns.bytes
      return (RowsFile(fingerprint: bytes.fingerprint), bytes)
    }
  }
}

extension [UInt8] {
  /// What tells these bytes from others.
  var fingerprint: UInt64 { withUnsafeBytes { Fingerprint.of($0) } }
}
