/// The head of a request (RFC 9112): its first line and its fields.
struct RequestHead: Equatable {
  /// As written: `GET`.
  let method: String
  /// As written: `/a/b.html?x=y`.
  let target: String
  /// True for HTTP/1.1, which keeps connections open unless it says otherwise.
  let isVersion11: Bool
  /// Names in lower case, values without white space around them.
  let fields: [(name: String, value: String)]

  /// The most bytes of a head.
  static let sizeCap = 16_384
  /// The most fields.
  static let fieldCap = 100

  /// What bytes that have arrived so far are.
  enum Reading: Equatable {
    /// More has to come.
    case unfinished
    /// A head, and the number of its bytes.
    case head(RequestHead, size: Int)
    /// Nothing that could be answered but with this status.
    case refused(Status)
  }

  /// Reads a head from the beginning of what has arrived.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let end = end(of: bytes) else {
      return bytes.count > sizeCap ? .refused(.headTooLarge) : .unfinished
    }
    guard end - bytes.startIndex <= sizeCap else { return .refused(.headTooLarge) }
    let lines = bytes[..<end].split(separator: 0x0A, omittingEmptySubsequences: true)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
    guard let first = lines.first, lines.count <= fieldCap + 1 else {
      return .refused(lines.isEmpty ? .badRequest : .headTooLarge)
    }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isVisible) }) else {
      return .refused(.badRequest)
    }
    let version = String(decoding: words[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      return .refused(.badRequest)
    }
    var fields: [(name: String, value: String)] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(isVisible)
      else { return .refused(.badRequest) }
      var value = line[(colon + 1)...]
      while let byte = value.first, byte == 0x20 || byte == 0x09 { value = value.dropFirst() }
      while let byte = value.last, byte == 0x20 || byte == 0x09 { value = value.dropLast() }
      fields.append(
        (
          String(decoding: line[..<colon], as: UTF8.self).lowercased(),
          String(decoding: value, as: UTF8.self)
        ))
    }
    let head = RequestHead(
      method: String(decoding: words[0], as: UTF8.self),
      target: String(decoding: words[1], as: UTF8.self), isVersion11: version == "HTTP/1.1",
      fields: fields)
    return .head(head, size: end - bytes.startIndex)
  }

  /// The value of a field; nil where it is missing or there are two of them.
  func value(of name: String) -> String? {
    let values = fields.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// True where there is such a field.
  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// True where the connection stays open for the next request.
  var keepsConnection: Bool {
    let wish = value(of: "connection")?.lowercased()
    return isVersion11 ? wish != "close" : wish == "keep-alive"
  }

  /// The index behind the empty line that ends a head.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    let limit = min(bytes.endIndex, bytes.startIndex + sizeCap + 4)
    while index < limit {
      guard let feed = bytes[index..<limit].firstIndex(of: 0x0A) else { return nil }
      var next = feed + 1
      if next < limit, bytes[next] == 0x0D { next += 1 }
      if next < limit, bytes[next] == 0x0A { return next + 1 }
      index = feed + 1
    }
    return nil
  }

  private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  static func == (left: RequestHead, right: RequestHead) -> Bool {
    left.method == right.method && left.target == right.target
      && left.isVersion11 == right.isVersion11
      && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }
}

/// The statuses that the server gives (RFC 9110, 15).
enum Status: Int {
  case ok = 200
  case movedPermanently = 301
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case misdirected = 421
  case headTooLarge = 431
  case unavailable = 503

  var phrase: StaticString {
    switch self {
    case .ok: "OK"
    case .movedPermanently: "Moved Permanently"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .misdirected: "Misdirected Request"
    case .headTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    }
  }
}
