internal import CDeflate
internal import Files

/// A file of the index: compressed bytes, or texts as they are, and a name that is their check.
public struct IndexFile: Sendable {
  /// What a file holds (docs/search-format.md, 2).
  enum Family: UInt8, Sendable {
    case manifest = 0x6D
    case lexicon = 0x6C
    case rear = 0x72
    case hot = 0x68
    case cold = 0x63
    case results = 0x70
    case texts = 0x74
    case facets = 0x66

    /// True where the content is text that is not compressed: who serves the file does that, and better.
    var isText: Bool { self == .texts }

    /// The seed to begin with; that of a text is a character.
    var seed: UInt8 { isText ? UInt8(ascii: "0") : 0 }
  }

  let family: Family
  /// The seed byte, then DEFLATE data or a text; none where the file is as it was in the index before.
  private(set) var bytes: [UInt8]
  /// What its name tells of it.
  private(set) var mark: FileMark
  /// The check: 24 bits.
  var check: UInt32 { mark.check }
  /// Whether the file is as it was in the index before.
  var isKept: Bool { bytes.isEmpty }

  init(_ family: Family, _ content: [UInt8], with compressor: borrowing Compressor) {
    let bytes = compressor.compress(content)
    self.init(family, bytes, check: Self.check(of: bytes))
  }

  /// A file of what is packed already, behind its seed.
  init(_ family: Family, packed bytes: [UInt8]) {
    self.init(family, bytes, check: Self.check(of: bytes))
  }

  private init(_ family: Family, _ bytes: [UInt8], check: UInt32) {
    self.family = family
    self.bytes = bytes
    mark = FileMark(check)
  }

  /// Files with these bytes, each with its seed.
  static func all(_ family: Family, _ bytes: [[UInt8]]) -> [IndexFile] {
    zip(bytes, checks(of: bytes)).map { IndexFile(family, $0, check: $1) }
  }

  /// A file of texts, which stand behind their seed.
  init(texts bytes: [UInt8]) {
    self.init(.texts, bytes, check: Self.check(of: bytes))
  }

  /// A file of the index before.
  init(_ family: Family, kept mark: FileMark) {
    self.family = family
    bytes = []
    self.mark = mark
  }

  /// Counts the seed up until `taken` does not have the check, and takes it.
  mutating func settle(among taken: inout Set<UInt32>) {
    while !taken.insert(mark.check).inserted {
      bytes[0] &+= 1
      mark.check = Self.check(of: bytes)
    }
  }

  /// The same for a file that may be kept: where its seed was another than the first, or has to be now, `former`
  /// gives the bytes that it had.
  mutating func settle(
    among taken: inout Set<UInt32>, former: (IndexFile) throws -> [UInt8]
  ) throws {
    guard isKept else { return settle(among: &taken) }
    if mark.check == mark.first, taken.insert(mark.first).inserted { return }
    let known = try former(self)
    guard !known.isEmpty else { throw DamagedFile() }
    bytes = known
    bytes[0] = family.seed
    guard Self.check(of: bytes) == mark.first else { throw DamagedFile() }
    mark.check = mark.first
    settle(among: &taken)
    if bytes == known { bytes = [] }
  }

  /// Where it lies below the folder of the index.
  public var name: String {
    family == .manifest ? "index.js" : Self.name(family, check)
  }

  /// Where it lies in the site.
  public var path: String { "\(SearchIndex.folder)/\(name)" }

  /// The file's text: a script that hands the bytes to whoever asked for them.
  public var script: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + 40)
    result.append(contentsOf: "sitegenSearch(\"".utf8)
    result.append(contentsOf: Self.id(family, check).utf8)
    result.append(contentsOf: "\",\"".utf8)
    if family.isText {
      StringLiteral.append(bytes, to: &result)
    } else {
      Base64.append(bytes, to: &result)
    }
    result.append(contentsOf: "\");\n".utf8)
    return result
  }

  static func name(_ family: Family, _ check: UInt32) -> String {
    "\(String(check >> 20, radix: 16))/\(id(family, check)).js"
  }

  static func id(_ family: Family, _ check: UInt32) -> String {
    let hex = String(check, radix: 16)
    let letter = Character(Unicode.Scalar(family.rawValue))
    return "\(letter)\(String(repeating: "0", count: 6 - hex.utf8.count))\(hex)"
  }
}

/// The check of a file with its family's first seed, and the one that it has.
struct FileMark: Sendable, Equatable {
  var first: UInt32
  var check: UInt32

  init(_ first: UInt32) {
    self.first = first
    check = first
  }
}

/// libdeflate's compressor.
///
/// It is owned by one thread at a time and freed with this value.
struct Compressor: ~Copyable {
  private let handle: OpaquePointer?

  init() {
    handle = libdeflate_alloc_compressor(6)
  }

  deinit {
    if let handle { libdeflate_free_compressor(handle) }
  }

  /// A seed byte of 0, then the content as raw DEFLATE data.
  func compress(_ content: [UInt8]) -> [UInt8] {
    let bound = libdeflate_deflate_compress_bound(handle, content.count)
    let room = 1 + max(bound, content.count + 64)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      buffer[0] = 0
      let base = buffer.baseAddress.map { UnsafeMutableRawPointer($0 + 1) }
      let count = libdeflate_deflate_compress(handle, content, content.count, base, room - 1)
      // What is kept takes no more room than it needs.
      return Array(buffer[...count])
    }
  }
}
