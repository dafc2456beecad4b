internal import Files
internal import Notes
internal import Rendering

/// What a build remembers of the notes for the next one: enough to see that one note's text is all that
/// has changed, and to let its page follow.
///
/// It lies in the cache beside the site, as numbers of 32 and 64 bits with the lowest byte first, and
/// ends with a hash of all before.
struct BuildMemory: Equatable {
  /// What is remembered of one note.
  struct Entry: Equatable {
    /// The hash of its bytes.
    var fingerprint: UInt64
    /// Its number among those that are published; nil for a draft that is not.
    var number: Int?
    /// What differs between it and its published Markdown; nil where that is not known.
    var addresses: MendedAddresses?
    /// The headings whose sections' beginnings other pages show.
    var shown: [Int] = []
    /// Where its body lies in its page.
    var body: BodySeam?
  }

  /// Its name in the cache.
  static let name = "build"

  /// The build's key without the notes' bytes.
  var surroundings: UInt64
  /// The hash of the manifest of the site that it belongs to.
  var manifest: UInt64 = 0
  /// By path, drafts included.
  var entries: [Entry]
  /// The names of the other files of the cache.
  var files: [String]
  /// The one of them that the search index begins with.
  var index: String
  /// The pages that name lines of notes: paths in the site.
  var pagesWithLines: [String]
  /// The file of the graph, likewise; nil without one.
  var graph: String?

  private static let version: UInt64 = 0x1_6E65_6765_7469_73

  /// Makes the file for a cache that belongs to the site with a manifest of this hash.
  func head(
    _ manifest: UInt64
  ) -> (name: String, bytes: [UInt8], others: Set<String>) {
    var memory = self
    memory.manifest = manifest
    return (Self.name, memory.bytes, Set(files))
  }

  // MARK: - Bytes

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 96 + files.count * 24)
    for number in [Self.version, surroundings, manifest] { bytes.append(number) }
    bytes.append(entries.count)
    for entry in entries {
      bytes.append(entry.fingerprint)
      bytes.append(entry.number.map { $0 + 1 } ?? 0)
      bytes.append(entry.addresses.map { $0.edits.count + 1 } ?? 0)
      for edit in entry.addresses?.edits ?? [] {
        bytes.append(edit.place)
        bytes.append(text: edit.written)
        bytes.append(text: edit.address)
      }
      bytes.append(entry.shown)
      bytes.append(entry.body.map { [$0.start] + $0.fillings } ?? [])
    }
    for texts in [files, [index], pagesWithLines, graph.map { [$0] } ?? []] {
      bytes.append(texts.count)
      for text in texts { bytes.append(text: Array(text.utf8)) }
    }
    bytes.append(Fingerprint.of(bytes))
    return bytes
  }
}

extension BuildMemory {
  /// nil for bytes of another version, and for damaged ones.
  init?(_ bytes: [UInt8]) {
    guard var reader = NumberReader(bytes), reader.long() == Self.version,
      let surroundings = reader.long(),
      let manifest = reader.long(), let count = reader.count(ofSize: 24)
    else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard let fingerprint = reader.long(), let number = reader.number(),
        let addresses = reader.addresses(), let shown = reader.numbers(),
        let body = reader.numbers()
      else { return nil }
      entries.append(
        Entry(
          fingerprint: fingerprint, number: number > 0 ? number - 1 : nil, addresses: addresses,
          shown: shown,
          body: body.first.map { BodySeam(start: $0, fillings: Array(body.dropFirst())) }))
    }
    guard let files = reader.texts(), let index = reader.texts()?.first,
      let pagesWithLines = reader.texts(), let graph = reader.texts()
    else { return nil }
    self.init(
      surroundings: surroundings, manifest: manifest, entries: entries, files: files, index: index,
      pagesWithLines: pagesWithLines, graph: graph.first)
  }
}

/// Reads what `BuildMemory.bytes` wrote, and nothing beyond its end.
private struct NumberReader {
  private let bytes: [UInt8]
  private let end: Int
  private var place = 0

  /// nil for bytes that do not end with the hash of those before.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    self.bytes = bytes
    end = bytes.count - 8
    let isWhole = bytes.withUnsafeBytes { all in
      let hash = all.loadUnaligned(fromByteOffset: end, as: UInt64.self)
      return UInt64(littleEndian: hash)
        == Fingerprint.of(UnsafeRawBufferPointer(rebasing: all[..<end]))
    }
    guard isWhole else { return nil }
  }

  mutating func long() -> UInt64? { load(UInt64.self).map { UInt64(littleEndian: $0) } }

  mutating func number() -> Int? { load(UInt32.self).map { Int(UInt32(littleEndian: $0)) } }

  /// How many things follow, each of at least `size` bytes.
  mutating func count(ofSize size: Int) -> Int? {
    number().flatMap { $0 <= (end - place) / size ? $0 : nil }
  }

  mutating func numbers() -> [Int]? {
    guard let count = count(ofSize: 4) else { return nil }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      guard let number = number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  mutating func text() -> [UInt8]? {
    guard let count = count(ofSize: 1) else { return nil }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  mutating func texts() -> [String]? {
    guard let count = count(ofSize: 4) else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(String(decoding: text, as: UTF8.self))
    }
    return texts
  }

  /// The addresses of a note, which may be unknown; nil at the end of the bytes.
  mutating func addresses() -> MendedAddresses?? {
    guard let mark = number() else { return nil }
    guard mark > 0 else { return .some(nil) }
    var addresses = MendedAddresses()
    for _ in 1..<mark {
      guard let place = number(), let written = text(), let address = text() else { return nil }
      addresses.edits.append(.init(place: place, written: written, address: address))
    }
    return addresses
  }

  private mutating func load<Number: BitwiseCopyable>(_ type: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard place + size <= end else { return nil }
    defer { place += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: type) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: UInt64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(_ number: Int) {
    Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) {
      append(contentsOf: $0)
    }
  }

  fileprivate mutating func append(text: [UInt8]) {
    append(text.count)
    append(contentsOf: text)
  }

  fileprivate mutating func append(_ numbers: [Int]) {
    append(numbers.count)
    for number in numbers { append(number) }
  }
}
