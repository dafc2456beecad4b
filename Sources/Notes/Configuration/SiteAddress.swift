/// The address that a site will stand at.
enum SiteAddress {
  /// The address with scheme and host in lower case and a slash at its end.
  ///
  /// nil unless it is `http` or `https` with a host and, if any, a port and a path: no user, query
  /// or fragment, and only characters that an address may hold (RFC 3986).
  static func normalised(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      return nil
    }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    let path = rest.dropFirst(authority.count)
    guard isAuthority(authority), path.allSatisfy(isAllowedInPath),
      !path.split(separator: UInt8(ascii: "/")).contains(where: {
        $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8)
      }),
      let host = String(authority), let tail = String(path)
    else { return nil }
    return scheme + host.lowercased() + (tail.hasSuffix("/") ? tail : tail + "/")
  }

  private static func isAuthority(_ authority: Substring.UTF8View) -> Bool {
    var host = authority
    if host.first == UInt8(ascii: "[") {
      guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = host[host.index(after: host.startIndex)..<close]
      guard address.contains(UInt8(ascii: ":")),
        address.allSatisfy({ isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
      else { return false }
      return isPort(host[host.index(after: close)...])
    }
    if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
      guard isPort(host[colon...]) else { return false }
      host = host[..<colon]
    }
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return host.count <= 253
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isPort(_ text: Substring.UTF8View) -> Bool {
    if text.isEmpty { return true }
    guard text.first == UInt8(ascii: ":"), text.count <= 6,
      let port = String(text.dropFirst()).flatMap({ UInt16($0) })
    else { return false }
    return port > 0
  }

  private static func isAllowedInPath(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "/-._~%!$&'()*+,;=:@".utf8.contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
  }
}
