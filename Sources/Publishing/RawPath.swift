import Glibc

/// A relative path as the file system has it: bytes, `/` between its parts.
///
/// Not a String: names need not be UTF-8, and strings that differ only in their normal form are
/// equal though they name two files.
struct RawPath: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  static let root = RawPath(bytes: [])

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ string: String) {
    self.bytes = Array(string.utf8)
  }

  /// For messages; bytes that are not UTF-8 are shown as U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The folder it is in; empty for a path of one part.
  var folder: RawPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .root }
    return RawPath(bytes: Array(bytes[..<slash]))
  }

  /// Its last part.
  var name: RawPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return RawPath(bytes: Array(bytes[(slash + 1)...]))
  }

  /// Every folder on the way to it, outermost first.
  var folders: [RawPath] {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map {
      RawPath(bytes: Array(bytes[..<$0]))
    }
  }

  func appending(_ name: RawPath) -> RawPath {
    bytes.isEmpty ? name : RawPath(bytes: bytes + [UInt8(ascii: "/")] + name.bytes)
  }

  /// True where it has only proper parts, so that it cannot leave the folder it is looked up in.
  var isSafe: Bool {
    if bytes.contains(0) { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }

  /// Hands on the path as C wants it; the root is ".".
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    if bytes.isEmpty { return ".".withCString(body) }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      buffer[bytes.count] = 0
      guard let start = buffer.baseAddress else { return ".".withCString(body) }
      return body(UnsafePointer(start))
    }
  }

  // Sites have tens of thousands of paths, so these look at them as a whole, not byte by byte.

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (left: RawPath, right: RawPath) -> Bool {
    left.bytes.count == right.bytes.count
      && memcmp(left.bytes, right.bytes, left.bytes.count) == 0
  }

  static func < (left: RawPath, right: RawPath) -> Bool {
    let order = memcmp(left.bytes, right.bytes, min(left.bytes.count, right.bytes.count))
    return order != 0 ? order < 0 : left.bytes.count < right.bytes.count
  }
}
