/// A file of the index that is not what it should be.
struct DamagedFile: Error {}

/// Reads the numbers and texts of a file, and throws where it ends too early.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }
  /// How many bytes are left.
  var rest: Int { bytes.count - index }

  mutating func byte() throws(DamagedFile) -> UInt8 {
    guard index < bytes.count else { throw DamagedFile() }
    index += 1
    return bytes[index - 1]
  }

  mutating func varint() throws(DamagedFile) -> Int {
    var value = 0
    var shift = 0
    while true {
      let next = try byte()
      guard shift < 35 else { throw DamagedFile() }
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }

  mutating func skipVarint() throws(DamagedFile) {
    while try byte() >= 0x80 {}
  }

  /// A number of things that follow, each of at least one byte.
  mutating func count() throws(DamagedFile) -> Int {
    let value = try varint()
    guard value <= bytes.count - index else { throw DamagedFile() }
    return value
  }

  mutating func varints(_ count: Int) throws(DamagedFile) -> [Int] {
    guard count <= bytes.count - index else { throw DamagedFile() }
    var result: [Int] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try varint()) }
    return result
  }

  mutating func bytes(_ count: Int) throws(DamagedFile) -> ArraySlice<UInt8> {
    guard count <= bytes.count - index else { throw DamagedFile() }
    index += count
    return bytes[(index - count)..<index]
  }

  mutating func text() throws(DamagedFile) -> [UInt8] {
    Array(try bytes(try varint()))
  }

  mutating func check() throws(DamagedFile) -> UInt32 {
    let three = try bytes(3)
    return three.reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func checks(_ count: Int) throws(DamagedFile) -> [UInt32] {
    guard count * 3 <= bytes.count - index else { throw DamagedFile() }
    var result: [UInt32] = []
    for _ in 0..<count { result.append(try check()) }
    return result
  }

  /// Texts, each without what it shares with the one before.
  mutating func frontCoded(_ count: Int) throws(DamagedFile) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for _ in 0..<count {
      let shared = try varint()
      let before = result.last ?? []
      guard shared <= before.count else { throw DamagedFile() }
      result.append(Array(before[..<shared]) + (try text()))
    }
    return result
  }

  /// Texts in columns.
  mutating func columns(_ count: Int) throws(DamagedFile) -> [[UInt8]] {
    let shared = try varints(count)
    let lengths = try varints(count)
    var result: [[UInt8]] = []
    for each in 0..<count {
      let before = result.last ?? []
      guard shared[each] <= before.count else { throw DamagedFile() }
      result.append(Array(before[..<shared[each]]) + (try bytes(lengths[each])))
    }
    return result
  }

  /// Pages in ascending order: the first, then distances less 1.
  mutating func pages(_ count: Int) throws(DamagedFile) -> [Int] {
    var result = try varints(count)
    for index in result.indices.dropFirst() { result[index] += result[index - 1] + 1 }
    return result
  }
}
