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
      for index in bytes.indices { buffer[index] = CChar(bitPattern: bytes[index]) }
      buffer[bytes.count] = 0
      guard let start = buffer.baseAddress else { return ".".withCString(body) }
      return body(UnsafePointer(start))
    }
  }

  static func < (left: RawPath, right: RawPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
