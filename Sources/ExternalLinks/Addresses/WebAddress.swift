internal import Bytes

/// An http or https address, taken apart so strictly that no two readers of it can disagree.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// True for https.
  public let isSecure: Bool
  /// In lower case; an IPv6 address without its brackets.
  public let host: String
  /// The port, written or usual.
  public let port: Int
  /// Path and query, beginning with a slash, percent-encoded.
  public let path: String
  /// The part behind `#`, percent-decoded; nil without one.
  public let fragment: String?

  /// Why an address cannot be looked at.
  public enum Fault: String, Error, Sendable {
    /// Neither http nor https.
    case scheme = "only http and https are looked at"
    /// No host, or one with characters that hosts do not have.
    case host = "its host is none that can be looked up"
    /// `user@host`.
    case user = "it holds a user name"
    /// Not a number from 1 to 65535.
    case port = "its port is none"
  }

  /// Reads an address as a note has it.
  public init(_ text: String) throws(Fault) {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let lower = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
    if lower.hasPrefix("https://") {
      isSecure = true
    } else if lower.hasPrefix("http://") {
      isSecure = false
    } else {
      throw .scheme
    }
    bytes = bytes.dropFirst(isSecure ? 8 : 7)
    let authority = bytes.prefix { ![0x2F, 0x3F, 0x23, 0x5C].contains($0) }
    bytes = bytes.dropFirst(authority.count)
    (host, port) = try Self.place(authority, usualPort: isSecure ? 443 : 80)
    let sign = bytes.firstIndex(of: 0x23) ?? bytes.endIndex
    path = Self.path(bytes[..<sign])
    let written = sign < bytes.endIndex ? bytes[(sign + 1)...] : nil
    fragment = written.map {
      String(decoding: $0.withUnsafeBufferPointer { $0.unescaped }, as: UTF8.self)
    }
  }

  private init(_ base: WebAddress, path: String, fragment: String?) {
    isSecure = base.isSecure
    host = base.host
    port = base.port
    self.path = path
    self.fragment = fragment
  }

  /// False for a host that is written in numbers.
  var hasName: Bool {
    let last = host.split(separator: ".").last ?? ""
    return !host.utf8.contains(0x3A) && last.first?.isLetter == true
  }

  /// The address without its fragment.
  public var page: WebAddress { WebAddress(self, path: path, fragment: nil) }

  /// The address without its fragment, as text.
  public var description: String {
    let name = host.utf8.contains(0x3A) ? "[\(host)]" : host
    let usual = port == (isSecure ? 443 : 80)
    return "\(isSecure ? "https" : "http")://\(name)\(usual ? "" : ":\(port)")\(path)"
  }

  /// The address that a `Location` means on this page (RFC 3986, section 5.2).
  public func following(_ location: String) throws(Fault) -> WebAddress {
    let text = location.utf8.drop { $0 <= 0x20 }
    let name = text.prefix { $0 != 0x3A && $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if name.count < text.count, text[name.endIndex] == 0x3A, !name.isEmpty {
      return try WebAddress(location)
    }
    let rest = String(decoding: Array(text), as: UTF8.self)
    if rest.hasPrefix("//") { return try WebAddress("\(isSecure ? "https" : "http"):\(rest)") }
    let root = String(description.dropLast(path.utf8.count))
    if rest.hasPrefix("/") { return try WebAddress(root + rest) }
    let folder = path.prefix { $0 != "?" }
    if rest.hasPrefix("?") { return try WebAddress(root + folder + rest) }
    let slash = folder.lastIndex(of: "/") ?? folder.startIndex
    return try WebAddress("\(root)\(folder[..<slash])/\(rest)")
  }

  // MARK: - Parts

  private static func place(
    _ authority: ArraySlice<UInt8>, usualPort: Int
  ) throws(Fault) -> (String, Int) {
    if authority.contains(0x40) { throw .user }
    var host = authority
    var port = ArraySlice<UInt8>()
    if authority.first == 0x5B {
      guard let close = authority.firstIndex(of: 0x5D) else { throw .host }
      host = authority[(authority.startIndex + 1)..<close]
      port = authority[(close + 1)...]
      guard host.contains(0x3A), host.allSatisfy({ isHex($0) || $0 == 0x3A || $0 == 0x2E }) else {
        throw .host
      }
    } else {
      if let colon = authority.firstIndex(of: 0x3A) {
        host = authority[..<colon]
        port = authority[colon...]
      }
      let isName = host.allSatisfy {
        isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
      }
      guard isName, !host.isEmpty, host.count <= 253 else { throw .host }
    }
    let name = String(decoding: host, as: UTF8.self).lowercased()
    if port.isEmpty || port.elementsEqual([0x3A]) { return (name, usualPort) }
    guard port.first == 0x3A, port.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = UInt16(String(decoding: port.dropFirst(), as: UTF8.self)), number > 0
    else { throw .port }
    return (name, Int(number))
  }

  /// Path and query with a slash at the beginning, dot segments resolved, and percent-encoded where that
  /// is due.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
    let mark = bytes.firstIndex(of: 0x3F) ?? bytes.endIndex
    var segments: [ArraySlice<UInt8>] = []
    let parts = bytes[..<mark].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2F || $0 == 0x5C })
    for (index, part) in parts.enumerated() where index > 0 {
      let isLast = index == parts.count - 1
      if part.elementsEqual([0x2E]) {
        if isLast { segments.append([]) }
      } else if part.elementsEqual([0x2E, 0x2E]) {
        if !segments.isEmpty { segments.removeLast() }
        if isLast { segments.append([]) }
      } else {
        segments.append(part)
      }
    }
    var result = ByteBuffer()
    for segment in segments {
      result.append(0x2F)
      segment.withUnsafeBufferPointer { result.append($0, escapingAllBut: plainBytes) }
    }
    if result.isEmpty { result.append(0x2F) }
    bytes[mark...].withUnsafeBufferPointer { result.append($0, escapingAllBut: plainBytes) }
    return result.read { String(decoding: $0, as: UTF8.self) }
  }

  private static func isHex(_ byte: UInt8) -> Bool { byte.hexDigitValue != nil }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}

/// What stays as it is in path and query; escapes that are written stay as well.
private let plainBytes = ASCIISet(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'()*+,-./:;=?@[]_~")
