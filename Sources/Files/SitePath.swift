package import Bytes

/// The place of a file in the site: relative, `/` between its parts, as the file system has it.
///
/// It is not percent-encoded; `href(from:)` gives what belongs into a page.
public struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text, for example `004-AWS/104_aws_iam.html`.
  public let string: String

  /// A path that is known to be normalised.
  package init(unchecked string: String) {
    self.string = string
  }

  /// The path's text.
  public var description: String { string }

  /// The path of an asset, which keeps its place.
  public init(asset path: ContentPath) {
    self.string = path.string
  }

  /// The folder of the file, with the slash at its end; empty at the root.
  public var folder: Substring {
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return string[...slash]
  }

  /// The relative address of this file as seen from `page`, percent-encoded.
  public func href(from page: SitePath) -> String {
    var bytes = ByteBuffer()
    appendHref(from: page, to: &bytes)
    return bytes.read { String(decoding: $0, as: UTF8.self) }
  }

  /// The relative address of a section of this file, with everything of its anchor percent-encoded but
  /// what stands for itself in any address (RFC 3986, unreserved).
  public func href(from page: SitePath, section anchor: String) -> String {
    var bytes = ByteBuffer()
    appendHref(from: page, to: &bytes)
    bytes.append(UInt8(ascii: "#"))
    anchor.withBytes { bytes.append($0, escapingAllBut: .unreserved) }
    return bytes.read { String(decoding: $0, as: UTF8.self) }
  }

  /// Appends the relative address of this file as seen from `page`, percent-encoded (RFC 3986).
  ///
  /// A first part with a colon gets `./` before it, since it would read as a scheme. No character of
  /// the result means anything in HTML.
  package func appendHref(from page: SitePath, to result: inout ByteBuffer) {
    string.withBytes { mine in
      page.string.withBytes { Self.appendHref(of: mine, isPlain: nil, from: $0, to: &result) }
    }
  }

  /// The same of paths whose bytes lie elsewhere; `isPlain` is what `isPlain(_:)` says of the first, nil
  /// where nobody has asked yet.
  package static func appendHref(
    of path: UnsafeBufferPointer<UInt8>, isPlain: Bool?, from page: UnsafeBufferPointer<UInt8>,
    to result: inout ByteBuffer
  ) {
    let common = folder(of: path, sharedWith: page)
    let rest = UnsafeBufferPointer(rebasing: path[common...])
    let depth = UnsafeBufferPointer(rebasing: page[common...]).count(of: UInt8(ascii: "/"))
    let isPlain = isPlain ?? Self.isPlain(rest)
    result.write(atMost: 3 * depth + 2 + (isPlain ? rest.count : 0)) { pen in
      for _ in 0..<depth { pen.put("../") }
      if depth == 0, rest.isEmpty || beginsWithScheme(rest) { pen.put("./") }
      if isPlain { pen.put(rest) }
    }
    if !isPlain { result.append(rest, escapingAllBut: pathBytes) }
  }

  /// How long the way to the innermost folder is that two paths share.
  private static func folder(
    of path: UnsafeBufferPointer<UInt8>, sharedWith page: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var index = path.sharedCount(with: page)
    while index > 0, path[index - 1] != UInt8(ascii: "/") { index -= 1 }
    return index
  }

  /// True where a browser would take the first part of a path for a scheme.
  private static func beginsWithScheme(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    path.count(of: UInt8(ascii: ":")) > 0
      && path.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
  }

  /// True where nothing of a path has to be percent-encoded in an address.
  package static func isPlain(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    let plain = pathBytes
    return path.allSatisfy { plain.contains($0) }
  }

  /// Order by UTF-8 bytes.
  public static func < (left: SitePath, right: SitePath) -> Bool {
    left.string.precedesInBytes(right.string)
  }
}

/// What stands for itself in the path of an address.
private let pathBytes = ASCIISet(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$()*+,;=:@")
