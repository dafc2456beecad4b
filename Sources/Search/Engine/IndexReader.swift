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
    guard let script = load("index.js"), let bytes = Self.content(of: script, id: nil) else {
      return nil
    }
    return try? IndexManifest(bytes)
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
    let made = load(name).flatMap { Self.content(of: $0, id: IndexFile.id(family, check)) }
    contents[name] = .some(made)
    return made
  }

  /// The content that a script hands over; nil unless its ID is the right one and tells the truth.
  static func content(of script: [UInt8], id: String?) -> [UInt8]? {
    bytes(of: script, id: id).flatMap(inflated)
  }

  /// The same, compressed as it is.
  static func bytes(of script: [UInt8], id: String?) -> [UInt8]? {
    let parts = script.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].elementsEqual("sitegenSearch(".utf8) else { return nil }
    let found = String(decoding: parts[1], as: UTF8.self)
    guard let bytes = Base64.decode(parts[3]), bytes.count > 1 else { return nil }
    let told = IndexFile.id(.manifest, IndexFile.check(of: bytes)).dropFirst()
    guard found.dropFirst() == told, id == nil ? found.first == "m" : found == id else {
      return nil
    }
    return bytes
  }

  /// What bytes hold behind their seed.
  static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
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
