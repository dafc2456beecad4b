internal import CDeflate

/// Reads the files of an index, each once.
struct IndexReader: Sendable {
  private let load: @Sendable (String) -> [UInt8]?
  private var lexica: [UInt32: Lexicon?] = [:]
  private var hot: [UInt32: HotLists?] = [:]
  private var contents: [String: [UInt8]?] = [:]

  /// Makes a reader; `load` gives the bytes of a file below the folder of the index, nil for none.
  init(_ load: @escaping @Sendable (String) -> [UInt8]?) {
    self.load = load
  }

  /// The largest content of a file, in bytes.
  private static let sizeCap = 1 << 28

  /// The manifest; nil where it is missing or damaged.
  mutating func manifest() -> IndexManifest? {
    guard let script = load("index.js"), let bytes = Self.bytes(of: script, id: nil),
      let content = Self.content(of: bytes, .manifest)
    else { return nil }
    return try? IndexManifest(content)
  }

  mutating func lexicon(_ check: UInt32) -> Lexicon? {
    if let known = lexica[check] { return known }
    let made = content(.lexicon, check).flatMap { try? Lexicon($0) }
    lexica[check] = .some(made)
    return made
  }

  /// The lists of a hot file; `counts` says how many postings each of its terms has.
  mutating func hotLists(_ check: UInt32, counts: [Int]) -> HotLists? {
    if let known = hot[check] { return known }
    let made = content(.hot, check).flatMap { try? HotLists($0, counts: counts) }
    hot[check] = .some(made)
    return made
  }

  /// The content of a file; nil where it is missing or damaged.
  mutating func content(_ family: IndexFile.Family, _ check: UInt32) -> [UInt8]? {
    let name = IndexFile.name(family, check)
    if let known = contents[name] { return known }
    let made = load(name).flatMap { Self.bytes(of: $0, id: IndexFile.id(family, check)) }
      .flatMap { Self.content(of: $0, family) }
    contents[name] = .some(made)
    return made
  }

  /// The bytes that a script hands over, as they are; nil unless its ID is the right one and tells the
  /// truth.
  static func bytes(of script: [UInt8], id: String?) -> [UInt8]? {
    let start = Array("sitegenSearch(\"".utf8)
    let end = Array("\");\n".utf8)
    let middle = Array("\",\"".utf8)
    guard script.starts(with: start), script.suffix(end.count).elementsEqual(end),
      let idEnd = script[start.count...].firstIndex(of: UInt8(ascii: "\"")),
      script[idEnd...].starts(with: middle), idEnd + middle.count <= script.count - end.count
    else { return nil }
    let found = String(decoding: script[start.count..<idEnd], as: UTF8.self)
    let told = script[(idEnd + middle.count)..<(script.count - end.count)]
    let isText = found.utf8.first.flatMap(IndexFile.Family.init)?.isText ?? false
    guard let bytes = isText ? StringLiteral.decode(told) : Base64.decode(told), bytes.count > 1,
      found.dropFirst() == IndexFile.id(.manifest, IndexFile.check(of: bytes)).dropFirst(),
      id == nil ? found.first == "m" : found == id
    else { return nil }
    return bytes
  }

  /// What bytes hold behind their seed; nil where they are damaged.
  static func content(of bytes: [UInt8], _ family: IndexFile.Family) -> [UInt8]? {
    family.isText ? Array(bytes.dropFirst()) : inflated(bytes)
  }

  private static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var room = bytes.count * 6 + 1_024
    while room <= sizeCap {
      var status = LIBDEFLATE_BAD_DATA
      let result = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        bytes.withUnsafeBytes { source in
          status = libdeflate_deflate_decompress(
            decompressor, source.baseAddress.map { $0 + 1 }, bytes.count - 1, buffer.baseAddress,
            room, &count)
        }
        if status != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return result }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
      room *= 4
    }
    return nil
  }
}
