internal import Bytes

/// Who may ask for what: a page of another site must learn nothing from the preview.
///
/// A name that somebody else's DNS leads to this machine is refused by its `Host`; a script of another
/// site by its `Origin`, or by what the browser says about where the request comes from.
struct RequestGate {
  /// The port that the server listens on.
  let port: UInt16

  /// What a request that passed asks for.
  struct Wish: Equatable {
    /// The path, decoded once, without its first slash.
    let path: String
    /// The query as written; empty without one.
    let query: String
    /// True for HEAD.
    let isHead: Bool
  }

  /// Looks at a request: what it asks for, or the status that refuses it.
  func examine(_ head: RequestHead) -> Result<Wish, Refusal> {
    guard let host = head.value(of: "host"), isOurs(host) else {
      return .failure(Refusal(status: .misdirected))
    }
    guard head.method == "GET" || head.method == "HEAD" else {
      return .failure(Refusal(status: .methodNotAllowed))
    }
    // A body would have to be read; nobody sends one with GET.
    if head.has("transfer-encoding") || head.value(of: "content-length").map({ $0 != "0" }) == true
    {
      return .failure(Refusal(status: .badRequest))
    }
    if head.has("origin") {
      guard let origin = head.value(of: "origin"), origin.hasPrefix("http://"),
        isOurs(String(origin.dropFirst(7)))
      else { return .failure(Refusal(status: .forbidden)) }
    }
    let isVisit = head.value(of: "sec-fetch-mode") == "navigate"
    if let site = head.value(of: "sec-fetch-site"), site != "same-origin", site != "none", !isVisit
    {
      return .failure(Refusal(status: .forbidden))
    }
    let parts = head.target.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.decoded(parts[0]) else {
      return .failure(Refusal(status: .badRequest))
    }
    return .success(
      Wish(
        path: path, query: parts.count > 1 ? String(parts[1]) : "",
        isHead: head.method == "HEAD"))
  }

  /// Why a request is refused.
  struct Refusal: Error, Equatable {
    let status: Status
  }

  /// True for a host and port that mean this server on this machine.
  private func isOurs(_ host: String) -> Bool {
    let names = ["localhost", "127.0.0.1", "[::1]"]
    return names.contains { name in
      host.lowercased() == "\(name):\(port)" || port == 80 && host.lowercased() == name
    }
  }

  /// A path without its first slash, decoded once; nil where it is no path of a site.
  ///
  /// No part may be empty, `.` or `..`, before or after decoding; a NUL or a backslash is in no path.
  static func decoded(_ path: Substring) -> String? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var bytes: [UInt8] = []
    var rest = path.utf8.dropFirst()[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let high = rest.removeFirst().hexDigitValue,
        let low = rest.removeFirst().hexDigitValue
      else { return nil }
      // An encoded slash would hide a part from those who looked before.
      guard high << 4 | low != UInt8(ascii: "/") else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part == "." || part == ".." { return nil }
      if part.isEmpty, index < parts.count - 1 { return nil }
    }
    return text
  }
}
