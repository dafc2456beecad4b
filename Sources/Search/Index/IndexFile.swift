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
  /// Whether a file before it has the same content, and so the name: both are one.
  private(set) var isRepeated = false

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

  /// The files of a family so far, by their checks; one for each name.
  typealias Names = [UInt32: IndexFile]

  /// Counts the seed up until no file with other content has the name.
  mutating func settle(among names: inout Names) {
    takeName(among: &names) { $0.bytes }
  }

  /// The same for files that may be kept: where it takes more than the check, `former` gives the bytes that such a
  /// file had.
  mutating func settle(
    among names: inout Names, former: (IndexFile) throws -> [UInt8]
  ) throws {
    var known: [UInt8] = []
    if isKept {
      if check == mark.first, names[check] == nil {
        names[check] = self
        return
      }
      // Its seed was another than the first, or has to be now.
      known = try former(self)
      guard !known.isEmpty else { throw DamagedFile() }
      bytes = known
      bytes[0] = family.seed
      mark.check = Self.check(of: bytes)
      guard check == mark.first else { throw DamagedFile() }
    }
    try takeName(among: &names) { $0.isKept ? try former($0) : $0.bytes }
    if bytes == known { bytes = [] }
  }

  /// `content` gives the bytes of files that have a name.
  private mutating func takeName(
    among names: inout Names, _ content: (IndexFile) throws -> [UInt8]
  ) rethrows {
    while let other = names[check] {
      if try content(other) == bytes {
        isRepeated = true
        return
      }
      bytes[0] &+= 1
      mark.check = Self.check(of: bytes)
    }
    names[check] = self
  }

  /// Where it lies below the folder of the index.
  public var name: String {
    family == .manifest ? "index.js" : Self.name(family, check)
  }

  /// Where it lies in the site.
  public var path: String { SearchIndex.folder + "/" + name }

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
    String(unsafeUninitializedCapacity: 12) { bytes in
      bytes[0] = digit(check >> 20)
      bytes[1] = UInt8(ascii: "/")
      put(family, check, to: UnsafeMutableBufferPointer(rebasing: bytes[2..<9]))
      for (index, byte) in ".js".utf8.enumerated() { bytes[9 + index] = byte }
      return 12
    }
  }

  static func id(_ family: Family, _ check: UInt32) -> String {
    String(unsafeUninitializedCapacity: 7) { bytes in
      put(family, check, to: bytes)
      return 7
    }
  }

  /// Writes an ID, which has seven characters.
  private static func put(
    _ family: Family, _ check: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    bytes[0] = family.rawValue
    for index in 1...6 { bytes[index] = digit(check >> UInt32(24 - 4 * index)) }
  }

  /// The hexadecimal digit of the lowest four bits.
  private static func digit(_ value: UInt32) -> UInt8 {
    let value = UInt8(value & 15)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
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
