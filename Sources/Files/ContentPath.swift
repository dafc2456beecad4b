internal import Bytes

/// The place of a file in the folder of notes: relative, `/` between its parts, normalised.
///
/// The root folder is the empty path. Parts are never empty, `.` or `..`; they are compared by their
/// UTF-8 bytes, so that the order does not depend on a locale.
public struct ContentPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text, for example `004-AWS/104_aws_iam.md`.
  public let string: String

  /// The root folder.
  public static let root = ContentPath(unchecked: "")

  /// A path that is known to be normalised.
  package init(unchecked string: String) {
    self.string = string
  }

  /// Checks a path as written: nil where it is absolute, leaves the root or has an empty part.
  public init?(_ written: String) {
    guard let path = ContentPath.root.resolving(written), !written.hasPrefix("/") else {
      return nil
    }
    self = path
  }

  /// The path's text.
  public var description: String { string }

  /// True for the root folder.
  public var isRoot: Bool { string.isEmpty }

  /// The last part: the name of the file or the folder; empty for the root.
  public var name: Substring {
    guard let slash = lastIndex(of: UInt8(ascii: "/")) else { return string[...] }
    return string[string.utf8.index(after: slash)...]
  }

  /// The folder that the file or folder is in; the root for a path of one part.
  public var folder: ContentPath {
    guard let slash = lastIndex(of: UInt8(ascii: "/")) else { return .root }
    return ContentPath(unchecked: String(string[..<slash]))
  }

  /// Where a byte occurs last; nil where it does not.
  private func lastIndex(of byte: UInt8) -> String.Index? {
    let offset = string.withBytes { $0.lastIndex(of: byte) }
    return offset.map { string.utf8.index(string.startIndex, offsetBy: $0) }
  }

  /// The name's ending after its last dot, in ASCII lower case, without the dot; empty without one.
  public var fileExtension: String {
    let name = self.name
    guard let dot = lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].asciiLowercased()
  }

  /// The name without its ending.
  public var stem: Substring {
    let name = self.name
    guard let dot = lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name
    }
    return name[..<dot]
  }

  /// How many folders lie between the root and the file.
  public var depth: Int {
    string.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
  }

  /// The file or folder of this name in this folder.
  public func appending(_ name: some StringProtocol) -> ContentPath {
    ContentPath(unchecked: isRoot ? String(name) : "\(string)/\(name)")
  }

  /// The path that `written` means, seen from this folder: `.` and `..` are followed, doubled and
  /// trailing slashes are dropped, a leading slash means the root.
  ///
  /// nil where it leaves the root.
  public func resolving(_ written: String) -> ContentPath? {
    written.withBytes { resolving($0) }
  }

  /// The same of UTF-8.
  package func resolving(_ written: UnsafeBufferPointer<UInt8>) -> ContentPath? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    let room = string.utf8.count + written.count + 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { path in
      var count = 0
      if written.first != slash {
        count = string.withBytes { path.update(fromContentsOf: $0) }
      }
      var start = 0
      while start < written.count {
        // A part is written behind a slash, and taken back where it only says where to go.
        let former = count
        if count > 0 {
          path[count] = slash
          count += 1
        }
        let first = count
        while start < written.count, written[start] != slash {
          path[count] = written[start]
          count += 1
          start += 1
        }
        start += 1
        let length = count - first
        if length == 0 || length == 1 && path[first] == dot {
          count = former
        } else if length == 2, path[first] == dot, path[first + 1] == dot {
          guard former > 0 else { return nil }
          count = path[..<former].lastIndex(of: slash) ?? 0
        }
      }
      let text = String(decoding: UnsafeBufferPointer(rebasing: path[..<count]), as: UTF8.self)
      return ContentPath(unchecked: text)
    }
  }

  /// True where this is `folder` or lies below it.
  public func isWithin(_ folder: ContentPath) -> Bool {
    folder.isRoot || self == folder
      || (string.utf8.count > folder.string.utf8.count
        && string.utf8.starts(with: folder.string.utf8)
        && string.utf8[string.utf8.index(string.startIndex, offsetBy: folder.string.utf8.count)]
          == UInt8(ascii: "/"))
  }

  /// Order by UTF-8 bytes.
  public static func < (left: ContentPath, right: ContentPath) -> Bool {
    left.string.precedesInBytes(right.string)
  }
}

extension StringProtocol {
  /// The text with A–Z made small, and nothing else changed.
  package func asciiLowercased() -> String {
    let text = String(self)
    return text.withBytes { bytes in
      guard bytes.contains(where: { $0 >= 65 && $0 <= 90 }) else { return text }
      return String(unsafeUninitializedCapacity: bytes.count) { room in
        for (place, byte) in bytes.enumerated() {
          room.initializeElement(at: place, to: byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
        }
        return bytes.count
      }
    }
  }
}
