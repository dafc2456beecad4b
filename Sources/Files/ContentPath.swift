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
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string[...] }
    return string[string.utf8.index(after: slash)...]
  }

  /// The folder that the file or folder is in; the root for a path of one part.
  public var folder: ContentPath {
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
    return ContentPath(unchecked: String(string[..<slash]))
  }

  /// The name's ending after its last dot, in ASCII lower case, without the dot; empty without one.
  public var fileExtension: String {
    let name = self.name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return name[name.utf8.index(after: dot)...].asciiLowercased()
  }

  /// The name without its ending.
  public var stem: Substring {
    let name = self.name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
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
    written.withBytes { bytes in
      var path: [UInt8] = []
      path.reserveCapacity(string.utf8.count + bytes.count + 1)
      if bytes.first != UInt8(ascii: "/") { path.append(contentsOf: string.utf8) }
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
        let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        if part.isEmpty || part.count == 1 && part[0] == UInt8(ascii: ".") { continue }
        if part.count == 2, part[0] == UInt8(ascii: "."), part[1] == UInt8(ascii: ".") {
          guard !path.isEmpty else { return nil }
          path.removeSubrange((path.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
          continue
        }
        if !path.isEmpty { path.append(UInt8(ascii: "/")) }
        path.append(contentsOf: part)
      }
      return ContentPath(unchecked: String(decoding: path, as: UTF8.self))
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
    String(decoding: utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
