internal import Glibc

/// An IPv4 or IPv6 address, and whether the public may be behind it.
struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 or 16 bytes.
  let bytes: [UInt8]

  /// The address as numbers.
  var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "?" }
  }

  /// False for addresses of this machine, of private networks, of a link, of services that tell a machine
  /// about itself, and for those that are reserved or lead into IPv4 in a roundabout way.
  ///
  /// The lists are IANA's registries of special-purpose addresses (RFC 6890 and its updates).
  var isPublic: Bool {
    guard bytes.count == 16 else { return Self.isPublicV4(bytes) }
    let isMapped =
      bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    let isTranslated = bytes.starts(
      with: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8))
    if isMapped || isTranslated { return Self.isPublicV4(Array(bytes[12...])) }
    // Of IPv6 only 2000::/3 is public.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    // Protocol assignments with Teredo (2001::/23), documentation, 6to4, and more documentation.
    if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 2 { return false }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    if bytes.starts(with: [0x20, 0x02]) { return false }
    return !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10)
  }

  private static func isPublicV4(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _): false
    case (100, 64...127, _): false
    case (169, 254, _): false
    case (172, 16...31, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99): false
    case (192, 168, _): false
    case (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    case (224...255, _, _): false
    default: true
    }
  }
}

/// What a host's name means, as the system says.
enum HostLookup: Sendable, Equatable {
  /// Its addresses, in the order of the system's preference.
  case addresses([NetworkAddress])
  /// There is no such host.
  case none
  /// It could not be found out, with the system's words.
  case failed(String)

  init(_ host: String) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    guard code == 0 else {
      self = code == EAI_NONAME ? .none : .failed(String(cString: gai_strerror(code)))
      return
    }
    defer { freeaddrinfo(list) }
    var addresses: [NetworkAddress] = []
    var each = list
    while let entry = each {
      if let address = Self.address(entry.pointee), !addresses.contains(address) {
        addresses.append(address)
      }
      each = entry.pointee.ai_next
    }
    self = addresses.isEmpty ? .none : .addresses(addresses)
  }

  private static func address(_ entry: addrinfo) -> NetworkAddress? {
    guard let start = UnsafeRawPointer(entry.ai_addr) else { return nil }
    let place: Int? =
      switch entry.ai_family {
      case AF_INET: MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)
      case AF_INET6: MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)
      default: nil
      }
    guard let place else { return nil }
    let count = entry.ai_family == AF_INET ? 4 : 16
    return NetworkAddress(
      bytes: Array(UnsafeRawBufferPointer(start: start + place, count: count)))
  }
}
